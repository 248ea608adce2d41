/** A value that passed its rule, in the one spelling the hub keeps. */
export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

/** A value that broke a rule: the rule's id and one sentence in each language naming value, rule and what to do. */
export interface Refusal {
  readonly ok: false;
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

/** What every check of the vocabulary returns; an expected failure is a value, never an exception. */
export type Checked<T> = Accepted<T> | Refusal;

export function accepted<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refusal(rule: string, zh: string, en: string): Refusal {
  return { ok: false, rule, zh, en };
}

const LONGEST_QUOTE = 40;

/** A value as a sentence names it: a JSON string of at most 40 characters, so that hostile input stays short and visible. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : describe(value);
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return typeof value === 'string' ? JSON.stringify(short) : short;
}

/** The value of a check that cannot fail here; throws a `RangeError` with the English sentence when it does. */
export function must<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new RangeError(checked.en);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return Array.isArray(value) ? 'a list' : value instanceof Date ? 'a Date' : `a value of type ${typeof value}`;
}
