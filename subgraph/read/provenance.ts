/** Where a row comes from and what was found about it, read with the row in the same statement. */
import type { ColumnField, EntityModel } from '../model/entity-model.js';
import { BATCH, HASH, LINE, SHEET, SINCE } from '../model/system-columns.js';
import { DateTime } from '../model/types.js';
import { joinByKeys, joined } from './join.js';
import { columnSql, rowJson, type Place } from './place.js';
import type { Selected } from './selection.js';
import { literal, NOTHING, quote, type Statement } from './statement.js';

/** Writes the columns of an entity's level; given by `row.ts`, which in turn writes what stands here. */
export type WriteLevel = (
  statement: Statement,
  model: EntityModel,
  place: Place,
  selected: readonly Selected[],
) => { readonly columns: string[]; readonly joins: string[] };

/** Findings of one row at most. */
const FINDINGS_AT_MOST = 100;

export function provenanceSql(
  statement: Statement,
  model: EntityModel,
  place: Place,
  item: Selected,
  joins: string[],
  level: WriteLevel,
): string {
  const at = (column: string): string => columnSql(place, column);
  const columns = item.fields.map((field) => {
    const value = (): string => {
      switch (field.name) {
        case 'publishedAt':
          return DateTime.print(at(SINCE));
        case 'officiallyPublishedOn':
          return `(select b.officially_published_on::text from hub.batch b where b.id = ${at(BATCH)})`;
        case 'sourceFile':
          return model.fields.has('source') ? at('source') : 'null::text';
        case 'sourceSheet':
          return at(SHEET);
        case 'sourceRow':
          return at(LINE);
        case 'sha256':
          return `encode(${at(HASH)}, 'hex')`;
        case 'batch':
          return recordSql(statement, 'Batch', at(BATCH), field, joins, level);
        default:
          return literal('Provenance');
      }
    };
    return `${value()} ${quote(field.key)}`;
  });
  return rowJson(columns.length ? columns : [NOTHING]);
}

/** A record of the hub by its number: its own columns where this service has them, else a reference to it. */
function recordSql(
  statement: Statement,
  name: string,
  id: string,
  item: Selected,
  joins: string[],
  level: WriteLevel,
): string {
  const model = statement.modelNamed(name);
  if (!model) return `case when ${id} <> '' then ${rowJson(referenceColumns(name, id, item))} end`;
  const alias = statement.alias();
  const inner = level(statement, model, { alias, prefix: '' }, item.fields);
  joins.push(joinByKeys(statement, model, alias, [{ key: 'id', sql: id }]), ...inner.joins);
  return `case when ${joined(model, alias)} then ${rowJson(inner.columns)} end`;
}

function referenceColumns(name: string, id: string, item: Selected): string[] {
  const columns = item.fields.map((field) => `${field.name === 'id' ? id : literal(name)} ${quote(field.key)}`);
  return columns.length ? columns : [NOTHING];
}

/** The findings that hold for a row, the gravest first. */
export function findingsSql(
  statement: Statement,
  model: EntityModel,
  place: Place,
  item: Selected,
  level: WriteLevel,
): string {
  const alias = statement.alias();
  const own = statement.modelNamed('Finding');
  return statement.list(item.key, FINDINGS_AT_MOST, () => {
    const { columns, joins } = own
      ? level(statement, own, { alias, prefix: '' }, item.fields)
      : { columns: referenceColumns('Finding', `${alias}.id`, item), joins: [] };
    return `(select coalesce(json_agg(row_to_json("~")), '[]'::json) from (select ${columns.join(', ')} from (${holdingSql(statement, model, place)} order by f.severity, f.id limit ${FINDINGS_AT_MOST}) ${alias}${joins.length ? ` ${joins.join(' ')}` : ''}) "~")`;
  });
}

/** How many findings hold for a row, for totals. */
export const findingCountSql = (statement: Statement, model: EntityModel, alias: string): string =>
  `(select count(*) from (${holdingSql(statement, model, { alias, prefix: '' })}) f)`;

function holdingSql(statement: Statement, model: EntityModel, place: Place): string {
  const instant = statement.asOfSql;
  const holds =
    instant === undefined
      ? `f.state <> 'CLOSED'`
      : `f.opened_at <= ${instant} and (f.closed_at is null or f.closed_at > ${instant})`;
  return `select f.* from hub.finding f where f.entity = ${literal(model.name)} and f.record_key = ${columnSql(place, primaryKey(model))}::text and ${holds}`;
}

/** The column of the table's own key. */
export function primaryKey(model: EntityModel): string {
  const key = [...model.fields.values()].find((field): field is ColumnField => field.kind === 'column' && field.key);
  if (!key) throw new Error(`${model.name} has no key column`);
  return key.column;
}
