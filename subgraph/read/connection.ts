/** A page of rows with its totals, as one SQL expression that gives one JSON object. */
import type { EntityModel } from '../model/entity-model.js';
import { afterSql } from './after.js';
import { aggregateSql } from './aggregate.js';
import { groupsSql } from './group.js';
import { cursorSql, orderSql, reversed } from './order.js';
import { numberedPageSql, pageOf, pageSql, type Page } from './page.js';
import { rowJson, type Place } from './place.js';
import { levelSql } from './row.js';
import type { Selected } from './selection.js';
import { rowsOf, type Rows } from './rows.js';
import { literal, NOTHING, quote, ROW, type Origin, type Statement } from './statement.js';

export function connectionSql(statement: Statement, model: EntityModel, item: Selected, origin?: Origin): string {
  const rows = rowsOf(statement, model, item.args, origin);
  const page = pageOf(statement, model, item.args);
  return statement.list(item.key, page.size, () => writeConnection(statement, rows, page, item));
}

function writeConnection(statement: Statement, rows: Rows, page: Page, item: Selected): string {
  const readers = item.fields.filter((field) => ['nodes', 'edges', 'pageInfo'].includes(field.name));
  const [reader] = readers;
  const isShared = readers.length > 1 || reader?.name === 'pageInfo';
  const source = isShared ? sharedSource(statement, rows, page) : soleSource(statement, rows, page);
  const columns = item.fields.map((field) => `${partSql(statement, rows, page, source, field)} ${quote(field.key)}`);
  const body = columns.length ? columns.join(', ') : NOTHING;
  return `${source.with}select row_to_json(${ROW}) j from (select ${body}) ${ROW}`;
}

/** Where the rows of the page are read from. */
interface Source {
  readonly name: string;
  /** What stands before the statement. */
  readonly with: string;
  /** After the select list: the rows under the alias with what is joined to them, in the order of the answer. */
  from(alias: string, joins: readonly string[]): string;
}

/** The rows for one reader are read where they are wanted. */
const soleSource = (statement: Statement, rows: Rows, page: Page): Source => ({
  name: '',
  with: '',
  from: (alias, joins) =>
    `${[`from (${pageSql(statement, rows, page)}) ${alias}`, ...joins].join(' ')} order by ${orderSql({ alias, prefix: '' }, page.terms)}`,
});

/** The rows for several readers are read once. */
function sharedSource(statement: Statement, rows: Rows, page: Page): Source {
  const name = statement.alias('page');
  return {
    name,
    with: `with ${name} as materialized (${numberedPageSql(statement, rows, page)}) `,
    from: (alias, joins) =>
      `${[`from ${name} ${alias}`, ...joins].join(' ')} where ${alias}.rn <= ${statement.bind(page.size, 'int')} order by ${alias}.rn${page.backward ? ' desc' : ''}`,
  };
}

function partSql(statement: Statement, rows: Rows, page: Page, source: Source, item: Selected): string {
  switch (item.name) {
    case '__typename':
      return literal(`${rows.model.name}Connection`);
    case 'nodes':
      return listSql(statement, source, (place) => levelSql(statement, rows.model, place, item.fields));
    case 'edges':
      return listSql(statement, source, (place) => edgeLevel(statement, rows.model, page, place, item));
    case 'pageInfo':
      return pageInfoSql(statement, rows, page, source.name, item);
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
  source: Source,
  level: (place: Place) => { columns: string[]; joins: string[] },
): string {
  const alias = statement.alias();
  const { columns, joins } = level({ alias, prefix: '' });
  return `(select coalesce(json_agg(row_to_json(${ROW})), '[]'::json) from (select ${columns.join(', ')} ${source.from(alias, joins)}) ${ROW})`;
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
