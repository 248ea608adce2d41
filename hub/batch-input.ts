/** How the hub's commands describe what they publish. */
import { userInfo } from 'node:os';
import { describeFile } from '../subgraph/ledger/kept-file.js';
import type { BatchInput } from '../subgraph/ledger/publication.js';
import { filesUnder } from './files-under.js';

/** Who runs the command, when it is not said. */
export function operatingUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** The hub's own work: links, the city, what follows from no file. */
export const systemBatch = (dataset: string): BatchInput => ({
  dataset,
  service: undefined,
  mode: 'SYSTEM',
  files: [],
  submittedBy: operatingUser(),
});

/** Files of one importer as one batch. */
async function filesBatch(
  dataset: string,
  service: string,
  paths: readonly string[],
  endings: readonly string[],
): Promise<BatchInput> {
  const files = [];
  for (const file of filesUnder(paths, endings)) files.push(await describeFile(file));
  return { dataset, service, mode: 'MERGE', files, submittedBy: operatingUser() };
}

export const ocdsBatch = (paths: readonly string[]): Promise<BatchInput> =>
  filesBatch('procurement.ocds', 'procurement', paths, ['.json', '.ndjson', '.jsonl']);

export const dpwhBatch = (paths: readonly string[]): Promise<BatchInput> =>
  filesBatch('procurement.dpwh', 'procurement', paths, ['.json', '.ndjson', '.jsonl']);

export const regionBatch = (paths: readonly string[]): Promise<BatchInput> =>
  filesBatch('registry.gb2260', 'registry', paths, ['.tsv']);
