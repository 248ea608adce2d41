/** What an importer says about one place in one file; E refuses the release it stands in, W is kept and reported. */
export interface Finding {
  /** Rule id: `JSON-…` for the file, `OCDS-…` for the schema, `T11…` for identity and references, `R0…` for codes. */
  rule: string;
  severity: 'E' | 'W';
  file: string;
  /** JSON pointer (RFC 6901) inside the file; empty for the file as a whole. */
  path: string;
  /** The offending value as JSON, shortened to one line; null when there is none to show. */
  value: string | null;
  zh: string;
  en: string;
  /** What the publisher does about it, `中文 / English`. */
  remedy: string;
}

const SHOWN = 80;

/** A value as one line of JSON of at most 80 characters. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  const line = Array.from(json, (character) => (character < ' ' ? ' ' : character));
  return line.length <= SHOWN ? line.join('') : `${line.slice(0, SHOWN - 1).join('')}…`;
}

/** The JSON pointer of a place, from its steps (RFC 6901). */
export function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${escapeStep(String(step))}`).join('');
}

/** One step of a JSON pointer, with `~` and `/` escaped (RFC 6901). */
export function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The steps of a JSON pointer. */
export function pointerSteps(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
