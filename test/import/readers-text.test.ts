import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvRecords } from '../../subgraph/import/csv-records.js';
import { byLine, readHandedIn } from './read-handed-in.js';

const TABLE = '编号,名称\n1,朝晖区\n2,沐泽县\n';
const ROWS = [
  [2, { 编号: '1', 名称: '朝晖区' }],
  [3, { 编号: '2', 名称: '沐泽县' }],
];

const utf16 = (text: string, isBig = false): Buffer => {
  const little = Buffer.from(text, 'utf16le');
  return isBig ? little.swap16() : little;
};

/** 编号,名称 / 1,朝晖区 / 2,沐泽县 in GB 18030. */
const GB18030 = Buffer.from('b1e0bac52cc3fbb3c60a312cb3afeacdc7f80a322ce3e5d4f3cfd80a', 'hex');

describe('a CSV is read', () => {
  it.each([
    ['in UTF-8', Buffer.from(TABLE)],
    ['in UTF-8 with its mark', Buffer.from(`\uFEFF${TABLE}`)],
    ['in UTF-16 LE with its mark', utf16(`\uFEFF${TABLE}`)],
    ['in UTF-16 BE with its mark', utf16(`\uFEFF${TABLE}`, true)],
    ['in UTF-16 LE without', utf16(TABLE)],
    ['in UTF-16 BE without', utf16(TABLE, true)],
    ['in GB 18030', GB18030],
    ['with line ends of Windows', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
    ['with line ends of old Macs', Buffer.from(TABLE.replaceAll('\n', '\r'))],
    ['with semicolons', Buffer.from(TABLE.replaceAll(',', ';'))],
    ['with tabs', Buffer.from(TABLE.replaceAll(',', '\t'))],
    ['without a line break at its end', Buffer.from(TABLE.trimEnd())],
  ])('%s', async (_, bytes) => {
    expect(byLine(await readHandedIn('file.csv', bytes))).toEqual(ROWS);
  });

  it('with its extension .tsv, whatever commas are in it', async () => {
    const rows = await readHandedIn('file.tsv', '名称\t说明\n甲,乙,丙\t1,2,3\n');
    expect(byLine(rows)).toEqual([[2, { 名称: '甲,乙,丙', 说明: '1,2,3' }]]);
  });

  it('with rows told by the line where each begins', async () => {
    const rows = await readHandedIn('file.csv', '编号,说明\n1,"两\n行"\n\n2,"说""好"""\n3,\n,\n');
    expect(byLine(rows)).toEqual([
      [2, { 编号: '1', 说明: '两\n行' }],
      [5, { 编号: '2', 说明: '说"好"' }],
      [6, { 编号: '3', 说明: null }],
    ]);
  });
});

describe('the head row is found', () => {
  const heads = ['合同编号', '合同名称', '合同金额', '金额'];

  it('in line 4, and what stands above and below is kept', async () => {
    const rows = await readHandedIn(
      'file.csv',
      '阳光市交通运输局合同明细表,,\n,,\n单位：万元,,2024年3月\n合同编号,合同名称,合同金额（万元）\nHT1,甲,5\n合计,,5\n',
      { heads },
    );
    expect(rows[0]?.head).toMatchObject({ row: 4, above: ['阳光市交通运输局合同明细表', '单位：万元', '2024年3月'] });
    expect(byLine(rows)).toEqual([
      [5, { 合同编号: 'HT1', 合同名称: '甲', '合同金额（万元）': '5' }],
      [6, { 合同编号: '合计', 合同名称: null, '合同金额（万元）': '5' }],
    ]);
  });

  it('in two lines, joined', async () => {
    const rows = await readHandedIn('file.csv', '合同,,金额\n编号,名称,\nHT1,甲,5\n', {
      heads: ['合同编号', '合同名称', '金额'],
    });
    expect(byLine(rows)).toEqual([[3, { '合同/编号': 'HT1', '合同/名称': '甲', 金额: '5' }]]);
  });

  it('and is the first row without declared heads', async () => {
    expect(byLine(await readHandedIn('file.csv', '\n\n编号,名称\n1,甲\n'))).toEqual([[4, { 编号: '1', 名称: '甲' }]]);
  });
});

describe('a text is refused', () => {
  it.each([
    ['with a quote open to its end', '编号,名称\n1,甲\n2,"乙\n3,丙\n', 'FILE-QUOTE', 'opened in line 3'],
    [
      'with a quote open for more than a megabyte',
      `编号,名称\n1,甲\n2,"乙\n${'3,丙\n'.repeat(700_000)}`,
      'FILE-QUOTE',
      'opened in line 3',
    ],
    ['with a line that never ends', `编号,名称\n1,${'甲'.repeat(1_100_000)}`, 'FILE-RECORD', 'line 2'],
    ['with text after a closing quote', '编号,名称\n1,"甲"乙\n', 'FILE-CSV', 'closes in line 2'],
    ['with a quote in the middle of a cell', '编号,名称\n1,甲"乙"\n', 'FILE-CSV', 'line 2'],
    ['with a value under no head', '编号,,名称\n1,x,甲\n', 'FILE-CELLS', 'line 2, cell 2'],
    ['that is empty', ' \n', 'FILE-EMPTY', 'empty'],
  ])('%s', async (_, text, rule, where) => {
    const start = performance.now();
    await expect(readHandedIn('file.csv', text)).rejects.toMatchObject({
      rule,
      en: expect.stringContaining(where) as string,
    });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each([
    ['UTF-8 with a spoiled byte', Buffer.concat([Buffer.from(TABLE), Buffer.from('3,\xe4\xb8,x\n', 'latin1')]), 4, 41],
    ['neither UTF-8 nor GB 18030', Buffer.concat([GB18030, Buffer.from('3,\xff\xff\n', 'latin1')]), 4, 31],
    ['half a pair of UTF-16', Buffer.concat([utf16('编号,名称\n1,甲\n2,'), Buffer.from('00d80a00', 'hex')]), 3, 25],
  ])('%s, with line and byte', async (_, bytes, line, byte) => {
    await expect(readHandedIn('file.csv', bytes)).rejects.toMatchObject({
      rule: 'FILE-ENCODING',
      en: expect.stringContaining(`line ${line} (byte ${byte})`) as string,
    });
  });
});

it('records are those of csv-parse, however the text is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', 'x', '"', ',', '\n', '\r\n', ' '), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.boolean(), (rows, size, isWindows, isEnded) => {
      const newline = isWindows ? '\r\n' : '\n';
      const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const text = rows.map((cells) => cells.map(quoted).join(',')).join(newline) + (isEnded ? newline : '');
      const expected = parse(text, { relax_column_count: true, skip_empty_lines: true, record_delimiter: newline });
      const records = new CsvRecords(',');
      const read: string[][] = [];
      for (let at = 0; at < text.length; at += size)
        for (const { cells } of records.read(text.slice(at, at + size), false)) read.push(cells as string[]);
      for (const { cells } of records.read('', true)) read.push(cells as string[]);
      expect(read).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
