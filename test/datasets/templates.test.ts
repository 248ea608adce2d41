import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellKind, exampleOf } from '../../subgraph/dataset/column-type.js';
import { templateCsv } from '../../subgraph/dataset/template-csv.js';
import { CODES_SHEET, EXPLANATION_SHEET } from '../../subgraph/dataset/template-sheets.js';
import { templateXlsx } from '../../subgraph/dataset/template-xlsx.js';
import { unknownHeads } from '../../subgraph/dataset/unknown-heads.js';
import type { Dataset } from '../../subgraph/import/define-dataset.js';
import { mapRow } from '../../subgraph/import/map-row.js';
import { declaredHeads, matchHeads } from '../../subgraph/import/match-heads.js';
import { readTable } from '../../subgraph/import/read-table.js';
import { DECLARED, SETTING } from './declared.js';
import { columnStyles, fillForm, sheetXml } from './filled-form.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'hub-test-'))));
afterAll(() => rm(folder, { recursive: true }));

/** Everything an import says of the rows of a file before it comes to the database. */
async function read(
  dataset: Dataset,
  file: string,
): Promise<{ rows: object[]; findings: object[]; unknown: string[] }> {
  const result = { rows: [] as object[], findings: [] as object[], unknown: [] as string[] };
  for await (const row of readTable(file, { heads: declaredHeads(dataset.columns) })) {
    const { heads, findings } = matchHeads(dataset.columns, row.head, file);
    const mapped = mapRow(heads, row, file);
    result.findings.push(...findings, ...mapped.findings);
    result.unknown.push(...unknownHeads(heads.values(), row.head.names));
    result.rows.push(...(dataset.rows(mapped.values, SETTING)[0] ?? []));
  }
  return result;
}

describe.each(DECLARED)('the form of $id', ({ service, dataset }) => {
  const { columns } = dataset;
  const example = columns.map((column) => exampleOf(column) ?? '');

  it('is imported without a finding once it is filled in', async () => {
    const cells = columns.map((column, index) => ({
      text: example[index] ?? '',
      isNumber: cellKind(column).isNumber === true,
    }));
    const file = path.join(folder, `${dataset.file}.xlsx`);
    await writeFile(file, fillForm(await templateXlsx(service, dataset), cells));
    const filled = await read(dataset, file);
    expect([filled.findings, filled.unknown, filled.rows.length]).toEqual([[], [], 1]);
    const csv = path.join(folder, `${dataset.file}.csv`);
    await writeFile(csv, templateCsv(dataset) + stringify([example]));
    expect(await read(dataset, csv)).toEqual(filled);
    const blank = Object.entries(filled.rows[0] ?? {}).filter(([, value]) => value === null || value === undefined);
    expect(blank).toEqual([]);
  });

  it('says nothing before it is', async () => {
    const file = path.join(folder, `${dataset.file}-blank.xlsx`);
    await writeFile(file, await templateXlsx(service, dataset));
    expect(await read(dataset, file)).toEqual({ rows: [], findings: [], unknown: [] });
  });

  it('keeps codes, numbers of documents and dates as text, and offers the words of every code list', async () => {
    const bytes = await templateXlsx(service, dataset);
    const xml = sheetXml(bytes);
    const isText = columnStyles(xml).map((style) => numberFormat(sheetXml(bytes, 'xl/styles.xml'), style) === '@');
    expect(columns.map((_, index) => isText[index] === true)).toEqual(
      columns.map((column) => cellKind(column).isNumber !== true),
    );

    const [form, explained, codes] = (await readXlsx(bytes)).sheets;
    expect([form?.rows[0], explained?.name]).toEqual([columns.map(({ head }) => head), EXPLANATION_SHEET]);
    const offered = columns.map((_, index) => {
      const list = form?.dataValidations?.find(({ type, range }) => type === 'list' && columnOf(range) === index);
      const [, from, to] = /^'代码表'!\$B\$(\d+):\$B\$(\d+)$/.exec(list?.formula1 ?? '') ?? [];
      return from === undefined ? list?.values : codes?.rows.slice(Number(from) - 1, Number(to)).map((row) => row[1]);
    });
    expect(offered).toEqual(
      columns.map((column) =>
        column.codes ? firstWords(column.codes) : column.type.name === 'Boolean' ? ['是', '否'] : undefined,
      ),
    );
    if (columns.some((column) => column.codes)) expect(codes?.name).toBe(CODES_SHEET);
  });

  it('explains each column on its second sheet', async () => {
    const sheet = (await readXlsx(await templateXlsx(service, dataset))).sheets[1];
    const start = sheet?.rows.findIndex(([first]) => first === '列名\nColumn') ?? -1;
    const lines = sheet?.rows.slice(start + 1) ?? [];
    expect(lines.map((line) => [line[0], line[1] === '是 Yes', line[7] ?? ''])).toEqual(
      columns.map(({ head, required = false }, index) => [head, required, example[index]]),
    );
  });

  it('has the same bytes from the same declaration', async () => {
    expect(Buffer.compare(await templateXlsx(service, dataset), await templateXlsx(service, dataset))).toBe(0);
  });

  it('as CSV has the mark of UTF-8 and the heads alone', () => {
    expect(templateCsv(dataset)).toBe(`\uFEFF${columns.map(({ head }) => head).join(',')}\r\n`);
  });
});

const firstWords = (codes: Readonly<Record<string, string>>): (string | undefined)[] =>
  [...new Set(Object.values(codes))].map((code) => Object.keys(codes).find((word) => codes[word] === code));

const columnOf = (range: string): number =>
  [...(/^[A-Z]+/.exec(range)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Format code of a style of the workbook; built-in 0 where it has none of its own. */
function numberFormat(styles: string, style: string | undefined): string | undefined {
  const cellStyles = /<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '';
  const id = [...cellStyles.matchAll(/<xf numFmtId="(\d+)"/g)][Number(style ?? 0)]?.[1];
  return new RegExp(`<numFmt numFmtId="${id}" formatCode="([^"]+)"`).exec(styles)?.[1];
}
