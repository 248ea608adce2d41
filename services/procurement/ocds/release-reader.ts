import {
  ExactNumber,
  isObject,
  plainDecimal,
  storableText,
  type JsonObject,
  type JsonValue,
} from '../../../subgraph/import/exact-json.js';
import { idText } from './id-text.js';
import { pointer, shown, type Finding } from './finding.js';

/** An amount with its currency; both or neither. */
export interface Money {
  amount: string | null;
  currency: string | null;
}

/** What the mapping of one release has looked at and has to say. */
export interface ReadLog {
  /** Field paths without array positions that the mapping asked for. */
  asked: Set<string>;
  /** First part of the rule ids below: `OCDS`, or the name of another source read the same way. */
  prefix: string;
  findings: Finding[];
}

type Said = Pick<Finding, 'rule' | 'zh' | 'en' | 'remedy'>;

/**
 * One object of a release, read field by field. It remembers every field it was asked for, so that what a mapping
 * leaves behind can be listed instead of vanishing.
 */
export class ReleaseReader {
  constructor(
    private readonly value: JsonObject,
    private readonly log: ReadLog,
    private readonly file: string,
    private readonly steps: readonly (string | number)[] = [],
    private readonly base = '',
  ) {}

  /** Text without surrounding spaces; an empty one is null. A number is given with its shortest digits. */
  text(key: string): string | null {
    const value = this.ask(key);
    const text = typeof value === 'string' ? value : idText(value);
    return text === null ? null : storableText(text).trim() || null;
  }

  texts(key: string): string[] {
    const value = this.ask(key);
    const items = Array.isArray(value) ? value : [];
    return items.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [storableText(item)] : []));
  }

  flag(key: string): boolean | null {
    const value = this.ask(key);
    return typeof value === 'boolean' ? value : null;
  }

  decimal(key: string): string | null {
    const value = this.ask(key);
    return value instanceof ExactNumber ? plainDecimal(value.text) : null;
  }

  /** A count as PostgreSQL's integer holds it; anything else is null and reported. */
  integer(key: string): number | null {
    const value = this.ask(key);
    if (!(value instanceof ExactNumber)) return null;
    const number = Number(value.text);
    if (Number.isInteger(number) && Math.abs(number) < 2 ** 31) return number;
    this.warn(key, number, {
      rule: `${this.log.prefix}-RANGE`,
      zh: '不是可存储的整数，视为未填写。',
      en: 'Not an integer that can be stored; read as not given.',
      remedy: '核对数值 / Check the value.',
    });
    return null;
  }

  /** The day `YYYY-MM-DD` that the source prints, in the source's own offset; years outside 1900–2100 are null. */
  day(key: string): string | null {
    return this.instant(key)?.slice(0, 10) ?? null;
  }

  /** The instant as printed, ISO with `T` and an offset; years outside 1900–2100 are null. */
  instant(key: string): string | null {
    const text = this.text(key);
    const year = Number(text?.slice(0, 4));
    if (text === null || !(year >= 1900 && year <= 2100)) return null;
    return text.replace(/^(.{10})[ t]/, '$1T').replace(/z$/, 'Z');
  }

  money(key: string): Money {
    const value = this.child(key);
    const amount = value?.decimal('amount') ?? null;
    const currency = value?.text('currency') ?? null;
    return amount === null || currency === null ? { amount: null, currency: null } : { amount, currency };
  }

  /** An address that a browser may open; anything but http, https and ftp is null and reported. */
  url(key: string): string | null {
    const text = this.text(key);
    if (text === null || /^(https?|ftp):\/\//i.test(text)) return text;
    this.warn(key, text, {
      rule: `${this.log.prefix}-URL`,
      zh: '不是网页地址（http、https、ftp），未存储。',
      en: 'Not an address of the web (http, https, ftp); not stored.',
      remedy: '填写完整网址 / Give the complete address.',
    });
    return null;
  }

  child(key: string): ReleaseReader | null {
    const value = this.ask(key);
    return isObject(value) ? this.inside(value, key) : null;
  }

  list(key: string): ReleaseReader[] {
    const value = this.ask(key);
    if (!Array.isArray(value)) return [];
    return value.flatMap((item, index) => (isObject(item) ? [this.inside(item, key, index)] : []));
  }

  has(key: string): boolean {
    return this.ask(key) !== undefined;
  }

  warn(key: string, value: unknown, said: Said): void {
    const path = this.base + pointer([...this.steps, key]);
    this.log.findings.push({ ...said, severity: 'W', file: this.file, path, value: shown(value) });
  }

  private ask(key: string): JsonValue | undefined {
    this.log.asked.add(fieldPath([...this.steps, key]));
    return this.value[key];
  }

  private inside(value: JsonObject, ...further: (string | number)[]): ReleaseReader {
    return new ReleaseReader(value, this.log, this.file, [...this.steps, ...further], this.base);
  }
}

/** A field's path without array positions. */
export function fieldPath(steps: readonly (string | number)[]): string {
  return steps.filter((step) => typeof step === 'string').join('/');
}
