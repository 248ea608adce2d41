import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';
import { digits, isCalendarDay, isLocalDate } from './local-date.js';

const RULE = 'DATE_TIME';
const ISO = /^\d{4}-\d{2}-\d{2}[ Tt]\d{2}:\d{2}(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;
const COMPACT = /^\d{14}$/;
const MINUTE = 60_000;
const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Accepts an instant with its offset, as RFC 3339; the value is ISO UTC with milliseconds. What the scalar reads. */
export function checkDateTime(text: string): Checked<string> {
  if (isPrinted(text)) return accepted(text);
  const match = ISO.exec(text);
  if (match && match[3] === undefined) {
    return refusal(
      RULE,
      `${quoted(text)} 没有时区（规则 ${RULE}）：请加 "+08:00" 或 "Z"。`,
      `${quoted(text)} has no offset (rule ${RULE}): add "+08:00" or "Z".`,
    );
  }
  return match ? instant(text, match) : refuseDateTime(text);
}

/**
 * Reads an instant as sources write it: ISO with an offset, or local time of Asia/Shanghai without one
 * (2024-01-02 08:30:00, 20240102083000); digits beyond milliseconds are cut, as `timestamptz(3)` keeps no more.
 */
export function parseDateTime(text: string): Checked<string> {
  if (COMPACT.test(text)) {
    const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
    const local = `${day}T${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12)}`;
    const match = ISO.exec(local);
    return match ? instant(text, match, local) : refuseDateTime(text);
  }
  const match = ISO.exec(text);
  return match ? instant(text, match) : refuseDateTime(text);
}

// What the database prints, row after row: recognised without a Date.
function isPrinted(text: string): boolean {
  return (
    text.length === 24 &&
    text.charAt(10) === 'T' &&
    text.charAt(13) === ':' &&
    text.charAt(16) === ':' &&
    text.charAt(19) === '.' &&
    text.charAt(23) === 'Z' &&
    isLocalDate(text.slice(0, 10)) &&
    digits(text, 11, 13) < 24 &&
    digits(text, 14, 16) < 60 &&
    digits(text, 17, 19) < 60 &&
    digits(text, 20, 23) >= 0
  );
}

function instant(source: string, [, second, fraction, offset]: RegExpExecArray, iso = source): Checked<string> {
  const hour = digits(iso, 11, 13);
  const minute = digits(iso, 14, 16);
  const seconds = second === undefined ? 0 : Number(second);
  const isReal = isCalendarDay(digits(iso, 0, 4), digits(iso, 5, 7), digits(iso, 8, 10));
  if (!isReal || hour > 23 || minute > 59 || seconds > 59) return refuseDateTime(source);
  const millis = (fraction ?? '').slice(0, 3).padEnd(3, '0');
  const wall = Date.parse(`${iso.slice(0, 10)}T${iso.slice(11, 16)}:${second ?? '00'}.${millis}Z`);
  const offsetMillis = offset === undefined ? shanghaiOffset(wall) : offsetOf(offset);
  const utc = wall - offsetMillis;
  return utc >= EARLIEST && utc <= LATEST ? accepted(new Date(utc).toISOString()) : refuseDateTime(source);
}

// RFC 3339 allows offsets up to 23:59; anything else is NaN and falls out of the range check.
function offsetOf(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const hours = digits(offset, 1, 3);
  const minutes = offset.length > 3 ? digits(offset, offset.length - 2, offset.length) : 0;
  if (hours > 23 || minutes > 59) return NaN;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}

const SETTLED = Date.parse('1992-01-01T00:00:00Z');
const STANDARDISED = Date.parse('1901-01-01T00:00:00Z');
const EIGHT_HOURS = 480 * MINUTE;
const LOCAL_MEAN_TIME = (8 * 3600 + 5 * 60 + 43) * 1000;
let shanghai: Intl.DateTimeFormat | undefined;

// @NOTE Shanghai kept summer time in 1986–1991 and now and then before 1950; only those years pay for Intl.
// The rest agrees with the tz database, so PostgreSQL's Asia/Shanghai buckets put an instant on the same day.
function shanghaiOffset(wall: number): number {
  if (wall >= SETTLED) return EIGHT_HOURS;
  if (wall < STANDARDISED) return LOCAL_MEAN_TIME;
  const guess = offsetAt(wall - EIGHT_HOURS);
  return offsetAt(wall - guess);
}

function offsetAt(utc: number): number {
  shanghai ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
  const whole = Math.floor(utc / 1000) * 1000;
  return Date.parse(`${shanghai.format(whole).replace(' ', 'T')}Z`) - whole;
}

function refuseDateTime(text: string): Checked<string> {
  const value = quoted(text);
  return refusal(
    RULE,
    `${value} 不是存在的时刻（规则 ${RULE}）：写作 "2024-03-31T08:30:00+08:00"。`,
    `${value} is not an instant that exists (rule ${RULE}): write "2024-03-31T08:30:00+08:00".`,
  );
}

function printDate(stored: unknown): string | undefined {
  return stored instanceof Date && !Number.isNaN(stored.getTime()) ? stored.toISOString() : undefined;
}

export const DateTime = checkedScalar({
  name: 'DateTime',
  description:
    '时刻，输出为 UTC、毫秒精度的 ISO 8601；输入须带时区 / ' +
    'Instant, printed as ISO 8601 in UTC with milliseconds; input carries its offset (RFC 3339)',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  rule: RULE,
  hint: '写作 "2024-03-31T08:30:00+08:00" / Write "2024-03-31T08:30:00+08:00"',
  check: checkDateTime,
  printed: printDate,
});
