import { addDecimals, compareDecimals } from '../../schema/vocabulary/decimal.js';
import { parseDateTime } from '../../schema/vocabulary/date-time.js';
import { addDays } from '../../schema/vocabulary/local-date.js';
import type { ColumnField, EntityModel } from '../../subgraph/model/entity-model.js';
import type { Tables } from './tables.js';

export type Bucket = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Numbers by size; names by their collation; dates, instants, codes and texts by code point. */
export function compareValues(tables: Tables, model: EntityModel, field: ColumnField, a: string, b: string): number {
  if (a === b) return 0;
  if (field.type.name === 'Decimal') return compareDecimals(a, b);
  if (field.type.name === 'Int') return Number(a) - Number(b);
  const [left, right] = [tables.rank(model, field.name, a), tables.rank(model, field.name, b)];
  return left !== undefined && right !== undefined ? left - right : compareText(a, b);
}

export const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The stored text as the graph gives it. */
export function printed(field: ColumnField, value: string | null): unknown {
  if (value === null) return null;
  if (field.type.list) return JSON.parse(value) as unknown;
  if (field.type.name === 'Int') return Number(value);
  if (field.type.name === 'Boolean') return value === 'true';
  return value;
}

export const sumOf = (values: readonly string[]): string | null =>
  values.length ? values.reduce((sum, value) => addDecimals(sum, value)) : null;

const AVERAGE_DIGITS = 6;

/** The exact quotient, rounded half away from zero to six decimals. */
export function averageOf(values: readonly string[]): string | null {
  const sum = sumOf(values);
  if (sum === null) return null;
  const [whole = '', fraction = ''] = sum.replace('-', '').split('.');
  const divisor = 10n ** BigInt(fraction.length) * BigInt(values.length);
  const doubled = 2n * BigInt(whole + fraction) * 10n ** BigInt(AVERAGE_DIGITS);
  const rounded = ((doubled + divisor) / (2n * divisor)).toString().padStart(AVERAGE_DIGITS + 1, '0');
  const text = `${rounded.slice(0, -AVERAGE_DIGITS)}.${rounded.slice(-AVERAGE_DIGITS)}`;
  return sum.startsWith('-') && BigInt(rounded) !== 0n ? `-${text}` : text;
}

/** The day a bucket begins with, or the instant of that day's midnight in Shanghai. */
export function bucketOf(field: ColumnField, value: string, bucket: Bucket): string {
  if (field.type.name !== 'DateTime') return bucketDay(value, bucket);
  const midnight = parseDateTime(`${bucketDay(dayInShanghai(value), bucket)} 00:00:00`);
  if (!midnight.ok) throw new Error(midnight.en);
  return midnight.value;
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const dayInShanghai = (instant: string): string => SHANGHAI.format(new Date(instant));

function bucketDay(day: string, bucket: Bucket): string {
  const month = Number(day.slice(5, 7));
  switch (bucket) {
    case 'DAY':
      return day;
    case 'WEEK':
      return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'MONTH':
      return `${day.slice(0, 7)}-01`;
    case 'QUARTER':
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
    case 'YEAR':
      return `${day.slice(0, 4)}-01-01`;
  }
}
