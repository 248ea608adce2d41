/** Totals of all rows of a collection that match, whatever the page. */
import { hubError } from '../errors.js';
import { fieldOf, type ColumnField, type EntityModel } from '../model/entity-model.js';
import { Decimal } from '../model/types.js';
import { pins } from './filter.js';
import type { Rows } from './rows.js';
import { columnSql, rowJson } from './place.js';
import { findingCountSql } from './provenance.js';
import type { Selected } from './selection.js';
import { literal, NOTHING, quote, ROW, type Statement } from './statement.js';

/** Decimals of an average: the exact quotient seldom ends. */
const AVERAGE_DIGITS = 6;
/** `avg` gives large numbers fewer decimals; a quotient has at least as many as what is divided. */
const DECIMALS_KEPT = '0.000000000000';

export function aggregateSql(statement: Statement, rows: Rows, item: Selected): string {
  const alias = statement.alias();
  const { inner, outer } = aggregateColumns(statement, rows, item.fields, alias, []);
  const head = inner.length ? inner.join(', ') : 'count(*)';
  return `(select row_to_json(${ROW}) from (select ${outer.join(', ')} from (select ${head} ${rows.from(alias)}) a) ${ROW})`;
}

/**
 * The aggregate expressions over rows `alias` (inner, named a1…), and how they are put together over `a` (outer).
 * @param grouped names of the fields the rows are grouped by
 */
export function aggregateColumns(
  statement: Statement,
  rows: Rows,
  fields: readonly Selected[],
  alias: string,
  grouped: readonly string[],
): { inner: string[]; outer: string[] } {
  const inner: string[] = [];
  const take = (sql: string): string => {
    const name = `a${inner.length + 1}`;
    inner.push(`${sql} ${name}`);
    return `a.${name}`;
  };
  const nested = (type: string, item: Selected, sql: (field: ColumnField) => string): string => {
    const columns = item.fields.map((leaf) =>
      leaf.name === '__typename'
        ? `${literal(`${rows.model.name}${type}`)} ${quote(leaf.key)}`
        : `${take(sql(columnField(rows.model, leaf.name)))} ${quote(leaf.key)}`,
    );
    return rowJson(columns);
  };
  const outer = fields.map((item) => {
    const key = quote(item.key);
    switch (item.name) {
      case 'count':
        return `${take('count(*)::int')} ${key}`;
      case 'findingCount':
        return `${take(`coalesce(sum(${findingCountSql(statement, rows.model, alias)}), 0)::int`)} ${key}`;
      case 'sum':
      case 'average':
      case 'min':
      case 'max': {
        const { name } = item;
        const isSum = name === 'sum' || name === 'average';
        // A sum is a Decimal whatever it is the sum of.
        const printed = (field: ColumnField): string =>
          (isSum ? Decimal : field.type).print(measureSql(rows, { kind: name, field }, alias, grouped));
        return `${nested(isSum ? 'Sums' : 'Bounds', item, printed)} ${key}`;
      }
      case 'unlinked':
        // Over other rows than these it is a count of its own: among the aggregates of these it would be read per row.
        return `${rows.wholeCollection ? unlinkedSql(statement, rows, alias) : take(unlinkedSql(statement, rows, alias))} ${key}`;
      default:
        return `${literal(`${rows.model.name}${grouped.length ? 'Group' : 'Aggregates'}`)} ${key}`;
    }
  });
  return { inner, outer: outer.length ? outer : [NOTHING] };
}

/** What can be worked out of a group of rows. */
export type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: 'sum' | 'average' | 'min' | 'max'; readonly field: ColumnField };

/** The aggregate expression of a measure over rows `alias`, in the type it is compared in. */
export function measureSql(rows: Rows, measure: Measure, alias: string, grouped: readonly string[]): string {
  if (measure.kind === 'count') return 'count(*)';
  const value = within(rows, measure.field, alias, grouped);
  switch (measure.kind) {
    case 'sum':
      return `sum(${value})`;
    case 'average':
      return `round((sum(${value}) + ${DECIMALS_KEPT}) / nullif(count(${value}), 0), ${AVERAGE_DIGITS})`;
    default:
      return `${measure.kind}(${value})`;
  }
}

export function columnField(model: EntityModel, name: string): ColumnField {
  const field = fieldOf(model, name);
  if (field.kind !== 'column') throw new Error(`${model.name}.${name} is not a column`);
  return field;
}

/** An amount is only totalled within one currency: filtered to one by `eq`, or grouped by it. */
function within(rows: Rows, field: ColumnField, alias: string, grouped: readonly string[]): string {
  const { money, sql } = field.options;
  if (money !== undefined && !grouped.includes(money) && !pins(rows.filter, money, ['eq']))
    throw hubError('MIXED_CURRENCY', {
      zh: `${rows.model.name}.${field.name} 的币种字段为 ${money}`,
      en: `the currency of ${rows.model.name}.${field.name} is in ${money}`,
    });
  return sql ? `(${sql(alias)})` : columnSql({ alias, prefix: '' }, field.column);
}

/**
 * Rows that lack the link: of this set when it is a root collection or a group, and of the whole collection under the
 * same filter when the set is reached through the link itself, since there no row of the set can lack it.
 */
function unlinkedSql(statement: Statement, rows: Rows, alias: string): string {
  const { link } = rows.model;
  const field = link === undefined ? undefined : rows.model.fields.get(link);
  if (field?.kind !== 'toOne') throw new Error(`${rows.model.name} declares no link`);
  const columns = [...field.columns().values()];
  const missing = (at: string): string =>
    columns.map((column) => `${columnSql({ alias: at, prefix: '' }, column)} is null`).join(' and ');
  if (!rows.wholeCollection) return `(count(*) filter (where ${missing(alias)}))::int`;
  const other = statement.alias();
  return `(select count(*)::int ${rows.wholeCollection(other, missing(other))})`;
}
