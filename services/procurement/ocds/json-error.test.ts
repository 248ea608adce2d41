import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorAt } from './json-error.js';

describe('where JSON goes wrong', () => {
  it.each([
    ['{"a": }', 6],
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['{"a": 01}', 6],
    ['{"a": "x\ny"}', 6],
    ['{"a": "\\x"}', 6],
    ['[1}', 2],
    ['1 2', 2],
    ['', 0],
    ['nulls', 0],
    ["{'a': 1}", 1],
  ])('%j at %i', (text, at) => expect(jsonErrorAt(text)).toBe(at));

  it('reads every well-formed text to its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        expect(jsonErrorAt(text)).toBe(text.length);
        const part = text.slice(0, cut % (text.length + 1));
        expect(jsonErrorAt(part)).toBeLessThanOrEqual(part.length);
      }),
    );
  });
});
