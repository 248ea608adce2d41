/**
 * CSV (RFC 4180: commas, CRLF, quotes doubled) that a spreadsheet opens without harm.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are numbers and keep their
 * minus. Written here and not by a library because the rule depends on the column's type, and because a blank
 * (nothing) and an empty text (`""`) stay apart, as PostgreSQL's COPY keeps them.
 */
import type { ValueKind } from '../model/types.js';
import { CURSOR, type ExportField, type ExportSelection } from './export-fields.js';
import type { ExportQuestion } from './export-question.js';
import { distinctHeads } from './head-names.js';
import type { LineFormat } from './line-format.js';

const BYTE_ORDER_MARK = '\uFEFF';
const EOL = '\r\n';
/** What OWASP lists as the beginnings of a formula, full width as typed in Chinese included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const TO_QUOTE = /[",\r\n]/;
/** Digits with nothing but what numbers, dates and times are made of: a spreadsheet would not keep it as it is. */
const TAKEN_FOR_NUMBER = /^(?=.*\d)[\d+\-.,:/ eE%]+$/;
const NOT_TEXT = new Set(['Decimal', 'Int', 'Boolean', 'LocalDate', 'DateTime']);

type CsvQuestion = Pick<ExportQuestion, 'heads' | 'bom' | 'codes' | 'count'>;

export function csv({ fields, withCursor }: ExportSelection, question: CsvQuestion): LineFormat {
  const cells = fields.map(({ type }) => cellOf(type, question.codes));
  const columns = fields.length + (withCursor ? 1 : 0);
  return {
    contentType: 'text/csv; charset=utf-8',
    extension: 'csv',
    head: `${question.bom ? BYTE_ORDER_MARK : ''}${headLine(fields, withCursor, question.heads)}`,
    line(json, cursor) {
      const row: unknown = JSON.parse(json);
      const line = fields.map(({ path }, index) => cells[index]?.(valueAt(row, path))).join(',');
      return cursor === undefined ? `${line}${EOL}` : `${line},${cursor}${EOL}`;
    },
    end(rows, cursor) {
      if (!question.count) return '';
      const sentence = `# ${rows} 行 / rows${cursor === undefined ? '' : `; after=${cursor}`}`;
      // As many cells as every other line has: strict readers refuse a line that is shorter.
      return `${sentence}${','.repeat(columns - 1)}${EOL}`;
    },
  };
}

function headLine(fields: readonly ExportField[], withCursor: boolean, heads: CsvQuestion['heads']): string {
  if (heads === 'off') return '';
  const names = heads === 'zh' ? distinctHeads(fields) : fields.map(({ path }) => path.join('.'));
  return `${[...names, ...(withCursor ? [CURSOR] : [])].map(quoted).join(',')}${EOL}`;
}

/** A blank anywhere on the way leaves the cell blank. */
function valueAt(row: unknown, path: readonly string[]): unknown {
  let value = row;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}

type Cell = (value: unknown) => string;

function cellOf(type: ValueKind, codes: CsvQuestion['codes']): Cell {
  if (type.list) return (value) => (value === null || value === undefined ? '' : quoted(JSON.stringify(value)));
  if (NOT_TEXT.has(type.name)) return (value) => (value === null || value === undefined ? '' : String(value));
  return (value) => {
    if (typeof value !== 'string') return '';
    if (value === '') return '""';
    if (codes === 'excel' && TAKEN_FOR_NUMBER.test(value)) return quoted(`="${value}"`);
    return quoted(FORMULA.test(value) ? `'${value}` : value);
  };
}

const quoted = (text: string): string => (TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
