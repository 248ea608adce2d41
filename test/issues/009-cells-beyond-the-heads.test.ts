import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable, type TableRow } from '../../subgraph/import/read-table.js';

// A comma that was not quoted moved the cells of its row, and what no head stood above was dropped without a word.
const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string): Promise<TableRow[]> {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, text);
  const rows: TableRow[] = [];
  for await (const row of readTable(file)) rows.push(row);
  return rows;
}

describe('a CSV file is refused, with its line,', () => {
  it.each([
    ['that has more cells than heads', '编号,名称\n1,甲\n2,乙,丙\n', 'FILE-CELLS', 'line 3'],
    ['that has fewer cells than heads', '编号,名称\n1,甲\n2\n', 'FILE-CELLS', 'line 3'],
    ['whose head stands twice', '编号,名称,名称\n1,甲,乙\n', 'FILE-HEADS', '名称'],
  ])('%s', async (_, text, rule, where) => {
    await expect(read(text)).rejects.toMatchObject({ rule, en: expect.stringContaining(where) as string });
  });
});

it('blank cells at the end of a row, under blank heads or none, are nothing', async () => {
  expect((await read('编号,名称,,\n1,甲,,\n2,乙,,,\n')).map(({ cells }) => [cells['编号'], cells['名称']])).toEqual([
    ['1', '甲'],
    ['2', '乙'],
  ]);
});
