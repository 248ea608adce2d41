/** XLSX: every sheet with the dataset's heads, read in a worker that can be killed. */
import { findHead } from './find-head.js';
import type { ReadOptions } from './read-table.js';
import type { TableRow } from './table-row.js';
import { underHead } from './under-head.js';
import { cellName } from './xlsx/cell-name.js';
import { WorkbookReader } from './xlsx/workbook-reader.js';
import type { OpenedSheet } from './xlsx/worker-messages.js';

export async function* readXlsx(file: string, { heads, onNote }: ReadOptions): AsyncGenerator<TableRow[]> {
  await using workbook = new WorkbookReader(file);
  const sheets = await workbook.open();
  const left = leftOut(sheets, heads);
  for (const [index, sheet] of sheets.entries()) {
    const reason = left.get(sheet);
    if (reason) onNote?.(reason);
    if (reason || !sheet.rows.length) continue;
    const { name, merges } = sheet;
    yield* underHead(workbook.rows(index), {
      sheet: name,
      heads,
      merges,
      everyCell: false,
      cellName: (line, column) => `${name}!${cellName(line, column)}`,
    });
  }
}

/** Sheets that are no part of the table, and why: beside one that has the heads, explanations and lists of codes. */
function leftOut(sheets: readonly OpenedSheet[], heads: readonly string[] | undefined): Map<OpenedSheet, string> {
  const left = new Map<OpenedSheet, string>();
  const matches = new Map(
    sheets.map((sheet) => [sheet, findHead(sheet.rows, heads, sheet.merges)?.matches ?? 0] as const),
  );
  const most = Math.max(0, ...matches.values());
  for (const sheet of sheets) {
    const { name, isRead } = sheet;
    if (!isRead)
      left.set(
        sheet,
        `工作表“${name}”被彻底隐藏（veryHidden），未读取 / the sheet ${name} is hidden from Excel itself (veryHidden); it was not read`,
      );
    else if (sheet.rows.length && most > 1 && (matches.get(sheet) ?? 0) <= 1)
      left.set(
        sheet,
        `工作表“${name}”没有本数据集的表头，未读取 / the sheet ${name} has no heads of this dataset; it was not read`,
      );
  }
  return left;
}
