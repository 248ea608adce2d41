/** One row of the form: its fields by English name, as text that the form's rules have passed. */
import { parseCurrency } from '../../../schema/vocabulary/currency.js';
import { parseDateTime } from '../../../schema/vocabulary/date-time.js';
import { convertUnit, parseDecimal } from '../../../schema/vocabulary/decimal.js';
import { parseLocalDate } from '../../../schema/vocabulary/local-date.js';
import type { ExchangeTable } from './exchange-table.js';

/** Beijing is eight hours ahead, the year round; the form prints its clock without saying so. */
const AHEAD = 8 * 3600 * 1000;

/** Code of a price's form: what is no amount cannot be summed. */
const PRICE_FORMS: Readonly<Record<string, 'AMOUNT' | 'RATE' | 'UNIT_PRICE' | 'TEXT'>> = {
  '1': 'AMOUNT',
  '2': 'RATE',
  '3': 'UNIT_PRICE',
  '9': 'TEXT',
};

/** Code of an amount's unit. */
const UNITS: Readonly<Record<string, 'YUAN' | 'WAN_YUAN'>> = {
  '0': 'YUAN',
  '1': 'WAN_YUAN',
  元: 'YUAN',
  万元: 'WAN_YUAN',
};

export const isPriceForm = (code: string): boolean => code in PRICE_FORMS;
export const isUnit = (code: string): boolean => code in UNITS;

export class ExchangeRow {
  constructor(
    readonly table: ExchangeTable,
    readonly file: string,
    readonly sheet: string | undefined,
    readonly line: number,
    private readonly values: ReadonlyMap<string, string>,
  ) {}

  text(name: string): string | null {
    return this.values.get(name) ?? null;
  }

  /** Several values in one field stand between semicolons. */
  texts(name: string): string[] {
    const parts = this.text(name)?.split(/[;；]/) ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** ISO with the offset of Beijing; `yyyyMMdd` is the beginning of that day. */
  instant(name: string): string | null {
    const text = this.text(name);
    const read = text === null ? undefined : instantOf(text);
    if (!read) return null;
    return `${new Date(Date.parse(read) + AHEAD).toISOString().slice(0, 19)}+08:00`;
  }

  day(name: string): string | null {
    const text = this.text(name);
    return text === null ? null : (dayOf(text) ?? this.instant(name)?.slice(0, 10) ?? null);
  }

  /** An amount in units of its currency, which is the city's where the form leaves it blank. */
  money(amount: string, unit: string, currency: string, own: string): { amount: string; currency: string } | null {
    const printed = this.text(amount);
    const read = printed === null ? undefined : parseDecimal(printed);
    if (!read?.ok) return null;
    const code = this.text(currency);
    const known = code === null ? undefined : parseCurrency(code);
    if (known && !known.ok) return null;
    return { amount: convertUnit(read.value, UNITS[this.text(unit) ?? ''] ?? 'YUAN'), currency: known?.value ?? own };
  }

  priceForm(): 'AMOUNT' | 'RATE' | 'UNIT_PRICE' | 'TEXT' | null {
    return PRICE_FORMS[this.text('PRICE_FORM_CODE') ?? ''] ?? null;
  }
}

export function instantOf(text: string): string | undefined {
  const read = parseDateTime(/^\d{12}$/.test(text) ? `${text}00` : /^\d{8}$/.test(text) ? `${text}000000` : text);
  if (read.ok) return read.value;
  const day = dayOf(text);
  return day === undefined ? undefined : `${day}T00:00:00+08:00`;
}

export function dayOf(text: string): string | undefined {
  const read = parseLocalDate(text);
  return read.ok ? read.value : undefined;
}
