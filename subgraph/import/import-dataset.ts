/** One handed-in file → the tables of its dataset: checked whole, then published whole, or refused with reasons. */
import path from 'node:path';
import type { Client } from 'pg';
import { describeFile, keepFile } from '../ledger/kept-file.js';
import type { KeptFile } from '../ledger/publication.js';
import type { Dataset } from './define-dataset.js';
import type { DatasetReport } from './dataset-report.js';
import { importRows } from './import-rows.js';
import { declaredHeads } from './match-heads.js';
import { readTableBatches } from './read-table.js';
import type { ImportSetting } from './rows-input.js';

export type { DatasetReport } from './dataset-report.js';

export interface FileSetting extends ImportSetting {
  /** The file's name as it was handed in, where it lies under another. */
  readonly name?: string;
  /** The data directory: a copy of the file is kept there. */
  readonly keepIn?: string;
}

export async function importDataset(
  client: Client,
  namespace: string,
  dataset: Dataset,
  file: string,
  { name = path.basename(file), keepIn, ...setting }: FileSetting,
): Promise<DatasetReport> {
  const described: KeptFile =
    keepIn === undefined || setting.dryRun ? await describeFile(file) : await keepFile(file, keepIn);
  const heads = declaredHeads(dataset.columns);
  const notes: string[] = [];
  const report = await importRows(client, {
    namespace,
    dataset,
    file: name,
    files: [{ ...described, name }],
    rows: () => readTableBatches(file, { heads, onNote: (note) => notes.push(note) }),
    setting,
  });
  return notes.length ? { ...report, notes: [...new Set(notes)] } : report;
}
