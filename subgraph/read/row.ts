/** The columns and joins of one object level; lists become lateral joins, so that every level is part of one statement. */
import { fieldOf, modelOf, type EntityModel, type FieldModel, type ToOneField } from '../model/entity-model.js';
import { isPublished } from '../model/derive-provenance.js';
import { historySql } from './history.js';
import { joinByKeys, joined } from './join.js';
import { columnSql, rowJson, type Place } from './place.js';
import { findingsSql, provenanceSql } from './provenance.js';
import type { Selected } from './selection.js';
import { neededKey } from './computed.js';
import { literal, NOTHING, quote, type Statement } from './statement.js';

interface Level {
  readonly columns: string[];
  readonly joins: string[];
}

/**
 * Select list and joins for `selected` of `model` at `place`.
 * Of a field that TypeScript works out the columns it needs are read, under keys that no client can ask for.
 */
export function levelSql(statement: Statement, model: EntityModel, place: Place, selected: readonly Selected[]): Level {
  const level: Level = { columns: [], joins: [] };
  const needed = new Set<string>();
  for (const item of selected) {
    if (item.name === '__typename') {
      level.columns.push(`${literal(model.name)} ${quote(item.key)}`);
      continue;
    }
    const derived = isPublished(model) && derivedSql(statement, model, place, item, level.joins);
    if (derived) {
      level.columns.push(`${derived} ${quote(item.key)}`);
      continue;
    }
    const computed = model.computed.get(item.name);
    if (computed) {
      for (const need of computed.needs) needed.add(need);
      continue;
    }
    const field = model.fields.get(item.name);
    if (field) level.columns.push(`${fieldSql(statement, model, field, place, item, level.joins)} ${quote(item.key)}`);
  }
  for (const name of needed) {
    const field = fieldOf(model, name);
    const none = { key: '', name, args: {}, fields: [] };
    level.columns.push(`${fieldSql(statement, model, field, place, none, level.joins)} ${quote(neededKey(name))}`);
  }
  if (!level.columns.length) level.columns.push(NOTHING);
  return level;
}

/** What every published row has beside its declared fields. */
function derivedSql(
  statement: Statement,
  model: EntityModel,
  place: Place,
  item: Selected,
  joins: string[],
): string | undefined {
  switch (item.name) {
    case 'provenance':
      return provenanceSql(statement, model, place, item, joins, levelSql);
    case 'findings':
      return findingsSql(statement, model, place, item, levelSql);
    case 'history':
      return historySql(statement, model, place, item, levelSql);
    default:
      return undefined;
  }
}

function fieldSql(
  statement: Statement,
  model: EntityModel,
  field: FieldModel,
  place: Place,
  item: Selected,
  joins: string[],
): string {
  switch (field.kind) {
    case 'column':
      return field.type.print(
        field.options.sql ? `(${field.options.sql(place.alias)})` : columnSql(place, field.column),
      );
    case 'embed':
      return embedSql(
        statement,
        modelOf(field.target()),
        { alias: place.alias, prefix: place.prefix + field.prefix },
        item,
        joins,
      );
    case 'toOne':
      return toOneSql(statement, field, place, item, joins);
    case 'toMany': {
      const alias = statement.alias('list');
      const parent = { model, place };
      joins.push(
        `left join lateral (${statement.connection(statement, modelOf(field.target()), item, { parent, field })}) ${alias} on true`,
      );
      return `${alias}.j`;
    }
  }
}

/** An embedded value is null when none of its columns has a value. */
function embedSql(statement: Statement, model: EntityModel, place: Place, item: Selected, joins: string[]): string {
  const inner = levelSql(statement, model, place, item.fields);
  joins.push(...inner.joins);
  const stored = [...model.fields.values()].filter((field) => field.kind === 'column' && !field.options.sql);
  const present = stored.map((field) => columnSql(place, field.kind === 'column' ? field.column : ''));
  return `case when num_nonnulls(${present.join(', ')}) > 0 then ${rowJson(inner.columns)} end`;
}

function toOneSql(statement: Statement, field: ToOneField, place: Place, item: Selected, joins: string[]): string {
  const target = modelOf(field.target());
  const alias = statement.alias();
  const keys = [...field.columns()].map(([key, column]) => ({
    key,
    sql: field.from
      ? `(${field.from(place.alias, (entity) => statement.table(modelOf(entity)))})`
      : columnSql(place, column),
  }));
  const inner = levelSql(statement, target, { alias, prefix: '' }, item.fields);
  joins.push(joinByKeys(statement, target, alias, keys), ...inner.joins);
  return `case when ${joined(target, alias)} then ${rowJson(inner.columns)} end`;
}
