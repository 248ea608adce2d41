import { describe, expect, it } from 'vitest';
import { readInstalments } from './read-instalments.js';

describe('readInstalments', () => {
  it('reads dates as printed and converts 万元 to yuan exactly', () => {
    expect(readInstalments('第1期:2022年06月30日:1234.5600;第2期:2022年12月30日:0.0001')).toEqual([
      { sequence: 1, dueOn: '2022-06-30', amount: '12345600' },
      { sequence: 2, dueOn: '2022-12-30', amount: '1' },
    ]);
  });
  it('has none for a blank and refuses what is not of the form', () => {
    expect(readInstalments(null)).toEqual([]);
    expect(readInstalments('一次付清')).toBeUndefined();
    expect(readInstalments('第1期:2022年13月30日:5')).toBeUndefined();
  });
});
