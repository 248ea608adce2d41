/** A page of rows: which, how many, in what order, continued from where. */
import { hubError } from '../errors.js';
import type { EntityModel } from '../model/entity-model.js';
import { rangesAfter } from './after.js';
import { orderName, orderSql, orderTerms, reversed, type OrderTerm } from './order.js';
import { LARGEST_PAGE, type Rows } from './rows.js';
import type { Selected } from './selection.js';
import type { Statement } from './statement.js';

const DEFAULT_PAGE = 20;
/** LIMIT is a literal; few different ones keep the number of prepared statements small. */
const LIMITS = [1, 5, 20, 100, LARGEST_PAGE] as const;

export interface Page {
  readonly terms: readonly OrderTerm[];
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: readonly unknown[] | undefined;
}

export function pageOf(statement: Statement, model: EntityModel, args: Selected['args']): Page {
  const [first, last, after, before] = [args['first'], args['last'], args['after'], args['before']] as [
    number?,
    number?,
    string?,
    string?,
  ];
  const given = (value: unknown): boolean => value !== undefined && value !== null;
  if (given(first) && given(last)) throw badPage('first 与 last 只能用一个', 'give first or last, not both');
  if (given(after) && given(before)) throw badPage('after 与 before 只能用一个', 'give after or before, not both');
  if ((given(last) && given(after)) || (given(first) && given(before)))
    throw badPage('after 与 first、before 与 last 搭配', 'after goes with first, before with last');
  const size = first ?? last ?? DEFAULT_PAGE;
  if (size < 0 || size > LARGEST_PAGE)
    throw badPage(`每页 ${size} 条超出 0–${LARGEST_PAGE}`, `${size} rows per page is outside 0 to ${LARGEST_PAGE}`);
  const terms = orderTerms(model, (args['orderBy'] as Parameters<typeof orderTerms>[1] | null) ?? undefined);
  const cursor = after ?? before;
  return {
    terms,
    size,
    backward: given(last) || given(before),
    cursor: given(cursor) ? statement.openCursor(String(cursor), orderName(model, terms)) : undefined,
  };
}

const badPage = (zh: string, en: string): Error => hubError('BAD_PAGE', { zh, en });

/** The number that LIMIT says for so many rows. */
const limitOf = (size: number): number => LIMITS.find((each) => each >= size) ?? LARGEST_PAGE;

/** The rows of the page, one more than asked to know whether there is a next page, numbered in reading direction. */
export const numberedPageSql = (statement: Statement, rows: Rows, page: Page): string =>
  `select p.*, row_number() over () rn from (${readSql(statement, rows, page, limitOf(page.size) + 1)}) p`;

/** The rows of the page and no other, to be put in order by whoever reads them. */
export function pageSql(statement: Statement, rows: Rows, page: Page): string {
  const limit = limitOf(page.size);
  const read = readSql(statement, rows, page, limit);
  if (limit === page.size) return read;
  const order = orderSql({ alias: 'p', prefix: '' }, directed(page));
  return `select p.* from (${read}) p order by ${order} limit ${statement.bind(page.size, 'int')}`;
}

/** The order the page is read in, which for a backward page is the answer's from its end. */
const directed = (page: Page): readonly OrderTerm[] => (page.backward ? reversed(page.terms) : page.terms);

function readSql(statement: Statement, rows: Rows, page: Page, limit: number): string {
  const alias = statement.alias();
  const place = { alias, prefix: '' };
  const terms = directed(page);
  const read = (...conditions: string[]): string =>
    `select ${alias}.* ${rows.from(alias, ...conditions)} order by ${orderSql(place, terms)} limit ${limit}`;
  if (!page.cursor) return read();
  const ranges = rangesAfter(statement, place, terms, page.cursor);
  const [only = 'false'] = ranges;
  if (ranges.length <= 1) return read(only);
  const all = ranges.map((range) => `(${read(range)})`).join(' union all ');
  return `select u.* from (${all}) u order by ${orderSql({ alias: 'u', prefix: '' }, terms)} limit ${limit}`;
}
