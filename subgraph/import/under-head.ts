/** Raw rows of a file or sheet → rows under their head. */
import type { RawRow } from './csv-records.js';
import { checkHeads, findHead, HEAD_WITHIN, type FoundHead, type Merge } from './find-head.js';
import { TableRow, tableHead, type CellFault, type TableHead } from './table-row.js';
import { UnreadableTable } from './unreadable-table.js';

export interface FaultyRow extends RawRow {
  readonly faults?: readonly CellFault[];
}

export interface HeadSetting {
  readonly sheet?: string | undefined;
  /** All heads and aliases of the dataset, by which its head row is known. */
  readonly heads?: readonly string[] | undefined;
  readonly merges?: readonly Merge[];
  /** A CSV row that lost a separator has its cells under other heads; a sheet just ends its rows early. */
  readonly everyCell: boolean;
  /** Where a cell stands, for messages; `第 3 行` where absent. */
  readonly cellName?: (line: number, column: number) => string;
}

export async function* underHead(
  batches: AsyncIterable<readonly FaultyRow[]>,
  setting: HeadSetting,
): AsyncGenerator<TableRow[]> {
  let waiting: FaultyRow[] | undefined = [];
  let head: TableHead | undefined;
  const rowsOf = (rows: readonly FaultyRow[]): TableRow[] => {
    const found: TableRow[] = [];
    for (const row of rows) {
      const made = head && tableRow(head, row, setting);
      if (made) found.push(made);
    }
    return found;
  };
  const begin = (): TableRow[] => {
    const rows = waiting ?? [];
    waiting = undefined;
    const printed = rows.filter(({ cells }) => cells.some((cell) => cell?.trim()));
    const found = findHead(printed, setting.heads, setting.merges);
    if (!found) return [];
    head = headOf(printed, found, setting.sheet);
    return rowsOf(printed.slice(found.last + 1));
  };
  for await (const batch of batches) {
    if (!waiting) {
      yield rowsOf(batch);
      continue;
    }
    waiting.push(...batch);
    if (waiting.length >= 2 * HEAD_WITHIN) yield begin();
  }
  if (waiting) yield begin();
}

function headOf(printed: readonly FaultyRow[], found: FoundHead, sheet: string | undefined): TableHead {
  const end = found.names.findLastIndex((name) => name !== '') + 1;
  const names = found.names.slice(0, end);
  checkHeads(names, sheet);
  const above = printed.slice(0, found.first).flatMap(({ cells }) => cells.filter((cell): cell is string => !!cell));
  return tableHead(names, { sheet, above, row: printed[found.last]?.line ?? 1 });
}

/** Undefined for a row of blank cells alone. */
function tableRow(head: TableHead, { line, cells, faults }: FaultyRow, setting: HeadSetting): TableRow | undefined {
  const { names } = head;
  const values: (string | null)[] = [];
  let isBlank = true;
  for (let index = 0; index < names.length; index++) {
    const cell = cells[index]?.trim();
    values.push(cell ? cell : null);
    if (!cell) continue;
    isBlank = false;
    if (names[index] === '') throw lostCell(head, line, index, cell, setting);
  }
  for (let index = names.length; index < cells.length; index++)
    if (cells[index]?.trim()) throw lostCell(head, line, index, cells[index] ?? '', setting, cells.length);
  if (isBlank && !faults?.length) return undefined;
  if (setting.everyCell && cells.length < names.length) throw wrongCount(head, line, cells.length);
  return new TableRow(head, line, values, faults);
}

/** A separator too many or too few moves the cells after it under other heads, or off the end of the row. */
const wrongCount = (head: TableHead, line: number, count: number): UnreadableTable =>
  new UnreadableTable(
    'FILE-CELLS',
    `第 ${line} 行有 ${count} 个单元格，表头有 ${head.names.length} 个`,
    `line ${line} has ${count} cells, there are ${head.names.length} heads`,
    '含逗号的内容要加引号，空单元格也要保留分隔符 / quote cells that hold a comma, and keep the separators of blank ones',
  );

function lostCell(
  head: TableHead,
  line: number,
  column: number,
  value: string,
  { everyCell, cellName }: HeadSetting,
  count = 0,
): UnreadableTable {
  if (everyCell && count > head.names.length) return wrongCount(head, line, count);
  const place = cellName?.(line, column) ?? `第 ${line} 行第 ${column + 1} 列 / line ${line}, cell ${column + 1}`;
  return new UnreadableTable(
    'FILE-CELLS',
    `${place} 有内容“${value.slice(0, 30)}”，但该列没有表头`,
    `${place} holds ${JSON.stringify(value.slice(0, 30))}, and no head stands over that column`,
    '给该列加表头，或清空该单元格 / give the column a head, or clear the cell',
  );
}
