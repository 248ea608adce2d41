import { describe, expect, it } from 'vitest';
import { CELLS_AT_MOST } from '../../subgraph/import/xlsx/limits.js';
import { buildXlsx, buildZip, spaces, workbookParts, xlsxRow } from './build-zip.js';
import { byLine, readHandedIn } from './read-handed-in.js';

const readRows = (rows: string, more: Partial<Parameters<typeof buildXlsx>[0]> = {}, options = {}) =>
  readHandedIn('file.xlsx', buildXlsx({ sheets: [{ name: '合同', rows }], ...more }), options);

/** What each of these cells says, or the rule that refuses it; the workbook has them in column A. */
async function readCells(cells: readonly string[], more: Partial<Parameters<typeof buildXlsx>[0]> = {}) {
  const rows = cells.map((cell, at) => `<row r="${at + 2}">${cell}<c r="B${at + 2}"><v>1</v></c></row>`);
  const read = await readRows(xlsxRow(1, ['值', '末']) + rows.join(''), more);
  return read.map(({ faults, values }) => faults[0]?.rule ?? values[0]);
}

/** [what it is, the cell, what it says] */
const CELLS = [
  ['a typed number', '<c><v>0.10000000000000001</v></c>', '0.1'],
  ['a whole number', '<c><v>123456789012345</v></c>', '123456789012345'],
  ['a small number', '<c><v>1.5E-7</v></c>', '0.00000015'],
  ['a sum with noise in its last bits', '<c><f>0.1+0.2</f><v>0.30000000000000004</v></c>', '0.3'],
  ['the same pasted as a value', '<c><v>1234.5600000000002</v></c>', '1234.56'],
  ['a quotient', '<c><f>1/3</f><v>0.33333333333333331</v></c>', '0.333333333333333'],
  ['a number of 16 digits', '<c><v>1234567890123456</v></c>', 'FILE-CELL-DIGITS'],
  ['an identity number as Excel keeps it', '<c><v>1.10101199003071E+17</v></c>', 'FILE-CELL-DIGITS'],
  ['an amount of 17 digits', '<c><v>12345678901234.567</v></c>', 'FILE-CELL-DIGITS'],
  ['an error of a formula', '<c t="e"><f>VLOOKUP(1,B:C,2)</f><v>#N/A</v></c>', 'FILE-CELL-ERROR'],
  ['a formula never computed', '<c><f>B2*2</f></c>', 'FILE-CELL-FORMULA'],
  ['a formula that says nothing', '<c t="str"><f>IF(1,"")</f><v></v></c>', null],
  ['a truth value', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['an ISO day', '<c t="d"><v>2024-03-01T00:00:00</v></c>', '2024-03-01'],
  ['an inline text', '<c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', '甲'],
  ['a text in runs', '<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', '甲乙'],
  ['an escaped letter', '<c t="str"><v>甲_x0041_</v></c>', '甲A'],
  ['a shared text, without its reading', '<c t="s"><v>1</v></c>', '朝晖'],
] as const;

/** [format, number, what it says] */
const FORMATS = [
  ['yyyy-mm-dd', '45352', '2024-03-01'],
  ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '45352.75', '2024-03-01'],
  ['[$-804]yyyy/m/d h:mm', '45352.75', '2024-03-01 18:00:00'],
  ['h:mm:ss', '0.5', '12:00:00'],
  ['[h]:mm', '1.5', '36:00:00'],
  ['m/d', '59', '1900-02-28'],
  ['m/d', '61', '1900-03-01'],
  ['m/d', '60', 'FILE-CELL-DATE'],
  ['m/d', '-1', 'FILE-CELL-DATE'],
  ['#,##0.00_);[Red](#,##0.00)', '45352', '45352'],
  ['0.00E+00', '45352', '45352'],
  ['&quot;¥&quot;#,##0.00', '45352.5', '45352.5'],
  ['0.0%', '0.155', '0.155'],
] as const;

describe('cells', () => {
  it('say what they hold, or why that cannot be known', async () => {
    const strings = ['<t>阳光</t>', '<r><t>朝</t></r><r><t>晖</t></r><rPh sb="0" eb="1"><t>ZHAO</t></rPh>'];
    const found = await readCells(
      CELLS.map(([, xml]) => xml),
      { strings },
    );
    expect(CELLS.map(([what], at) => [what, found[at]])).toEqual(CELLS.map(([what, , says]) => [what, says]));
  });

  it('of a format of days or times are days and times', async () => {
    const found = await readCells(
      FORMATS.map(([, value], at) => `<c s="${at + 1}"><v>${value}</v></c>`),
      { formats: FORMATS.map(([format]) => format) },
    );
    expect(FORMATS.map(([format, value], at) => [format, value, found[at]])).toEqual(FORMATS);
  });

  it('count days from 1904 where the workbook does', async () => {
    const more = { formats: ['yyyy-mm-dd'], is1904: true };
    expect(await readCells(['<c s="1"><v>43890</v></c>'], more)).toEqual(['2024-03-01']);
  });
});

describe('a sheet', () => {
  it('has its head under titles, merged in two lines', async () => {
    const rows =
      xlsxRow(1, ['阳光市合同表']) +
      xlsxRow(2, ['单位：万元']) +
      xlsxRow(4, ['序号', '项目', '', '金额']) +
      xlsxRow(5, ['', '名称', '代码', '']) +
      xlsxRow(6, ['1', '甲', 'P1', '5']);
    const merges = ['A1:D1', 'A4:A5', 'B4:C4', 'D4:D5'];
    const found = await readRows(
      rows,
      { sheets: [{ name: '合同', rows, merges }] },
      { heads: ['项目名称', '项目代码', '金额'] },
    );
    expect(found[0]?.head).toMatchObject({ row: 5, sheet: '合同', above: ['阳光市合同表', '单位：万元'] });
    expect(byLine(found)).toEqual([[6, { 序号: '1', '项目/名称': '甲', '项目/代码': 'P1', 金额: '5' }]]);
  });

  it('is read beside others of the table, hidden ones too; explanations and what Excel hides itself are not', async () => {
    const table = (name: string): string => xlsxRow(1, ['编号', '名称']) + xlsxRow(2, ['1', name]);
    const notes: string[] = [];
    const bytes = buildXlsx({
      sheets: [
        { name: '一季度', rows: table('甲') },
        { name: '二季度', rows: table('乙'), state: 'hidden' },
        { name: '内部', rows: table('丙'), state: 'veryHidden' },
        { name: '说明', rows: xlsxRow(1, ['编号', '必填']) + xlsxRow(2, ['名称', '必填']) },
      ],
    });
    const options = { heads: ['编号', '名称'], onNote: (note: string) => notes.push(note) };
    const rows = await readHandedIn('file.xlsx', bytes, options);
    expect(rows.map(({ sheet, values }) => [sheet, ...values])).toEqual([
      ['一季度', '1', '甲'],
      ['二季度', '1', '乙'],
    ]);
    expect(notes).toEqual([expect.stringContaining('内部'), expect.stringContaining('说明')]);
  });

  it('with a far cell is refused by its name, at once', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const start = performance.now();
    await expect(readRows(xlsxRow(1, ['编号']) + xlsxRow(2, ['1']) + far)).rejects.toMatchObject({
      rule: 'FILE-CELLS',
      en: expect.stringContaining('合同!XFD1048576') as string,
    });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('with rows to the last column has more cells than are read', async () => {
    const rows = Array.from({ length: 1300 }, (_, at) => `<row r="${at + 2}"><c r="XFD${at + 2}"><v>1</v></c></row>`);
    const heads = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" t="str"><v>末</v></c></row>';
    await expect(readRows(heads + rows.join(''), {}, { heads: ['1', '末'] })).rejects.toMatchObject({
      // Blank heads stand before the last one; its cells are all under it.
      rule: 'FILE-XLSX-CELLS',
      en: expect.stringContaining(String(CELLS_AT_MOST)) as string,
    });
  });
});

describe('a workbook is refused', () => {
  const parts = workbookParts({ sheets: [{ name: '合同', rows: xlsxRow(1, ['编号']) + xlsxRow(2, ['1']) }] });
  const whole = buildZip(parts);
  const sheet = parts.length - 1;
  const withSheet = (text: string, more: { packed?: Buffer; size?: number } = {}): Buffer =>
    buildZip(parts.map((part, at) => (at === sheet ? { ...part, text, ...more } : part)));
  const bomb = (times: number) => spaces('<worksheet><sheetData>', times, '</sheetData></worksheet>');

  it.each([
    ['cut off', whole.subarray(0, whole.length - 300), 'FILE-XLSX', 'cut off'],
    ['with a spoiled byte', Buffer.from(whole).fill(7, 60, 64), 'FILE-XLSX', 'damaged'],
    ['with a sheet cut off', withSheet('<worksheet><sheetData><row r="1">'), 'FILE-XLSX', 'damaged'],
    [
      'with an outside entity',
      withSheet('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'),
      'FILE-XLSX-DTD',
      'DOCTYPE',
    ],
    [
      'with entities that multiply',
      withSheet('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'),
      'FILE-XLSX-DTD',
      'DOCTYPE',
    ],
    ['that unpacks to more than a gigabyte', withSheet('', bomb(70)), 'FILE-XLSX-SIZE', '1024 MB'],
    ['that says it is small and is not', withSheet('', { ...bomb(70), size: 1000 }), 'FILE-XLSX', 'too many bytes'],
    [
      'with rows out of order',
      withSheet('<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'),
      'FILE-XLSX',
      'row 1',
    ],
    ['that is no ZIP', Buffer.from('编号,名称\n'), 'FILE-XLSX', 'ZIP'],
  ])('%s', async (_, bytes, rule, text) => {
    const start = performance.now();
    await expect(readHandedIn('file.xlsx', bytes)).rejects.toMatchObject({
      rule,
      en: expect.stringContaining(text) as string,
    });
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
