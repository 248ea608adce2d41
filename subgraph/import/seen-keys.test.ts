import { describe, expect, it } from 'vitest';
import { SeenKeys } from './seen-keys.js';

const seen = (keys: Iterable<string>): boolean => {
  const check = new SeenKeys();
  for (const key of keys) check.add(key);
  return check.mayRepeat;
};

function* numbered(count: number): Generator<string> {
  for (let index = 0; index < count; index++) yield `91349902MA${String(index).padStart(8, '0')}`;
}

describe('keys of a file', () => {
  it('that differ are told to differ, half a million of them', () => {
    expect(seen(numbered(500_000))).toBe(false);
    expect(seen(['', 'a', 'b', 'ab', 'ba', '中', '文'])).toBe(false);
  });

  it.each([0, 1, 40_000, 199_999])('one given twice is noticed, here the one at %i', (index) => {
    expect(seen([...numbered(200_000), `91349902MA${String(index).padStart(8, '0')}`])).toBe(true);
    expect(seen(['', ''])).toBe(true);
  });
});
