import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from './checked.js';
import { addDays, checkLocalDate, compareDates, daysBetween, isCalendarDay, parseLocalDate } from './local-date.js';

const FIRST = Date.UTC(2000, 0, 1) - 730_119 * 86_400_000; // 0001-01-01
const days = fc
  .integer({ min: 0, max: 3_652_058 })
  .map((day) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10));

describe('a day', () => {
  it('is every day that the calendar of JavaScript has', () => {
    fc.assert(fc.property(days, (day) => must(checkLocalDate(day)) === day));
  });

  it('is no other combination of digits', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((part) => String(part).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), two, two, (year, month, date) => {
        const text = `${year}-${month}-${date}`;
        const real = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
        expect(checkLocalDate(text).ok).toBe(exists);
      }),
    );
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '0000-01-01',
    '2024-1-1',
    '24-01-01',
    '',
  ])('is not %j', (text) => {
    expect(checkLocalDate(text)).toMatchObject({
      ok: false,
      rule: 'LOCAL_DATE',
      en: expect.stringContaining('YYYY-MM-DD'),
    });
  });

  it('has a number of its own in its month', () => {
    expect([28, 29, 30].map((day) => isCalendarDay(2024, 2, day))).toEqual([true, true, false]);
    expect([isCalendarDay(2023, 2, 29), isCalendarDay(2024, NaN, 1), isCalendarDay(2024, 1, 0)]).not.toContain(true);
  });

  it('is not a date-time, and the sentence says so', () => {
    expect(checkLocalDate('2024-01-01T00:00:00Z')).toMatchObject({
      ok: false,
      en: expect.stringContaining('DateTime'),
    });
  });
});

describe('parseLocalDate', () => {
  it.each([
    ['2018-12-31', '2018-12-31'],
    ['2018年12月31日', '2018-12-31'],
    ['2018年1月5日', '2018-01-05'],
    ['20240101', '2024-01-01'],
    ['2018-04-18 00:00:00.0000000', '2018-04-18'],
    ['2018-04-18T00:00:00', '2018-04-18'],
    ['2018-04-18 00:00', '2018-04-18'],
    ['2018/4/18', '2018-04-18'],
    [' 2018.04.18 ', '2018-04-18'],
  ])('reads %j', (text, day) => {
    expect(must(parseLocalDate(text))).toBe(day);
  });

  it.each([
    '2018年2月30日',
    '20231301',
    '2018-04-18 00:00:01',
    '2018-04-18T00:00:00Z',
    '18/4/2018',
    '2018年',
    '',
    '-',
    '2018-1-1x',
  ])('refuses %j', (text) => {
    expect(parseLocalDate(text)).toMatchObject({ ok: false, rule: 'LOCAL_DATE' });
  });

  it('reads every spelling of one day alike', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const spellings = [day, year + month + date, `${year}年${+month}月${+date}日`, `${day} 00:00:00.0000000`];
        expect(spellings.map((text) => must(parseLocalDate(text)))).toEqual(spellings.map(() => day));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseLocalDate(text).ok === 'boolean'));
  });
});

describe('counting days', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const distance = daysBetween(from, to);
        expect(addDays(from, distance)).toBe(to);
        expect(distance).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        expect(Math.sign(distance)).toBe(compareDates(to, from));
      }),
    );
  });

  it('crosses leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('0001-01-01', 0)).toBe('0001-01-01');
    expect(daysBetween('2024-03-01', '2024-02-01')).toBe(-29);
  });

  it('stops at the ends of the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2024-02-30', 1)).toThrow('"2024-02-30" is not a day');
    expect(() => addDays('2024-02-01', 0.5)).toThrow(RangeError);
  });
});
