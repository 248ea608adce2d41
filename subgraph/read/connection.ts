/** A page of rows with its totals, as one SQL expression that gives one JSON object. */
import type { EntityModel } from '../model/entity-model.js';
import { hubError } from '../errors.js';
import { aggregateSql } from './aggregate.js';
import { groupsSql } from './group.js';
import { afterSql, cursorSql, orderName, orderSql, orderTerms, reversed, type OrderTerm } from './order.js';
import { rowJson, type Place } from './place.js';
import { levelSql } from './row.js';
import type { Selected } from './selection.js';
import { LARGEST_PAGE, rowsOf, type Rows } from './rows.js';
import { literal, NOTHING, quote, ROW, type Origin, type Statement } from './statement.js';

const DEFAULT_PAGE = 20;
/** LIMIT is a literal; few different ones keep the number of prepared statements small. */
const LIMITS = [1, 5, 20, 100, LARGEST_PAGE] as const;

interface Page {
  readonly terms: readonly OrderTerm[];
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: readonly unknown[] | undefined;
}

export function connectionSql(statement: Statement, model: EntityModel, item: Selected, origin?: Origin): string {
  const rows = rowsOf(statement, model, item.args, origin);
  const page = pageOf(statement, model, item.args);
  return statement.list(item.key, page.size, () => writeConnection(statement, rows, page, item));
}

function writeConnection(statement: Statement, rows: Rows, page: Page, item: Selected): string {
  const name = statement.alias('page');
  const columns = item.fields.map((field) => `${partSql(statement, rows, page, name, field)} ${quote(field.key)}`);
  const usesPage = item.fields.some((field) => ['nodes', 'edges', 'pageInfo'].includes(field.name));
  const cte = usesPage ? `with ${name} as materialized (${pageSql(statement, rows, page)}) ` : '';
  const body = columns.length ? columns.join(', ') : NOTHING;
  return `${cte}select row_to_json(${ROW}) j from (select ${body}) ${ROW}`;
}

function pageOf(statement: Statement, model: EntityModel, args: Selected['args']): Page {
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

/** The rows of the page in reading direction, one more than asked to know whether there is a next page. */
function pageSql(statement: Statement, rows: Rows, page: Page): string {
  const alias = statement.alias();
  const place = { alias, prefix: '' };
  const terms = page.backward ? reversed(page.terms) : page.terms;
  const continued = page.cursor ? [afterSql(statement, place, terms, page.cursor)] : [];
  const limit = (LIMITS.find((each) => each >= page.size) ?? LARGEST_PAGE) + 1;
  return `select p.*, row_number() over () rn from (select ${alias}.* ${rows.from(alias, ...continued)} order by ${orderSql(place, terms)} limit ${limit}) p`;
}

function partSql(statement: Statement, rows: Rows, page: Page, name: string, item: Selected): string {
  switch (item.name) {
    case '__typename':
      return literal(`${rows.model.name}Connection`);
    case 'nodes':
      return listSql(statement, page, name, (place) => levelSql(statement, rows.model, place, item.fields));
    case 'edges':
      return listSql(statement, page, name, (place) => edgeLevel(statement, rows.model, page, place, item));
    case 'pageInfo':
      return pageInfoSql(statement, rows, page, name, item);
    case 'totalCount':
      return `(select count(*)::int ${rows.from(statement.alias())})`;
    case 'aggregates':
      return aggregateSql(statement, rows, item);
    case 'groups':
      return groupsSql(statement, rows, item);
    default:
      throw new Error(`a connection has no field ${item.name}`);
  }
}

function listSql(
  statement: Statement,
  page: Page,
  name: string,
  level: (place: Place) => { columns: string[]; joins: string[] },
): string {
  const alias = statement.alias();
  const { columns, joins } = level({ alias, prefix: '' });
  const order = page.backward ? `${alias}.rn desc` : `${alias}.rn`;
  const joined = joins.length ? ` ${joins.join(' ')}` : '';
  return `(select coalesce(json_agg(row_to_json(${ROW})), '[]'::json) from (select ${columns.join(', ')} from ${name} ${alias}${joined} where ${alias}.rn <= ${statement.bind(page.size, 'int')} order by ${order}) ${ROW})`;
}

function edgeLevel(
  statement: Statement,
  model: EntityModel,
  page: Page,
  place: Place,
  item: Selected,
): { columns: string[]; joins: string[] } {
  const joins: string[] = [];
  const columns = item.fields.map((field) => {
    if (field.name === 'cursor') return `${statement.seal(cursorSql(place, model, page.terms))} ${quote(field.key)}`;
    if (field.name !== 'node') return `${literal(`${model.name}Edge`)} ${quote(field.key)}`;
    const node = levelSql(statement, model, place, field.fields);
    joins.push(...node.joins);
    return `${rowJson(node.columns)} ${quote(field.key)}`;
  });
  return { columns: columns.length ? columns : [NOTHING], joins };
}

function pageInfoSql(statement: Statement, rows: Rows, page: Page, name: string, item: Selected): string {
  const more = (): string => `(select count(*) > ${statement.bind(page.size, 'int')} from ${name})`;
  const cursorAt = (first: boolean): string => {
    const alias = statement.alias();
    const direction = first === page.backward ? ' desc' : '';
    return `(select ${statement.seal(cursorSql({ alias, prefix: '' }, rows.model, page.terms))} from ${name} ${alias} where ${alias}.rn <= ${statement.bind(page.size, 'int')} order by ${alias}.rn${direction} limit 1)`;
  };
  const columns = item.fields.map((field) => {
    const key = quote(field.key);
    switch (field.name) {
      case 'hasNextPage':
        return `${page.backward ? behind(statement, rows, page) : more()} ${key}`;
      case 'hasPreviousPage':
        return `${page.backward ? more() : behind(statement, rows, page)} ${key}`;
      case 'startCursor':
        return `${cursorAt(true)} ${key}`;
      case 'endCursor':
        return `${cursorAt(false)} ${key}`;
      default:
        return `${literal('PageInfo')} ${key}`;
    }
  });
  return rowJson(columns);
}

/** Are there rows on the side the cursor came from? */
function behind(statement: Statement, rows: Rows, page: Page): string {
  if (!page.cursor) return 'false';
  const alias = statement.alias();
  const terms = page.backward ? reversed(page.terms) : page.terms;
  const beyond = afterSql(statement, { alias, prefix: '' }, terms, page.cursor);
  return `exists (select 1 ${rows.from(alias, `not coalesce(${beyond}, false)`)})`;
}
