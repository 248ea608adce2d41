import { expect, it } from 'vitest';
import { must } from './checked.js';
import { checkCurrency, parseCurrency } from './currency.js';

it.each(['CNY', 'USD', 'EUR', 'HKD', 'PHP', 'MXN', 'MDL', 'GBP', 'CLF', 'XDR'])('knows %s', (code) => {
  expect(must(checkCurrency(code))).toBe(code);
});

it.each([
  ['156', 'CNY'],
  ['036', 'AUD'],
  ['840', 'USD'],
  ['cny', 'CNY'],
  ['人民币', 'CNY'],
  ['RMB', 'CNY'],
  [' CNY ', 'CNY'],
])('reads %j as %s, and tells the scalar so', (text, code) => {
  expect(must(parseCurrency(text))).toBe(code);
  expect(checkCurrency(text)).toMatchObject({
    ok: false,
    rule: 'CURRENCY',
    en: expect.stringContaining(`write "${code}"`),
  });
});

it.each(['', 'ABC', 'CNYY', '999', 'constructor', '__proto__', '万元'])('refuses %j', (text) => {
  expect(parseCurrency(text)).toMatchObject({ ok: false, rule: 'CURRENCY' });
});

it('maps numbers only to currencies that exist', () => {
  const known = ['036', '124', '344', '392', '446', '901', '978'].map((number) => must(parseCurrency(number)));
  expect(known).toEqual(['AUD', 'CAD', 'HKD', 'JPY', 'MOP', 'TWD', 'EUR']);
  for (const code of known) expect(checkCurrency(code).ok).toBe(true);
});
