import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { register as registerPrint } from '../../hub/commands/print-datasets.js';
import { register } from '../../hub/commands/template.js';
import { DECLARED } from './declared.js';

let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function hub(...words: string[]): Promise<void> {
  const program = new Command('hub');
  register(program);
  registerPrint(program);
  await program.parseAsync(words, { from: 'user' });
}

it('lists every dataset without an argument', async () => {
  await hub('template');
  expect(printed.map((line) => line.split(' ')[0])).toEqual(DECLARED.map(({ id }) => id));
});

it('writes one dataset, in one format or both', async () => {
  await hub('template', 'registry.agencies', '--format', 'csv', '--out', path.join(folder, 'csv'));
  expect(readdirSync(path.join(folder, 'csv'))).toEqual(['agencies.csv']);
  await hub('template', 'registry.agencies', '--out', path.join(folder, 'both'));
  expect(readdirSync(path.join(folder, 'both'))).toEqual(['agencies.csv', 'agencies.xlsx']);
});

it('writes all of them', async () => {
  await hub('template', '--all', '--format', 'xlsx', '--out', folder);
  expect(readdirSync(folder).toSorted()).toEqual(DECLARED.map(({ dataset }) => `${dataset.file}.xlsx`).toSorted());
});

it('never writes over a form that may have been filled in; a blank one again is nothing new', async () => {
  const file = path.join(folder, 'links.csv');
  await hub('template', 'procurement.project-links', '--format', 'csv', '--out', folder);
  await hub('template', 'procurement.project-links', '--format', 'csv', '--out', folder);
  const filled = `${readFileSync(file, 'utf8')}a,b,c,d,\r\n`;
  writeFileSync(file, filled);
  await expect(hub('template', 'procurement.project-links', '--format', 'csv', '--out', folder)).rejects.toThrow(
    /已存在.*\n.*left as it is/,
  );
  expect(readFileSync(file, 'utf8')).toBe(filled);
});

it('says in both languages what it does not know', async () => {
  await expect(hub('template', 'registry.none')).rejects.toThrow(/没有名为 registry.none .*\nthere is no dataset/);
  await expect(hub('template', '--all', '--format', 'pdf')).rejects.toThrow(/--format 应为.*\n--format is/);
  await expect(hub('template', 'registry.agencies', '--all')).rejects.toThrow(/只能取其一\n.*not both/);
});

it('print-datasets --check is content with what is committed', async () => {
  await hub('print-datasets', '--check');
  expect(printed).toEqual([]);
});
