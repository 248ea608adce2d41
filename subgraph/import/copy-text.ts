/** Rows → PostgreSQL's COPY text format. */
import type { ImportRow, StoredColumn } from './stored-columns.js';

const SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escape = (text: string): string =>
  SPECIAL.test(text) ? text.replace(SPECIAL, (letter) => ESCAPES[letter] ?? letter) : text;

/** One line of the format; undefined and null are both "not said". */
export function copyLine(columns: readonly StoredColumn[], row: ImportRow): string {
  let line = '';
  for (const column of columns) line += `${line ? '\t' : ''}${copyValue(column.pick(row))}`;
  return `${line}\n`;
}

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return escape(`{${value.map(arrayElement).join(',')}}`);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  // PostgreSQL text holds no NUL; nothing that prints is lost with it.
  return escape(String(value).replaceAll('\0', ''));
}

const arrayElement = (value: unknown): string => `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
