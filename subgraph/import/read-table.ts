/** A handed-in table as rows of printed cells, whatever its format: CSV (UTF-8) or XLSX. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse';
import readSheets from 'read-excel-file/node';

export interface TableRow {
  /** Row of the sheet or line of the file, from 1. */
  readonly row: number;
  readonly sheet: string | undefined;
  /** Cells by head, as printed; blank cells are null. */
  readonly cells: Readonly<Record<string, string | null>>;
}

/** A file that cannot be read as a table at all. */
export class UnreadableTable extends Error {
  constructor(
    readonly rule: string,
    readonly zh: string,
    readonly en: string,
    readonly remedy: string,
  ) {
    super(en);
  }
}

/** The rows of a file one after another; a CSV is streamed, an XLSX is read sheet by sheet. */
export async function* readTable(file: string): AsyncGenerator<TableRow> {
  switch (path.extname(file).toLowerCase()) {
    case '.csv':
      yield* readCsv(file);
      return;
    case '.xlsx':
      yield* readXlsx(file);
      return;
    default:
      throw new UnreadableTable(
        'FILE-FORMAT',
        `不支持 ${path.extname(file) || '无扩展名'} 格式`,
        `the format ${path.extname(file) || '(none)'} is not read`,
        '另存为 CSV（UTF-8）或 XLSX 后重新导入 / save it as CSV (UTF-8) or XLSX and import again',
      );
  }
}

async function* readCsv(file: string): AsyncGenerator<TableRow> {
  const decoder = createReadStream(file).pipe(
    parse({ bom: true, columns: false, info: true, relax_column_count: true, skip_empty_lines: true }),
  );
  let heads: string[] | undefined;
  try {
    for await (const { record, info } of decoder as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.some((cell) => cell.includes('\uFFFD')))
        throw new UnreadableTable(
          'FILE-ENCODING',
          `第 ${info.lines} 行不是有效的 UTF-8`,
          `line ${info.lines} is not valid UTF-8`,
          '另存为 UTF-8 编码的 CSV / save it as CSV in UTF-8',
        );
      if (!heads) {
        heads = record.map((head) => head.trim());
        checkHeads(heads);
        continue;
      }
      checkCells(heads, record, info.lines);
      yield { row: info.lines, sheet: undefined, cells: byHead(heads, record) };
    }
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new UnreadableTable(
      'FILE-CSV',
      `CSV 结构有误：${message}`,
      `the CSV is malformed: ${message}`,
      '检查引号是否成对 / check that quotes come in pairs',
    );
  }
}

async function* readXlsx(file: string): AsyncGenerator<TableRow> {
  let sheets;
  try {
    // The text of a number is kept: a JavaScript number would round a long one.
    sheets = await readSheets(file, { parseNumber: (text: string) => text });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UnreadableTable(
      'FILE-XLSX',
      `无法读取 XLSX：${message}`,
      `the XLSX cannot be read: ${message}`,
      '用 Excel 或 WPS 重新另存为 XLSX / save it again as XLSX',
    );
  }
  for (const { sheet, data } of sheets) {
    const [first, ...rest] = data as (string | boolean | Date | null)[][];
    if (!first) continue;
    const heads = first.map((head) => String(head ?? '').trim());
    checkHeads(heads);
    for (const [index, cells] of rest.entries())
      if (cells.some((cell) => cell !== null))
        yield { row: index + 2, sheet, cells: byHead(heads, cells.map(printed)) };
  }
}

/** Of two columns with one head the first would be lost. */
function checkHeads(heads: readonly string[]): void {
  const twice = heads.find((head, index) => head !== '' && heads.indexOf(head) < index);
  if (twice === undefined) return;
  throw new UnreadableTable(
    'FILE-HEADS',
    `表头“${twice}”出现两次`,
    `the head ${twice} stands twice`,
    '一列一个表头，名称不重复 / give each column a head of its own',
  );
}

/** A separator too many or too few moves the cells after it under other heads, or off the end of the row. */
function checkCells(heads: readonly string[], cells: readonly string[], line: number): void {
  const lost = cells.slice(heads.length).some((cell) => cell.trim() !== '');
  if (!lost && cells.length >= heads.length) return;
  throw new UnreadableTable(
    'FILE-CELLS',
    `第 ${line} 行有 ${cells.length} 个单元格，表头有 ${heads.length} 个`,
    `line ${line} has ${cells.length} cells, there are ${heads.length} heads`,
    '含逗号的内容要加引号，空单元格也要保留分隔符 / quote cells that hold a comma, and keep the separators of blank ones',
  );
}

const printed = (cell: string | boolean | Date | null | undefined): string | null => {
  if (cell === null || cell === undefined) return null;
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

function byHead(heads: readonly string[], cells: readonly (string | null)[]): Record<string, string | null> {
  const row: Record<string, string | null> = {};
  heads.forEach((head, index) => {
    const cell = cells[index]?.trim();
    row[head] = cell ? cell : null;
  });
  return row;
}
