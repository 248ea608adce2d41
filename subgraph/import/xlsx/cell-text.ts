/** What a cell says, as text: exact where the file is exact, and a fault where the program that wrote it lost digits. */
import type { TimeForm } from './styles.js';

export interface CellReading {
  readonly text: string;
  readonly rule?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly remedy?: string;
}

const AS_TEXT =
  '把该列设为“文本”格式后重新填写 / format the column as text and enter the value again: Excel keeps 15 digits only';

/**
 * A number as its file means it: the shortest digits of the binary fraction, which are those that were typed.
 * The last bits of a computed value (0.1 + 0.2) are noise and are rounded to the 15 digits that Excel shows.
 */
export function numberText(raw: string, isFormula: boolean): CellReading {
  const value = raw.trim() === '' ? Number.NaN : Number(raw);
  if (!Number.isFinite(value))
    return {
      text: raw,
      rule: 'FILE-CELL-NUMBER',
      zh: `“${raw}”不是数`,
      en: `${raw} is not a number`,
      remedy: '更正该单元格 / correct the cell',
    };
  // From 10^15 on Excel has set digits to zero: an identity number of 18 digits ends in 000.
  if (Math.abs(value) >= 1e15) return lostDigits(raw);
  const text = plainText(value);
  if (significant(text) <= 15) return { text };
  const rounded = Number(value.toPrecision(15));
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
  return isFormula || Math.abs(value - rounded) <= 2 * unit ? { text: plainText(rounded) } : lostDigits(raw);
}

const lostDigits = (raw: string): CellReading => ({
  text: raw,
  rule: 'FILE-CELL-DIGITS',
  zh: `数值 ${raw} 超过 15 位，Excel 已丢失其后的数字`,
  en: `the number ${raw} has more than 15 digits: Excel has already lost those after them`,
  remedy: AS_TEXT,
});

/** Without an exponent; −0 is 0. */
function plainText(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!exponent) return text;
  const [, sign = '', whole = '', fraction = '', zeros = ''] = exponent;
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${whole}${fraction}`;
}

const significant = (text: string): number => text.replace(/^-?[0.]*|\./g, '').replace(/0+$/, '').length;

const DAY = 86_400;

/** A serial number of days as `YYYY-MM-DD`, with the time where its format prints one (Beijing time as printed). */
export function timeText(raw: string, form: TimeForm, is1904: boolean): CellReading {
  const serial = Number(raw);
  const seconds = Math.round(serial * DAY);
  if (form === 'DURATION') return { text: clock(seconds) };
  if (form === 'TIME' && serial >= 0 && serial < 1) return { text: clock(seconds) };
  const days = Math.floor(form === 'DATE' ? serial : seconds / DAY);
  // 1900 had no 29 February; Excel counts it all the same, as day 60.
  const isReal = is1904 || days !== 60;
  if (!Number.isFinite(serial) || days < (is1904 ? 0 : 1) || days > 2_958_465 || !isReal)
    return {
      text: raw,
      rule: 'FILE-CELL-DATE',
      zh: `日期序号 ${raw} 不是任何一天`,
      en: `the date number ${raw} is no day`,
      remedy: '更正该日期 / correct the date',
    };
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(start + days * DAY * 1000).toISOString().slice(0, 10);
  return { text: form === 'DATE' ? day : `${day} ${clock(seconds - days * DAY)}` };
}

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
