/** What stands between the cells of a text table: tab, comma or semicolon. */
import { CsvRecords, type RawRow } from './csv-records.js';
import { findHead } from './find-head.js';

const SEPARATORS = [',', '\t', ';'] as const;

/** The separator under which the first rows have most of the declared heads, else most cells in one row. */
export function findSeparator(start: string, newline: '\n' | '\r', heads: readonly string[] | undefined): string {
  let best: string = ',';
  let reached = -1;
  for (const separator of SEPARATORS) {
    const rows = firstRows(start, separator, newline);
    const matches = findHead(rows, heads)?.matches ?? 0;
    const cells = Math.max(0, ...rows.map((row) => row.cells.length));
    const score = matches * 10_000 + cells;
    if (score > reached) [best, reached] = [separator, score];
  }
  return best;
}

/** Text may be cut off anywhere and quoted otherwise: what cannot be read under this separator counts for nothing. */
function firstRows(start: string, separator: string, newline: '\n' | '\r'): RawRow[] {
  const lines = start.split(newline).slice(0, 21);
  const isWhole = lines.length < 21;
  try {
    const text = (isWhole ? lines : lines.slice(0, 20)).join(newline);
    return new CsvRecords(separator, newline).read(`${text}${newline}`, false);
  } catch {
    return [];
  }
}
