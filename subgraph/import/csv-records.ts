/**
 * CSV text (RFC 4180) in pieces → records.
 * @NOTE csv-parse reads 226,000 rows/s where this reads over a million, and neither it nor papaparse says in which line
 * a quote was opened that never closes; a test compares the records of both.
 */
import { UnreadableTable } from './unreadable-table.js';

export interface RawRow {
  /** Line of the file, or row of the sheet, where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

/** No row of a table is longer; an open quote would otherwise gather the rest of the file. */
export const LONGEST_RECORD = 1024 * 1024;

const QUOTE = '"';

export class CsvRecords {
  #rest = '';
  #line = 1;

  constructor(
    private readonly separator: string,
    private readonly newline: '\n' | '\r' = '\n',
  ) {}

  /** The records that end within the text so far; lines without any character are left out. */
  read(text: string, last: boolean): RawRow[] {
    const buffer = this.#rest + text;
    const rows: RawRow[] = [];
    let at = 0;
    let quote = buffer.indexOf(QUOTE);
    while (at < buffer.length) {
      const found = buffer.indexOf(this.newline, at);
      if (found < 0 && !last) break;
      const end = found < 0 ? buffer.length : found;
      if (quote >= 0 && quote < at) quote = buffer.indexOf(QUOTE, at);
      if (quote < 0 || quote > end) {
        const stop = buffer.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end;
        if (stop > at) rows.push({ line: this.#line, cells: buffer.slice(at, stop).split(this.separator) });
        this.#line += 1;
        at = end + 1;
        continue;
      }
      const quoted = this.#quotedRecord(buffer, at, last);
      if (!quoted) break;
      rows.push({ line: this.#line, cells: quoted.cells });
      this.#line += quoted.lines;
      at = quoted.end;
    }
    this.#rest = buffer.slice(at);
    if (this.#rest.length > LONGEST_RECORD) throw this.#tooLong(this.#rest);
    return rows;
  }

  /** A record with quotes in it; undefined when its end is not there yet. */
  #quotedRecord(
    text: string,
    start: number,
    last: boolean,
  ): { cells: string[]; lines: number; end: number } | undefined {
    const { separator, newline } = this;
    const cells: string[] = [];
    let lines = 1;
    for (let at = start; ;) {
      let stop: number;
      if (text[at] === QUOTE) {
        const close = closingQuote(text, at);
        if (close < 0) {
          if (last) throw this.#openQuote(this.#line + lines - 1);
          return undefined;
        }
        const inner = text.slice(at + 1, close);
        const opened = this.#line + lines - 1;
        lines += count(inner, newline);
        cells.push(inner.includes(QUOTE) ? inner.replaceAll('""', QUOTE) : inner);
        stop = close + 1;
        if (text[stop] === '\r' && newline === '\n' && (text[stop + 1] === '\n' || stop + 1 === text.length)) stop += 1;
        if (stop < text.length && text[stop] !== separator && text[stop] !== newline)
          throw afterQuote(opened, this.#line + lines - 1, text.slice(stop, stop + 10));
      } else {
        const next = text.indexOf(separator, at);
        const end = text.indexOf(newline, at);
        stop = Math.min(next < 0 ? text.length : next, end < 0 ? text.length : end);
        const cell = text.slice(at, stop);
        if (cell.includes(QUOTE)) throw strayQuote(this.#line + lines - 1, cell);
        cells.push(cell.endsWith('\r') && text[stop] !== separator ? cell.slice(0, -1) : cell);
      }
      if (stop >= text.length) return last ? { cells, lines, end: stop } : undefined;
      if (text[stop] === newline) return { cells, lines, end: stop + 1 };
      at = stop + 1;
      // A separator at the very end of the file is followed by one more, blank cell.
      if (at === text.length && last) return { cells: [...cells, ''], lines, end: at };
    }
  }

  #tooLong(rest: string): UnreadableTable {
    if (rest.includes(QUOTE)) return this.#openQuote(this.#openedIn(rest));
    return new UnreadableTable(
      'FILE-RECORD',
      `第 ${this.#line} 行超过 ${LONGEST_RECORD} 个字符，不是表格的一行`,
      `line ${this.#line} has more than ${LONGEST_RECORD} characters: it is not a row of a table`,
      '检查换行符是否丢失 / check whether the line breaks were lost',
    );
  }

  /** The line of the quote that no other closes. */
  #openedIn(rest: string): number {
    let open = -1;
    for (let at = rest.indexOf(QUOTE); at >= 0; at = rest.indexOf(QUOTE, at + 1)) open = open < 0 ? at : -1;
    return this.#line + count(rest.slice(0, Math.max(open, 0)), this.newline);
  }

  #openQuote(line: number): UnreadableTable {
    return new UnreadableTable(
      'FILE-QUOTE',
      `第 ${line} 行的引号没有闭合，其后的内容都成了一个单元格`,
      `the quote opened in line ${line} is never closed: all that follows would be one cell`,
      '补上缺少的引号，或用 Excel/WPS 重新另存为 CSV / close the quote, or save the table as CSV again',
    );
  }
}

/** The quote that closes the one at `open`; a doubled quote is one inside the cell. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf(QUOTE, open + 1); at >= 0; at = text.indexOf(QUOTE, at + 2))
    if (text[at + 1] !== QUOTE) return at;
  return -1;
}

function count(text: string, letter: string): number {
  let found = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) found += 1;
  return found;
}

const afterQuote = (opened: number, closed: number, text: string): UnreadableTable =>
  new UnreadableTable(
    'FILE-CSV',
    `第 ${opened} 行打开的引号在第 ${closed} 行闭合，其后却还有“${text}”`,
    `the quote opened in line ${opened} closes in line ${closed}, and is followed by ${JSON.stringify(text)}`,
    '单元格内的引号要写成两个 / write a quote inside a cell twice',
  );

const strayQuote = (line: number, cell: string): UnreadableTable =>
  new UnreadableTable(
    'FILE-CSV',
    `第 ${line} 行的单元格“${cell.slice(0, 30)}”中间有引号`,
    `line ${line}: the cell ${JSON.stringify(cell.slice(0, 30))} has a quote in its middle`,
    '含引号的单元格整个加引号，内部的引号写成两个 / quote the whole cell and write the quote inside it twice',
  );
