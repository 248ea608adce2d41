import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertUnit } from '../schema/vocabulary/decimal.js';
import { fenOf, wanYuan, yuan } from './fen.js';

const whole = fc.integer({ min: -1e13, max: 1e13 });

describe('fen', () => {
  it('prints yuan with two digits', () => {
    expect([yuan(0), yuan(5), yuan(-5), yuan(123_456)]).toEqual(['0.00', '0.05', '-0.05', '1234.56']);
  });

  it('prints 万元 without padding, but with the digits asked for', () => {
    expect([wanYuan(20_410_000_00), wanYuan(1_234_567), wanYuan(5), wanYuan(10_484_0000_00, 4)]).toEqual([
      '2041.00',
      '1.234567',
      '0.000005',
      '10484.0000',
    ]);
  });

  it('says the same in both units', () => {
    fc.assert(fc.property(whole, (fen) => Number(convertUnit(wanYuan(fen), 'WAN_YUAN')) === Number(yuan(fen))));
  });

  it('rounds to a step', () => {
    expect([fenOf(1234.567), fenOf(1234.567, 1), fenOf(1_234_567, 1000)]).toEqual([123_457, 123_500, 123_500_000]);
  });

  it('refuses what is no whole number of fen', () => {
    expect(() => yuan(0.5)).toThrow(RangeError);
  });
});
