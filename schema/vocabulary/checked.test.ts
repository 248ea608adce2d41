import { expect, it } from 'vitest';
import { accepted, must, quoted, refusal } from './checked.js';

it('quotes at most 40 characters, controls made visible', () => {
  expect(quoted('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
  expect(quoted('x'.repeat(40))).toBe(`"${'x'.repeat(40)}"`);
  expect(quoted('a\n"\u0000')).toBe(String.raw`"a\n\"\u0000"`);
});

it('names what is not text by its kind', () => {
  const values = [null, undefined, 1.5, true, 10n, [1], { secret: 1 }, new Date(0)];
  expect(values.map(quoted)).toEqual([
    'null',
    'a value of type undefined',
    '1.5',
    'true',
    '10',
    'a list',
    'a value of type object',
    'a Date',
  ]);
});

it('unwraps what holds and throws the sentence of what does not', () => {
  expect(must(accepted(7))).toBe(7);
  expect(() => must(refusal('R01', '不行', 'no good'))).toThrow(new RangeError('no good'));
});
