import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx as render } from 'hucre/xlsx';
import { HANDOVER } from '../calendar.js';
import { LABEL } from '../city.js';
import { type Column, cellsOf } from './table.js';

export interface Sheet<T> {
  readonly name: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
}

/** An XLSX file whose strings are text cells and whose bytes only the rows decide: no clock, no host, no zip times. */
export async function writeXlsx<T>(folder: string, name: string, sheets: readonly Sheet<T>[]): Promise<number> {
  const made = new Date(`${HANDOVER}T00:00:00Z`);
  const bytes = await render({
    properties: { creator: LABEL, created: made, modified: made },
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: [
        sheet.columns.map(([head]) => head),
        ...sheet.rows.map((row) => cellsOf(sheet.columns, row).map((cell) => (cell === '' ? null : cell))),
      ],
    })),
  });
  await writeFile(join(folder, name), bytes);
  return sheets.reduce((sum, { rows }) => sum + rows.length, 0);
}
