import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type Column, cellsOf } from './table.js';

const BATCH = 500;

/** A CSV file that is written as its rows come: UTF-8, LF, quoted as RFC 4180. */
export class CsvFile<T> {
  readonly #columns: readonly Column<T>[];
  readonly #file: number;
  #waiting: (string | number)[][];
  #count = 0;

  constructor(folder: string, name: string, columns: readonly Column<T>[]) {
    this.#columns = columns;
    this.#file = openSync(join(folder, name), 'w');
    this.#waiting = [columns.map(([head]) => head)];
  }

  add(row: T): void {
    this.#waiting.push(cellsOf(this.#columns, row));
    this.#count++;
    if (this.#waiting.length >= BATCH) this.#flush();
  }

  /** Writes what is left and says how many rows the file has. */
  close(): number {
    this.#flush();
    closeSync(this.#file);
    return this.#count;
  }

  #flush(): void {
    writeSync(this.#file, stringify(this.#waiting));
    this.#waiting = [];
  }
}

/** A whole CSV file at once; says how many rows it has. */
export function writeCsv<T>(folder: string, name: string, columns: readonly Column<T>[], rows: Iterable<T>): number {
  const file = new CsvFile(folder, name, columns);
  for (const row of rows) file.add(row);
  return file.close();
}
