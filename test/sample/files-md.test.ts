import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../../sample/generate.js';

const DOCUMENT = resolve(import.meta.dirname, '../../sample/FILES.md');

/** The heads that FILES.md lists under a file's title, each with its aliases. */
function headsOf(text: string, file: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(file)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Head'));
  return rows.map((line) =>
    (line.split('|')[1] ?? '')
      .replace(/\(sheets? .*?\)|\(2021.*?\)/g, '')
      .split('/')
      .map((head) => head.trim()),
  );
}

describe('FILES.md', () => {
  let folder: string;
  let text: string;
  let files: Record<string, number>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-files-'));
    ({ files } = await generateSample({ seed: 1, scale: 1, out: folder }));
    text = await readFile(DOCUMENT, 'utf8');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('lists every head of every file, and none that is not there', async () => {
    for (const file of Object.keys(files).filter((name) => !name.startsWith('ocds/'))) {
      const documented = headsOf(text, file).flat().sort();
      const printed = file.endsWith('.csv') ? await csvHeads(join(folder, file)) : await sheetHeads(join(folder, file));
      expect([file, [...new Set(printed)].sort()]).toEqual([file, documented]);
    }
  });

  it('gives about the number of rows that the files have', () => {
    for (const [, file, about] of text.matchAll(/^\| `([\w-]+\.\w+)` \|[^|]*\| ~([\d,]+) /gm)) {
      const rows = files[file ?? ''] ?? Number.NaN;
      if (file === 'anomalies.json') continue;
      const said = Number((about ?? '').replace(',', ''));
      expect([file, rows > said * 0.7 && rows < said * 1.4]).toEqual([file, true]);
    }
  });

  it('is true about text cells: no code is a number', async () => {
    for (const file of ['agencies.xlsx', 'projects.xlsx', 'misconduct-records.xlsx']) {
      const { sheets } = await readXlsx(await readFile(join(folder, file)));
      const numeric = sheets.flatMap(({ rows: [heads = [], ...rows] }) =>
        rows.flatMap((row) => row.flatMap((cell, at) => (typeof cell === 'number' ? [String(heads[at])] : []))),
      );
      const allowed = ['总投资(万元)', '本年度计划投资(万元)', '形象进度(%)', '经度', '纬度'];
      expect([...new Set(numeric)].filter((head) => !allowed.includes(head))).toEqual([]);
    }
  });
});

async function csvHeads(path: string): Promise<string[]> {
  const [heads = []] = parse(await readFile(path), { to: 1 }) as string[][];
  return heads;
}

async function sheetHeads(path: string): Promise<string[]> {
  const { sheets } = await readXlsx(await readFile(path));
  return sheets.flatMap(({ rows: [heads = []] }) => heads.map(String));
}
