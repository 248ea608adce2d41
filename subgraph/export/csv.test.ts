import { describe, expect, it } from 'vitest';
import { Bool, Decimal, Int, listOf, LocalDate, Text, Uscc } from '../model/types.js';
import { csv } from './csv.js';

const FIELDS = [
  { path: ['title'], type: Text, zh: '名称' },
  { path: ['amount'], type: Decimal, zh: '金额（元）' },
  { path: ['supplier', 'uscc'], type: Uscc, zh: '供应商·统一社会信用代码' },
  { path: ['rank'], type: Int, zh: '名次' },
  { path: ['won'], type: Bool, zh: '是否中标' },
  { path: ['on'], type: LocalDate, zh: '日期' },
  { path: ['roles'], type: listOf(Text), zh: '角色' },
];

const format = (question: Partial<Parameters<typeof csv>[1]> = {}, withCursor = false) =>
  csv({ fields: FIELDS, withCursor }, { heads: 'path', bom: false, codes: 'raw', count: true, ...question });

const line = (row: object, question?: Parameters<typeof format>[0]): string =>
  format(question).line(JSON.stringify(row), undefined);

describe('a line', () => {
  it('has every kind of value as text', () => {
    const row = {
      title: '甲',
      amount: '-0.50',
      supplier: { uscc: '91' },
      rank: -1,
      won: false,
      on: '2024-01-02',
      roles: ['a', 'b'],
    };
    expect(line(row)).toBe('甲,-0.50,91,-1,false,2024-01-02,"[""a"",""b""]"\r\n');
  });

  it('is blank where a value or what holds it is', () => {
    expect(line({ title: null, supplier: null })).toBe(',,,,,,\r\n');
    expect(line({ title: '' })).toBe('"",,,,,,\r\n');
  });

  it.each(['=1', '+1', '-1', '@a', '\t1', '＝1', '＋1', '－1', '＠a'])('disarms %j', (title) => {
    expect(line({ title })).toBe(`'${title},,,,,,\r\n`);
  });

  it.each(['a=1', '1-2', 'x@y', ' =1', "'=1"])('leaves %j', (title) => {
    expect(line({ title })).toBe(`${title},,,,,,\r\n`);
  });

  it('quotes what has commas, quotes and line ends', () => {
    expect(line({ title: '=a,"b"\r\nc' })).toBe(`"'=a,""b""\r\nc",,,,,,\r\n`);
  });
});

describe('codes for Excel', () => {
  it.each(['913401007117747673', '007', '1E5', '2024-1', '3/4', '2209-349900-07-01-985223'])(
    'keeps %s as text',
    (title) => {
      expect(line({ title }, { codes: 'excel' })).toBe(`"=""${title}""",,,,,,\r\n`);
    },
  );

  it.each(['91349903MATRJNUQ4Y', 'A007', '一'])('leaves %s, which no one takes for a number', (title) => {
    expect(line({ title }, { codes: 'excel' })).toBe(`${title},,,,,,\r\n`);
  });

  it('leaves numbers and dates alone', () => {
    expect(line({ amount: '1.50', on: '2024-01-02', rank: 3 }, { codes: 'excel' })).toBe(',1.50,,3,,2024-01-02,\r\n');
  });
});

describe('head and end', () => {
  it('are as asked', () => {
    expect(format().head).toBe('title,amount,supplier.uscc,rank,won,on,roles\r\n');
    expect(format({ heads: 'zh', bom: true }).head).toMatch(/^\uFEFF名称,金额（元）,供应商·统一社会信用代码,/);
    expect(format({ heads: 'off', bom: true }, true).head).toBe('\uFEFF');
    expect(format({}, true).line('{"title":"a"}', 'c-1')).toBe('a,,,,,,,c-1\r\n');
    expect(format().end(2, 'c-2')).toBe('# 2 行 / rows; after=c-2,,,,,,\r\n');
    expect(format({}, true).end(0, undefined)).toBe('# 0 行 / rows,,,,,,,\r\n');
    expect(format({ count: false }).end(2, 'c')).toBe('');
  });
});
