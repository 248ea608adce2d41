import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTable, type ReadOptions, type TableRow } from '../../subgraph/import/read-table.js';

/** The rows of a file with this content. */
export async function readHandedIn(
  name: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<TableRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  const file = path.join(folder, name);
  writeFileSync(file, content);
  try {
    const rows: TableRow[] = [];
    for await (const row of readTable(file, options)) rows.push(row);
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same rows as cells alone, by their line. */
export const byLine = (rows: readonly TableRow[]): [number, Record<string, string | null>][] =>
  rows.map(({ row, cells }) => [row, { ...cells }]);
