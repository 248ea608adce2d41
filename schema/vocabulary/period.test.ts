import fc from 'fast-check';
import { expect, it } from 'vitest';
import { must } from './checked.js';
import { checkQuarter, monthOf, parseQuarter, quarterOf } from './period.js';

it('puts every day into its quarter and month', () => {
  const dates = fc.date({ min: new Date('1900-01-01Z'), max: new Date('2099-12-31Z'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      const day = date.toISOString().slice(0, 10);
      const quarter = quarterOf(day);
      expect(quarter).toBe(`${date.getUTCFullYear()}Q${Math.floor(date.getUTCMonth() / 3) + 1}`);
      expect(must(checkQuarter(quarter))).toBe(quarter);
      expect(monthOf(day)).toBe(day.slice(0, 7));
    }),
  );
});

it.each(['2024Q2', '2024-Q2', '2024q2', '2024年第二季度', '2024年二季度', '2024年2季度', '2024年第2季度'])(
  'reads %s',
  (text) => {
    expect(must(parseQuarter(text))).toBe('2024Q2');
  },
);

it.each(['2024Q0', '2024Q5', '2024', '2024Q', '0000Q1', '2024年五季度', 'Q12024', ''])('refuses %j', (text) => {
  expect(parseQuarter(text)).toMatchObject({ ok: false, rule: 'QUARTER' });
  expect(checkQuarter(text)).toMatchObject({ ok: false, rule: 'QUARTER', en: expect.stringContaining('"2024Q1"') });
});

it('gives the scalar only the one spelling', () => {
  expect(checkQuarter('2024-Q2').ok).toBe(false);
});
