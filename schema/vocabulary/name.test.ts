import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseName } from './name.js';

it.each([
  ['马鞍山（市）　第一 建筑公司', '马鞍山(市)第一建筑公司'],
  ['马鞍山【市】第一建筑公司', '马鞍山(市)第一建筑公司'],
  ['ＡＢＣ科技〔北京〕有限公司', 'ABC科技(北京)有限公司'],
  ['中国銀行', '中国銀行'],
  ['A\u200bB\ufeff C', 'ABC'],
  ['abc', 'abc'],
])('spells %j as %s', (text, name) => {
  expect(normaliseName(text)).toBe(name);
});

it('is normalised once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
    }),
    { numRuns: 1000 },
  );
});

it('does not see widths, brackets and blanks', () => {
  const name = fc.string({ unit: fc.constantFrom(...'马鞍山建筑(北京)AB12') });
  fc.assert(
    fc.property(name, (text) => {
      const wide = [...text].map((char) =>
        char.charCodeAt(0) < 127 ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char,
      );
      expect(normaliseName(wide.join('\u3000'))).toBe(normaliseName(text));
    }),
  );
});
