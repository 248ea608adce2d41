import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** Nothing of the page may come from, or go to, another host. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

interface StoredFile {
  readonly modified: number;
  readonly plain: Buffer;
  readonly compressed: Buffer;
}

/** Serves a bundle's folder: files whose name carries their hash for ever, the page anew each time. */
export class StaticFiles {
  readonly #folder: string;
  readonly #files = new Map<string, StoredFile>();

  constructor(folder: string) {
    this.#folder = path.resolve(folder);
  }

  /** Answers with the file, or the page for the folder itself; false where there is none. */
  async send(name: string, takesGzip: boolean, response: ServerResponse): Promise<boolean> {
    const file = path.join(this.#folder, name === '' ? 'index.html' : name);
    if (!file.startsWith(this.#folder + path.sep)) return false;
    const stored = await this.#read(file);
    if (!stored) return false;
    const body = takesGzip ? stored.compressed : stored.plain;
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      vary: 'accept-encoding',
      ...(takesGzip && { 'content-encoding': 'gzip' }),
    });
    response.end(response.req.method === 'HEAD' ? undefined : body);
    return true;
  }

  async #read(file: string): Promise<StoredFile | undefined> {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = this.#files.get(file);
    if (known?.modified === found.mtimeMs) return known;
    const plain = await readFile(file);
    const stored = { modified: found.mtimeMs, plain, compressed: await compress(plain) };
    this.#files.set(file, stored);
    return stored;
  }
}
