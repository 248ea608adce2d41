/** How the hub's commands describe what they publish. */
import { userInfo } from 'node:os';
import { describeFile, keepFile } from '../subgraph/ledger/kept-file.js';
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

export interface FilesOptions {
  readonly by?: string | undefined;
  readonly officialOn?: string | undefined;
  readonly note?: string | undefined;
  /** The data directory: copies of the files are kept there. */
  readonly keepIn?: string | undefined;
}

/** Files of one importer as one batch. */
async function filesBatch(
  dataset: string,
  service: string,
  paths: readonly string[],
  endings: readonly string[],
  { by = operatingUser(), officialOn, note, keepIn }: FilesOptions,
): Promise<BatchInput> {
  const files = [];
  for (const file of filesUnder(paths, endings))
    files.push(keepIn === undefined ? await describeFile(file) : await keepFile(file, keepIn));
  return { dataset, service, mode: 'MERGE', files, submittedBy: by, officiallyPublishedOn: officialOn, note };
}

const JSON_FILES = ['.json', '.ndjson', '.jsonl'];

export const ocdsBatch = (paths: readonly string[], options: FilesOptions = {}): Promise<BatchInput> =>
  filesBatch('procurement.ocds', 'procurement', paths, JSON_FILES, options);

export const dpwhBatch = (paths: readonly string[], options: FilesOptions = {}): Promise<BatchInput> =>
  filesBatch('procurement.dpwh', 'procurement', paths, JSON_FILES, options);

export const regionBatch = (paths: readonly string[], options: FilesOptions = {}): Promise<BatchInput> =>
  filesBatch('registry.gb2260', 'registry', paths, ['.tsv'], options);

export const exchangeBatch = (
  paths: readonly string[],
  endings: readonly string[],
  options: FilesOptions = {},
): Promise<BatchInput> => filesBatch('procurement.exchange', 'procurement', paths, endings, options);
