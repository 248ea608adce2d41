/** Which of the first rows is the head: departments print a title, a date and a unit above it. */
import type { RawRow } from './csv-records.js';
import { headForms } from './head-form.js';
import { UnreadableTable } from './unreadable-table.js';

/** The head stands among so many first rows. */
export const HEAD_WITHIN = 20;

/** A head of more lines is no table to import. */
const LINES_AT_MOST = 3;

/** Cells that stand for one, from 0: a merged head, `B4:C4` of a sheet whose rows are numbered from 1. */
export interface Merge {
  readonly row: number;
  readonly lastRow: number;
  readonly column: number;
  readonly lastColumn: number;
}

export interface FoundHead {
  readonly names: readonly string[];
  /** Position of its first and last line among the rows given. */
  readonly first: number;
  readonly last: number;
  /** How many of the declared heads it has. */
  readonly matches: number;
}

/**
 * The row that has most of the declared heads; a head of two or three lines where that has more, or where cells are
 * merged to say so. Without declared heads the first row.
 */
export function findHead(
  rows: readonly RawRow[],
  declared: readonly string[] | undefined,
  merges: readonly Merge[] = [],
): FoundHead | undefined {
  if (!rows.length) return undefined;
  const wanted = new Set(declared?.flatMap(headForms));
  const firsts = [...rows.slice(0, wanted.size ? HEAD_WITHIN : 1).keys()];
  const tall = new Map(firsts.map((first) => [first, mergedLines(rows, first, merges)]));
  const candidates: FoundHead[] = [];
  const add = (first: number, height: number): void => {
    if (first + height <= rows.length) candidates.push(read(rows, first, height, wanted));
  };
  // Where two have as many of the heads, what is merged goes before a single line, and that before several.
  for (const [first, height] of tall) if (height > 1) add(first, height);
  for (let height = 1; height <= (wanted.size ? LINES_AT_MOST : 1); height++)
    for (const [first, merged] of tall) if (merged === 1) add(first, height);
  let best = candidates[0];
  for (const each of candidates) if (best && each.matches > best.matches) best = each;
  if (best?.matches !== 0 || !wanted.size) return best;
  // None is known: the first row that has several cells is what was meant as one.
  return candidates.find(({ names }) => names.filter(Boolean).length > 1) ?? best;
}

function read(rows: readonly RawRow[], first: number, height: number, wanted: ReadonlySet<string>): FoundHead {
  const lines = rows.slice(first, first + height).map(({ cells }) => cells);
  const names = joined(lines);
  const known = new Set(names.map((name) => headForms(name).find((form) => wanted.has(form))));
  known.delete(undefined);
  return { names, first, last: first + height - 1, matches: known.size };
}

/** One name for each column: `项目` above `名称` and `代码` gives `项目/名称` and `项目/代码`. */
function joined(lines: readonly RawRow['cells'][]): string[] {
  const width = Math.max(...lines.map((cells) => cells.length));
  const above: string[] = [];
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (const [level, cells] of lines.entries()) {
      const printed = (cells[column] ?? '').replace(/\s*[\r\n]+\s*/g, '').trim();
      const isLowest = lines.slice(level + 1).every((lower) => !lower[column]?.trim());
      // The name of a group stands over its first column only.
      if (printed) above[level] = printed;
      const part = printed || (isLowest ? '' : (above[level] ?? ''));
      if (part && part !== parts.at(-1)) parts.push(part);
      if (printed) above.length = level + 1;
    }
    return parts.join('/');
  });
}

/** How many lines the merged cells say that the head has which begins in a row. */
function mergedLines(rows: readonly RawRow[], first: number, merges: readonly Merge[]): number {
  const line = rows[first]?.line ?? 0;
  const here = merges.filter(({ row }) => row === line);
  const tall = Math.max(1, ...here.map(({ row, lastRow }) => lastRow - row + 1));
  const wide = here.filter(({ column, lastColumn }) => lastColumn > column);
  const below = rows[first + 1];
  const isGroup = wide.some(
    ({ column, lastColumn }) => below?.cells.slice(column, lastColumn + 1).filter((cell) => cell?.trim()).length,
  );
  // A title merged over the whole width stands above a head, it is no part of it.
  const isTitle = wide.some(({ column }) => column === 0) && here.length === 1;
  return Math.min(isTitle ? 1 : isGroup ? Math.max(2, tall) : tall, LINES_AT_MOST);
}

/** Of two columns with one head the first would be lost. */
export function checkHeads(names: readonly string[], sheet: string | undefined): void {
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) < index);
  if (twice === undefined) return;
  const of = sheet === undefined ? '' : `${sheet}：`;
  throw new UnreadableTable(
    'FILE-HEADS',
    `${of}表头“${twice}”出现两次`,
    `${of && `${sheet}: `}the head ${twice} stands twice`,
    '一列一个表头，名称不重复 / give each column a head of its own',
  );
}
