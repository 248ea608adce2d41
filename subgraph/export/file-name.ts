/** Under which name a browser saves an export. */
import type { EntityModel } from '../model/entity-model.js';
import { chineseName } from '../model/sdl-text.js';

const CHINA_MS = 8 * 3_600_000;

/** `attachment` with the Chinese name (RFC 5987 by RFC 6266) and one in ASCII; the day is that of Beijing. */
export function fileName({ doc, plural }: EntityModel, extension: string, now = Date.now()): string {
  const day = new Date(now + CHINA_MS).toISOString().slice(0, 10);
  const chinese = encodeURIComponent(`${chineseName(doc)}-${day}.${extension}`).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plural}-${day}.${extension}"; filename*=UTF-8''${chinese}`;
}
