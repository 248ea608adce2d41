/** Which table of the form a file holds, by its English or Chinese heads; a file or sheet name decides between alike ones. */
import { plainHead } from '../../../subgraph/import/head-form.js';
import type { TableHead } from '../../../subgraph/import/table-row.js';
import type { ExchangeField, ExchangeTable } from './exchange-table.js';
import { EXCHANGE_TABLES } from './exchange-tables.js';

export interface RecognisedTable {
  readonly table: ExchangeTable;
  /** Where in a row each field stands. */
  readonly places: ReadonlyMap<string, number>;
  /** Heads that have no place here: they are not stored. */
  readonly unread: readonly string[];
}

/** Names and heads under which the fields of all tables are printed. */
export const EXCHANGE_HEADS: readonly string[] = [
  ...new Set(EXCHANGE_TABLES.flatMap(({ fields }) => fields.flatMap(({ name, head }) => [name, head]))),
];

export function recogniseTable(head: TableHead, file: string): RecognisedTable | undefined {
  const plain = head.names.map(formOf);
  let best: { table: ExchangeTable; score: number } | undefined;
  for (const table of EXCHANGE_TABLES) {
    const found = table.fields.filter((field) => standsIn(field, plain)).length;
    const missing = table.fields.filter((field) => field.need !== 'OPTIONAL' && !standsIn(field, plain)).length;
    if (found < 2 || table.fields.some((field) => field.need === 'KEY' && !standsIn(field, plain))) continue;
    const score = found - missing + (isNamed(table, `${file} ${head.sheet ?? ''}`) ? 0.5 : 0);
    if (!best || score > best.score) best = { table, score };
  }
  if (!best || best.score < 2) return undefined;
  const { table } = best;
  const places = new Map<string, number>();
  for (const field of table.fields) {
    const at = plain.findIndex((name) => name === field.name || name === formOf(field.head));
    if (at >= 0) places.set(field.name, at);
  }
  const read = new Set(places.values());
  return { table, places, unread: head.names.filter((name, at) => name !== '' && !read.has(at)) };
}

const standsIn = ({ name, head }: ExchangeField, plain: readonly string[]): boolean =>
  plain.includes(name) || plain.includes(formOf(head));

/** `post_ bid_closing_time` and `POST_BID_CLOSING_TIME` are one. */
const formOf = (head: string): string => plainHead(head).toUpperCase();

const isNamed = ({ code, name, title }: ExchangeTable, text: string): boolean =>
  new RegExp(`(^|[^0-9])${code}([^0-9]|$)`).test(text) ||
  text.toUpperCase().includes(name) ||
  text.includes(title.split(' / ')[0] ?? name);
