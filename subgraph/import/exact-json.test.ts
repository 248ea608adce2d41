import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeperThan, parseExact, plainDecimal, printExact, toExact, toPlain } from './exact-json.js';

describe('exact JSON', () => {
  it('keeps the digits that a binary number would lose', () => {
    const text = '{"a":264000.0,"b":[12345678901234567.89,-0.10,1e3]}';
    expect(printExact(parseExact(text))).toBe(text);
  });

  it('prints text that a database can hold', () => {
    expect(printExact({ a: 'x\0y', b: '\ud800', c: '\\u0000', d: '😀' })).toBe(
      '{"a":"xy","b":"\ufffd","c":"\\\\u0000","d":"😀"}',
    );
  });

  it('gives schema validation ordinary numbers', () => {
    expect(toPlain(parseExact('{"a":[1.50,null,true,"x",{}]}'))).toEqual({ a: [1.5, null, true, 'x', {}] });
  });

  it('reads any JSON as JSON.parse does', () => {
    const withoutProto = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'p')));
    fc.assert(
      fc.property(withoutProto, (value) => {
        const text = JSON.stringify(value);
        expect(toPlain(parseExact(text))).toEqual(JSON.parse(text));
        expect(toPlain(toExact(value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('drops a key that would become a prototype', () => {
    expect(toPlain(parseExact('{"__proto__":{"polluted":1},"a":1}'))).toEqual({ a: 1 });
  });

  it('counts depth without recursing past the limit', () => {
    expect(isDeeperThan(parseExact('[[1]]'), 2)).toBe(false);
    expect(isDeeperThan(parseExact('[[[1]]]'), 2)).toBe(true);
  });
});

describe('plainDecimal', () => {
  it.each([
    ['264000.0', '264000.0'],
    ['134079786.4500000', '134079786.4500000'],
    ['0', '0'],
    ['-0.00', '0.00'],
    ['1e3', '1000'],
    ['1.5E+2', '150'],
    ['12.345e1', '123.45'],
    ['5e-3', '0.005'],
    ['0.001e3', '1'],
    ['-2.50e0', '-2.50'],
  ])('%s is %s', (text, decimal) => {
    expect(plainDecimal(text)).toBe(decimal);
  });

  it.each(['1e30', '1e1000000000', '0.1234567890123456789', '1234567890123456789', 'NaN', '0x1', ''])(
    'refuses %s, which no amount is',
    (text) => expect(plainDecimal(text)).toBeNull(),
  );

  it('equals the number for every amount', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (number) => {
        const decimal = plainDecimal(JSON.stringify(number));
        if (decimal !== null) expect(Number(decimal)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});
