/** A column of a file that is handed over: its head and what stands in it; '' is a blank cell. */
export type Column<T> = readonly [head: string, cell: (row: T) => string | number];

/** The cells of a row in the order of the columns. */
export function cellsOf<T>(columns: readonly Column<T>[], row: T): (string | number)[] {
  return columns.map(([, cell]) => cell(row));
}

/** 是 or 否. */
export function yesNo(value: boolean): '是' | '否' {
  return value ? '是' : '否';
}
