/** How rows of a list lead back to the row that holds them: the condition that joins both. */
import { fieldOf, modelOf, type EntityModel, type ToManyField, type ToOneField } from '../model/entity-model.js';
import { matches } from './join.js';
import { columnSql, keyColumn, type Place } from './place.js';
import { quote, type Statement } from './statement.js';

export interface Parent {
  readonly model: EntityModel;
  readonly place: Place;
}

/** SQL that is true for rows `alias` of the list's entity that belong to the parent's row. */
export function belongsTo(statement: Statement, field: ToManyField, parent: Parent, alias: string): string {
  const target = modelOf(field.target());
  if (!field.through) return reference(statement, target, field.by, { alias, prefix: '' }, parent);
  const link = modelOf(field.through.entity());
  const linkAlias = statement.alias();
  const toTarget = fieldOf(link, field.by);
  if (toTarget.kind !== 'toOne') throw new Error(`${link.name}.${field.by} is not a reference`);
  const joined = [...toTarget.columns()].map(
    ([key, column]) => `${linkAlias}.${quote(column)} = ${alias}.${quote(keyColumn(target, key))}`,
  );
  const back = reference(statement, link, field.through.back, { alias: linkAlias, prefix: '' }, parent);
  return `exists (select 1 from ${statement.table(link)} ${linkAlias} where ${joined.join(' and ')} and ${back})`;
}

/** `supplier.legalEntity` on a contract = the legal entity that the parent's row is. */
function reference(statement: Statement, model: EntityModel, path: string, place: Place, parent: Parent): string {
  const [head = '', ...rest] = path.split('.');
  const field = fieldOf(model, head);
  if (field.kind === 'embed')
    return reference(
      statement,
      modelOf(field.target()),
      rest.join('.'),
      { alias: place.alias, prefix: place.prefix + field.prefix },
      parent,
    );
  if (field.kind === 'column')
    return `${columnSql(place, field.column)} = ${columnSql(parent.place, keyColumn(parent.model, soleKey(parent.model, field.name)))}`;
  if (field.kind !== 'toOne' || field.from) throw new Error(`${model.name}.${head} does not lead to one row`);
  if (rest.length) return beyond(statement, field, rest.join('.'), place, parent);
  const pairs = [...field.columns()].map(
    ([key, column]) => `${columnSql(place, column)} = ${columnSql(parent.place, keyColumn(parent.model, key))}`,
  );
  return pairs.join(' and ');
}

/** The path goes on from the row referred to: `process.project`. */
function beyond(statement: Statement, field: ToOneField, path: string, place: Place, parent: Parent): string {
  const target = modelOf(field.target());
  const alias = statement.alias();
  const keys = [...field.columns()].map(([key, column]) => ({ key, sql: columnSql(place, column) }));
  const rest = reference(statement, target, path, { alias, prefix: '' }, parent);
  return `exists (select 1 from ${statement.table(target)} ${alias} where ${matches(target, alias, keys)} and ${rest})`;
}

/** A list may follow one key of several, e.g. a region's code whatever the edition: `by` then names the column. */
function soleKey(model: EntityModel, column: string): string {
  const key = model.keys.find((name) => column.toLowerCase().endsWith(name.toLowerCase()));
  if (!key) throw new Error(`${column} does not name a key of ${model.name}`);
  return key;
}
