/** The first rows of a sheet and the cells merged in them, which the file lists at its end; the whole part is checked. */
import type { Merge } from '../find-head.js';
import { XmlReader } from './read-xml.js';
import { sheetRows, type SheetRow, type SheetSetting } from './sheet-rows.js';

const ROWS = 40;
const MERGES = 'mergeCells';
const MERGES_AT_MOST = 16 * 1024 * 1024;

export interface SheetPreview {
  readonly rows: SheetRow[];
  readonly merges: Merge[];
}

export async function previewSheet(
  part: string,
  bytes: AsyncIterable<Buffer>,
  setting: SheetSetting,
): Promise<SheetPreview> {
  const rows: SheetRow[] = [];
  const reader = new XmlReader(part, sheetRows({ ...setting, counted: { cells: 0 } }, rows));
  let isWhole = true;
  let kept = '';
  let merged = '';
  for await (const piece of bytes) {
    if (rows.length < ROWS) reader.write(piece);
    else isWhole = false;
    if (merged) {
      if (merged.length < MERGES_AT_MOST) merged += piece.toString('latin1');
      continue;
    }
    // In the text of a cell `<` is escaped: only the list itself begins like this.
    const text = kept + piece.toString('latin1');
    const found = text.indexOf(MERGES);
    if (found >= 0) merged = text.slice(found);
    kept = text.slice(-MERGES.length);
  }
  if (isWhole) reader.end();
  const last = rows.at(-1)?.line ?? 0;
  return { rows: rows.slice(0, ROWS), merges: mergesOf(merged).filter(({ row }) => row <= last) };
}

function mergesOf(xml: string): Merge[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, column = '', row = '', lastColumn = '', lastRow = '']) => ({
      row: Number(row),
      lastRow: Number(lastRow),
      column: columnNumber(column),
      lastColumn: columnNumber(lastColumn),
    }),
  );
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
