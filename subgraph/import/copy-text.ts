/** Rows → PostgreSQL's COPY text format. */
import type { ImportRow, StoredColumn } from './stored-columns.js';

const SPECIAL = /[\\\n\r\t\0]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' };
// PostgreSQL text holds no NUL; nothing that prints is lost with it.
const escape = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t\0]/g, (letter) => ESCAPES[letter] ?? letter) : text;

/** The cells of one line; undefined and null are both "not said". */
export function copyCells(columns: readonly StoredColumn[], row: ImportRow): string {
  let line = '';
  let isFirst = true;
  for (const column of columns) {
    line += isFirst ? copyValue(column.pick(row)) : `\t${copyValue(column.pick(row))}`;
    isFirst = false;
  }
  return line;
}

export function copyValue(value: unknown): string {
  if (typeof value === 'string') return escape(value);
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return escape(`{${value.map(arrayElement).join(',')}}`);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escape(String(value));
}

const arrayElement = (value: unknown): string => `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
