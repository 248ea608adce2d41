/** A JSON number that keeps the digits of its source, so that no amount passes through a binary fraction. */
export class ExactNumber {
  constructor(readonly text: string) {}
  toJSON(): number {
    return Number(this.text);
  }
}

export type JsonValue = null | boolean | string | ExactNumber | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Deeper than any published data nests; beyond it a recursive walk could exhaust the stack. */
export const MAX_DEPTH = 128;

// TypeScript's library does not yet know the third argument of a reviver (Node 22 and later).
type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown;
const parseWith = JSON.parse as (text: string, reviver: Reviver) => unknown;
const KEEPS_SOURCE = parseWith('1', (_key, _value, context) => context?.source) === '1';

/**
 * JSON with every number as {@link ExactNumber}; throws SyntaxError as `JSON.parse` does.
 * @NOTE A key named `__proto__` is dropped: later stages copy objects key by key.
 */
export function parseExact(text: string): JsonValue {
  if (!KEEPS_SOURCE) throw new Error('Exact amounts need Node 22 or later: JSON.parse here loses the printed digits.');
  return parseWith(text, (key, value, context) => {
    if (key === '__proto__') return undefined;
    return typeof value === 'number' ? new ExactNumber(context?.source ?? String(value)) : value;
  }) as JsonValue;
}

/** The same value with ordinary numbers, as schema validation wants it. */
export function toPlain(value: JsonValue): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== 'object') return value;
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(value)) plain[key] = toPlain(value[key] ?? null);
  return plain;
}

/** An ordinary parsed value as an exact one; a number that came as binary keeps its shortest digits. */
export function toExact(value: unknown): JsonValue {
  if (typeof value === 'number') return new ExactNumber(String(value));
  if (value instanceof ExactNumber || value === null || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) return value.map(toExact);
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toExact(inner)]));
}

/** Text as PostgreSQL can hold it, in text and in jsonb: without NUL, and half a surrogate pair replaced by U+FFFD. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD');
}

/** JSON text that PostgreSQL can hold, with every number as its source printed it: what a raw release is kept as. */
export function printExact(value: JsonValue): string {
  if (value instanceof ExactNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(printExact).join(',')}]`;
  if (typeof value === 'string') return JSON.stringify(storableText(value));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.keys(value).map((key) => `${printExact(key)}:${printExact(value[key] ?? null)}`);
  return `{${fields.join(',')}}`;
}

/** Whether a value nests deeper than `limit`; never recurses further than that itself. */
export function isDeeperThan(value: JsonValue, limit: number): boolean {
  if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return false;
  if (limit === 0) return true;
  const inner = Array.isArray(value) ? value : Object.values(value);
  return inner.some((item) => isDeeperThan(item, limit - 1));
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/** Integer digits that a printed amount may have; 10^18 yuan is more than any budget on earth. */
const MAX_DIGITS = 18;

/**
 * A JSON number as a plain decimal string: digits as printed (`264000.0` stays so), an exponent written out.
 * null when it has more than 18 digits before or after the point, which no amount, quantity or rank has.
 */
export function plainDecimal(text: string): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent] = match;
  const written = exponent === undefined ? { whole, fraction } : movePoint(whole, fraction, Number(exponent));
  if (!written || written.whole.length > MAX_DIGITS || written.fraction.length > MAX_DIGITS) return null;
  const digits = written.fraction ? `${written.whole}.${written.fraction}` : written.whole;
  return /[1-9]/.test(digits) ? sign + digits : digits;
}

function movePoint(whole: string, fraction: string, by: number): { whole: string; fraction: string } | null {
  if (Math.abs(by) > 2 * MAX_DIGITS) return null;
  const digits = whole + fraction;
  const point = whole.length + by;
  if (point <= 0) return { whole: '0', fraction: '0'.repeat(-point) + digits };
  const padded = digits.padEnd(point, '0');
  return { whole: padded.slice(0, point).replace(/^0+(?=\d)/, ''), fraction: padded.slice(point) };
}
