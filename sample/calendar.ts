import { addDays, daysBetween } from '../schema/vocabulary/local-date.js';
import type { Random } from './random.js';

/** First day of the three years that the sample covers. */
export const FIRST_DAY = '2022-01-01';
/** Last day on which anything was published that the procurement files hold. */
export const LAST_DAY = '2024-12-31';
/** The day on which the departments hand over their files; registers are as of this day. */
export const HANDOVER = '2025-01-20';

const MONDAY = '2024-01-01';
const HOLIDAYS = new Set([
  '01-01',
  '05-01',
  '05-02',
  '05-03',
  '10-01',
  '10-02',
  '10-03',
  '10-04',
  '10-05',
  '10-06',
  '10-07',
]);
// Buyers spend late in the year: the share of each month, January to December, in a year's notices.
const MONTH_WEIGHTS = [0.6, 0.4, 0.8, 0.9, 1, 1, 1, 1.1, 1.2, 1.3, 1.6, 1.2] as const;

function isWorkday(day: string): boolean {
  const weekday = (((daysBetween(MONDAY, day) % 7) + 7) % 7) + 1;
  return weekday <= 5 && !HOLIDAYS.has(day.slice(5));
}

/** The day itself when offices are open, else the next such day. */
export function workdayFrom(day: string): string {
  let result = day;
  while (!isWorkday(result)) result = addDays(result, 1);
  return result;
}

/** The n-th working day after a day. */
export function addWorkdays(day: string, count: number): string {
  let result = day;
  for (let left = count; left > 0; left--) result = workdayFrom(addDays(result, 1));
  return result;
}

/** A working day of the years, more often late in the year. */
export function drawNoticeDay(random: Random): string {
  const year = random.weighted([
    [2022, 0.31],
    [2023, 0.33],
    [2024, 0.36],
  ] as const);
  const month = random.weighted(MONTH_WEIGHTS.map((weight, at) => [at + 1, weight] as const));
  const day = `${year}-${two(month)}-${two(random.int(1, 28))}`;
  return workdayFrom(day < `${year}-01-04` ? `${year}-01-04` : day);
}

/** A day from the first to the last, both included. */
export function drawDay(random: Random, first: string, last: string): string {
  return addDays(first, random.int(0, Math.max(0, daysBetween(first, last))));
}

/** '2022-05-30' → '2022年05月30日', as land registers print it. */
export function chineseDay(day: string): string {
  return `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8, 10)}日`;
}

/** A local time of the city with its offset, as OCDS wants it. */
export function at(day: string, time: string): string {
  return `${day}T${time}:00+08:00`;
}

/** 'yyyyMMddHHmmss' of local time, as trading platforms print it. */
export function compactTime(day: string, time: string): string {
  return `${day.replaceAll('-', '')}${time.replace(':', '')}00`;
}

/** The last day of the quarter that a day lies in. */
export function quarterEnd(day: string): string {
  const last = Math.ceil(Number(day.slice(5, 7)) / 3);
  return `${day.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][last - 1]}`;
}

/** The earlier of two days. */
export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
