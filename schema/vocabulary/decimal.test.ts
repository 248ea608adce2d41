import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from './checked.js';
import {
  addDecimals,
  compareDecimals,
  convertUnit,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
} from './decimal.js';

interface Drawn {
  readonly text: string;
  readonly digits: bigint;
  readonly scale: number;
}

/** A decimal as text beside the integer and scale it stands for, drawn apart from the code under test. */
const decimals: fc.Arbitrary<Drawn> = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => ({ text: write(digits, scale), digits, scale }));

function write(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return scale === 0 ? sign + all : `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`;
}

function at(value: Drawn, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}

describe('parseDecimal', () => {
  it('keeps the printed digits', () => {
    fc.assert(fc.property(decimals, ({ text }) => must(parseDecimal(text)) === text));
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '.5',
    '5.',
    '+1',
    '1e5',
    '01',
    '00',
    '1 000',
    '１２',
    '1.2.3',
    '--1',
    'NaN',
    'Infinity',
    '0x10',
    '万',
  ])('refuses %j and says that a blank is null', (text) => {
    expect(parseDecimal(text)).toMatchObject({ ok: false, rule: 'DECIMAL', en: expect.stringContaining('null') });
  });

  it.each([
    ['1,234,567.89', '1234567.89'],
    ['-6,000', '-6000'],
    ['6，000', '6000'],
  ])('tells how to write %s', (grouped, plain) => {
    const checked = parseDecimal(grouped);
    expect(checked).toMatchObject({ ok: false, en: expect.stringContaining(`write "${plain}"`) });
    expect(parseDecimal(plain).ok).toBe(true);
  });

  it('does not take a decimal comma for a thousands separator', () => {
    expect(parseDecimal('1,5')).toMatchObject({ ok: false, en: expect.not.stringContaining('thousands') });
  });

  it('takes the sign from a negative zero', () => {
    expect(['-0', '-0.00'].map((text) => must(parseDecimal(text)))).toEqual(['0', '0.00']);
    expect(must(parseDecimal('-0.01'))).toBe('-0.01');
  });

  it('refuses more than 100 characters at once, without quoting them', () => {
    expect(must(parseDecimal('9'.repeat(100)))).toHaveLength(100);
    const checked = parseDecimal('9'.repeat(1_000_000));
    expect(checked.ok ? '' : checked.en.length).toBeLessThan(200);
  });
});

describe('arithmetic against integers of one scale', () => {
  it('adds and subtracts', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const scale = Math.max(a.scale, b.scale);
        expect(addDecimals(a.text, b.text)).toBe(write(at(a, scale) + at(b, scale), scale));
        expect(subtractDecimals(a.text, b.text)).toBe(write(at(a, scale) - at(b, scale), scale));
      }),
    );
  });

  it('multiplies', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(multiplyDecimals(a.text, b.text)).toBe(write(a.digits * b.digits, a.scale + b.scale));
      }),
    );
  });

  it('compares by value', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const difference = at(a, 12) - at(b, 12);
        expect(compareDecimals(a.text, b.text)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
    expect(compareDecimals('1.5', '1.50')).toBe(0);
  });

  it('rounds to the nearest, halves away from zero', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 14 }), (value, digits) => {
        const rounded = roundDecimal(value.text, digits);
        expect(rounded.split('.')[1]?.length ?? 0).toBe(digits);
        const error = BigInt(rounded.replace('.', '')) * 10n ** BigInt(14 - digits) - at(value, 14);
        const twice = 2n * (error < 0n ? -error : error);
        const unit = 10n ** BigInt(14 - digits);
        expect(twice <= unit).toBe(true);
        if (twice === unit) expect(error > 0n).toBe(value.digits > 0n);
      }),
    );
  });

  it.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.4999', 0, '2'],
    ['1.005', 2, '1.01'],
    ['0.004', 2, '0.00'],
    ['-0.004', 2, '0.00'],
    ['7', 2, '7.00'],
  ])('rounds %s to %i digits as %s', (value, digits, rounded) => {
    expect(roundDecimal(value, digits)).toBe(rounded);
  });

  it('adds what floating point cannot', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('9007199254740993', '0.01')).toBe('9007199254740993.01');
  });
});

describe('convertUnit', () => {
  it.each([
    ['10484.0000', 'WAN_YUAN', '104840000'],
    ['0.5', 'WAN_YUAN', '5000'],
    ['1.23456', 'WAN_YUAN', '12345.6'],
    ['94.2', 'YI_YUAN', '9420000000'],
    ['12.30', 'YUAN', '12.30'],
    ['-0.01', 'WAN_YUAN', '-100'],
    ['0.00', 'YI_YUAN', '0'],
  ] as const)('reads %s %s as %s yuan', (amount, unit, yuan) => {
    expect(convertUnit(amount, unit)).toBe(yuan);
  });

  it('is multiplication by 10⁴ and 10⁸', () => {
    fc.assert(
      fc.property(decimals, ({ text }) => {
        expect(compareDecimals(convertUnit(text, 'WAN_YUAN'), multiplyDecimals(text, '10000'))).toBe(0);
        expect(compareDecimals(convertUnit(text, 'YI_YUAN'), multiplyDecimals(text, '100000000'))).toBe(0);
      }),
    );
  });
});

it('throws on text that no check let through', () => {
  expect(() => addDecimals('', '1')).toThrow(RangeError);
  expect(() => convertUnit('1,000', 'YUAN')).toThrow('"1,000" is not a decimal number');
  expect(() => roundDecimal('1', -1)).toThrow(RangeError);
});
