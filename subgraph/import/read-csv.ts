/** CSV and TSV: streamed, whatever its size. */
import { CsvRecords, type RawRow } from './csv-records.js';
import { decodeText } from './encoding/decode-text.js';
import { findEncoding } from './encoding/find-encoding.js';
import type { ReadOptions } from './read-table.js';
import { findSeparator } from './separator.js';
import { TableRow } from './table-row.js';
import { underHead } from './under-head.js';

export async function* readCsv(file: string, options: ReadOptions): AsyncGenerator<TableRow[]> {
  yield* underHead(records(file, options), { heads: options.heads, everyCell: true });
}

async function* records(file: string, options: ReadOptions): AsyncGenerator<RawRow[]> {
  let parser: CsvRecords | undefined;
  for await (const text of decodeText(file, await findEncoding(file), options.onBytes)) {
    parser ??= parserOf(text, file, options);
    const rows = parser.read(text, false);
    if (rows.length) yield rows;
  }
  if (parser) yield parser.read('', true);
}

function parserOf(start: string, file: string, { heads }: ReadOptions): CsvRecords {
  // Only very old programs end lines with a carriage return alone.
  const newline = start.includes('\n') || !start.includes('\r') ? '\n' : '\r';
  const isTabs = /\.(tsv|tab)$/i.test(file);
  return new CsvRecords(isTabs ? '\t' : findSeparator(start.slice(0, 65_536), newline, heads), newline);
}
