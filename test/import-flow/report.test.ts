import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printImport } from '../../hub/print-report.js';
import { checkReportFiles, writeReports } from '../../hub/report/write-reports.js';
import { flowPlace, type FlowPlace } from './flow-place.js';
import { companies, company, NAME, USCC, wrongUscc } from './hand-ins.js';

let place: FlowPlace;
beforeAll(async () => void (place = await flowPlace()));
afterAll(() => place?.[Symbol.asyncDispose]());

const PERSONS = 'registry.legal-persons';

it('the terminal shows the counts and the first twenty findings, and where the rest is', async () => {
  const lines: string[] = [];
  printImport(await place.import(PERSONS, place.csv('ok.csv', companies(1, 3))), (line) => lines.push(line));
  expect(lines.join('\n')).toMatch(/legal_entity\s+3\s+3\s+0\s+0\s+0/);
  const bad = Array.from({ length: 30 }, (_, n) => ({ [USCC]: wrongUscc(n), [NAME]: `名${n}` }));
  const refused: string[] = [];
  const report = await place.import(PERSONS, place.csv('bad.csv', bad));
  printImport(report, (line) => refused.push(line));
  const text = refused.join('\n');
  expect(text).toContain('30 errors');
  expect(text.match(/E R02 /g)).toHaveLength(21);
  expect(text).toContain(`hub findings show ${report.refusal}`);
  expect(text).toContain('--report x.json');
});

it('as JSON with every finding, as XLSX with the bad cells of the sent file marked', async () => {
  const rows = [company(1), { [USCC]: wrongUscc(2), [NAME]: '=HYPERLINK("x")' }];
  const report = await place.import(PERSONS, place.csv('bad.csv', rows));
  const [json, xlsx] = ['r.json', 'r.xlsx'].map((name) => path.join(place.folder, name)) as [string, string];
  await writeReports([report], [json, xlsx]);
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject([
    { what: PERSONS, file: 'bad.csv', outcome: 'REFUSED', findings: [{ rule: 'R02', row: 3, column: USCC }] },
  ]);
  const { sheets } = await readXlsx(readFileSync(xlsx), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(['数据', '发现 Findings']);
  const [table, findings] = sheets;
  // The row is where it stands in the file, and no cell is a formula.
  expect(table?.rows[2]).toEqual([wrongUscc(2), '\'=HYPERLINK("x")']);
  expect(table?.cells?.get('2,0')?.comment?.text).toContain('R02');
  expect(table?.cells?.get('1,0')?.comment).toBeUndefined();
  expect(findings?.rows[1]?.slice(0, 6)).toEqual(['E', 'R02', 'bad.csv', '', '3', USCC]);
});

it('a file that is no table has its findings alone, and a report needs a place', async () => {
  const file = path.join(place.folder, 'broken.csv');
  writeFileSync(file, `${USCC},${NAME}\n"开,1\n`);
  const report = await place.import(PERSONS, file);
  expect(report).toMatchObject({ outcome: 'REFUSED', errors: 1, refusal: expect.any(String) as string });
  await writeReports([report], [path.join(place.folder, 'broken.xlsx')]);
  expect(() => checkReportFiles(['x.pdf'])).toThrow('.json or .xlsx');
  expect(() => checkReportFiles([path.join(place.folder, 'none', 'x.json')])).toThrow('no such folder');
});
