/** One row of a handed-in table, as every format gives it. */

/** The head of one table: its names in order, the line it ends in, and what was printed above it. */
export interface TableHead {
  readonly names: readonly string[];
  readonly sheet: string | undefined;
  /** Last line of the head, from 1. */
  readonly row: number;
  /** Cells of the title lines above, where `单位：万元` stands. */
  readonly above: readonly string[];
  /** Where in a row the cell of a name stands. */
  readonly index: ReadonlyMap<string, number>;
}

/** A cell that holds no value to go by: an error of a formula, a number that lost digits. */
export interface CellFault {
  /** Position of the cell in its row, from 0. */
  readonly index: number;
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly remedy: string;
}

export class TableRow {
  #cells: Readonly<Record<string, string | null>> | undefined;

  constructor(
    /** The same object for all rows of one table; another table, sheet or set of names has its own. */
    readonly head: TableHead,
    /** Row of the sheet or line of the file where the row begins, from 1. */
    readonly row: number,
    /** Cells in the order of the head's names, as printed and trimmed; blank ones are null. */
    readonly values: readonly (string | null)[],
    readonly faults: readonly CellFault[] = [],
  ) {}

  get sheet(): string | undefined {
    return this.head.sheet;
  }

  /** Cells by head; built when asked, since an import of many rows goes by position. */
  get cells(): Readonly<Record<string, string | null>> {
    this.#cells ??= Object.fromEntries(this.head.names.map((name, index) => [name, this.values[index] ?? null]));
    return this.#cells;
  }
}

export function tableHead(
  names: readonly string[],
  place: { row?: number; sheet?: string | undefined; above?: readonly string[] } = {},
): TableHead {
  const { row = 1, sheet, above = [] } = place;
  return { names, sheet, row, above, index: new Map(names.map((name, index) => [name, index])) };
}
