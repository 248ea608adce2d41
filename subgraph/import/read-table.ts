/** A handed-in table as rows of printed cells, whatever its format: CSV, TSV, XLSX, JSON, NDJSON. */
import { fileKind } from './file-kind.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readXlsx } from './read-xlsx.js';
import type { TableRow } from './table-row.js';

export { TableRow, type TableHead } from './table-row.js';
export { UnreadableTable } from './unreadable-table.js';

export interface ReadOptions {
  /** All heads and aliases of the dataset: the head row is the one of the first 20 that has most of them. */
  readonly heads?: readonly string[] | undefined;
  /** Bytes of the file read so far. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** What was left out of the reading and why, `中文 / English`. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/** The rows of a file one after another; throws UnreadableTable where it cannot go on. */
export async function* readTable(file: string, options: ReadOptions = {}): AsyncGenerator<TableRow> {
  for await (const rows of readTableBatches(file, options)) yield* rows;
}

/** The same rows by the hundred, for imports of many: an `await` for each row costs as much as reading it. */
export async function* readTableBatches(file: string, options: ReadOptions = {}): AsyncGenerator<readonly TableRow[]> {
  const kind = await fileKind(file);
  switch (kind) {
    case 'csv':
      yield* readCsv(file, options);
      return;
    case 'xlsx':
      yield* readXlsx(file, options);
      return;
    case 'json':
    case 'ndjson':
      yield* readJson(file, kind, options);
      return;
  }
}
