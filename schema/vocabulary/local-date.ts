import { type Checked, accepted, quoted, refusal } from './checked.js';
import { checkedScalar } from './checked-scalar.js';

const RULE = 'LOCAL_DATE';
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;
const SEPARATED = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00:00(?::00(?:\.0{1,9})?)?)?$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const WITH_TIME = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/;

/** Accepts only YYYY-MM-DD of a day that exists (proleptic Gregorian, years 0001–9999); what the scalar reads. */
export function checkLocalDate(text: string): Checked<string> {
  return isLocalDate(text) ? accepted(text) : refuseDate(text);
}

/** Reads a day as sources write it, year first: 2018-04-18 (midnight may follow), 2018/4/18, 20180418, 2018年4月18日. */
export function parseLocalDate(text: string): Checked<string> {
  if (isLocalDate(text)) return accepted(text);
  const trimmed = text.length > 40 ? text : text.trim();
  let day: string | undefined;
  if (trimmed.length === 8) {
    day = `${trimmed.slice(0, 4)}-${trimmed.slice(4, 6)}-${trimmed.slice(6)}`;
  } else {
    const [, year, month = '', date = ''] = SEPARATED.exec(trimmed) ?? CHINESE.exec(trimmed) ?? [];
    if (year) day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  }
  return day !== undefined && isLocalDate(day) ? accepted(day) : refuseDate(text);
}

/** The day `days` after the date (before, when negative); throws `RangeError` outside the years 0001–9999. */
export function addDays(date: string, days: number): string {
  return dayOfNumber(dayNumber(date) + days);
}

/** −1, 0 or 1: ISO days of four-digit years sort as text. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whether year, month 1–12 and day 1–31 name a day that exists. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  const last = month === 2 && isLeapYear(year) ? 29 : monthStart(month + 1) - monthStart(month);
  return day <= last;
}

/** Whether the text is YYYY-MM-DD of a day that exists. */
export function isLocalDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digits(text, 0, 2) * 100 + digits(text, 2, 4);
  return isCalendarDay(year, digits(text, 5, 7), digits(text, 8, 10));
}

/** The number that the ASCII digits from one position to another write, NaN for anything else; allocates nothing. */
export function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthStart(month: number): number {
  return DAYS_BEFORE_MONTH[month - 1] ?? 365;
}

// Counted by hand: Date reads the years 0–99 as 1900–1999 and would bring a time zone along.
function dayNumber(date: string): number {
  if (!isLocalDate(date)) throw new RangeError(`${quoted(date)} is not a day YYYY-MM-DD`);
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const thisLeapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays + monthStart(month) + thisLeapDay + digits(date, 8, 10);
}

const EPOCH = 719_163; // 1970-01-01 by dayNumber
const MILLISECONDS_PER_DAY = 86_400_000;
const LAST = 3_652_059; // 9999-12-31

function dayOfNumber(number: number): string {
  if (!(Number.isInteger(number) && number >= 1 && number <= LAST))
    throw new RangeError('no day of the years 0001–9999');
  return new Date((number - EPOCH) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

function refuseDate(text: string): Checked<string> {
  const value = quoted(text);
  return WITH_TIME.test(text)
    ? refusal(
        RULE,
        `${value} 不是日期或带有时刻（规则 ${RULE}）：日期只写 YYYY-MM-DD，需要时刻请用 DateTime。`,
        `${value} is not a plain day (rule ${RULE}): write YYYY-MM-DD alone, or use a DateTime where the time counts.`,
      )
    : refusal(
        RULE,
        `${value} 不是存在的日期（规则 ${RULE}）：写作 YYYY-MM-DD，如 "2024-02-29"。`,
        `${value} is not a day that exists (rule ${RULE}): write YYYY-MM-DD, such as "2024-02-29".`,
      );
}

export const LocalDate = checkedScalar({
  name: 'LocalDate',
  description:
    '日期 YYYY-MM-DD（GB/T 7408 / ISO 8601），不含时刻与时区 / ' +
    'Calendar day YYYY-MM-DD (ISO 8601), without time or zone',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  rule: RULE,
  hint: '写作 "2024-03-31" / Write "2024-03-31"',
  check: checkLocalDate,
});
