/** How a row of an entity is found by its keys: equality, or the look-up the entity declares. */
import type { EntityModel } from '../model/entity-model.js';
import { keyColumn } from './place.js';
import { quote, type Statement } from './statement.js';

export interface KeySql {
  readonly key: string;
  readonly sql: string;
}

/** A left join that adds at most one row of `model` under `alias`; for a stub or a value, the row is what is given. */
export function joinByKeys(statement: Statement, model: EntityModel, alias: string, keys: readonly KeySql[]): string {
  if (model.role !== 'entity') {
    const columns = keys.map(({ key, sql }) => `${sql} ${quote(keyColumn(model, key))}`);
    return `cross join lateral (select ${columns.join(', ')}) ${alias}`;
  }
  if (!model.lookup) return `left join ${statement.table(model)} ${alias} on ${matches(model, alias, keys)}`;
  const inner = statement.alias();
  const { where, orderBy } = model.lookup(inner, Object.fromEntries(keys.map(({ key, sql }) => [key, sql])));
  const order = orderBy ? ` order by ${orderBy}` : '';
  return `left join lateral (select ${inner}.* from ${statement.table(model)} ${inner} where ${where}${order} limit 1) ${alias} on true`;
}

/** Whether the join above found a row. */
export function joined(model: EntityModel, alias: string): string {
  const columns = [...model.fields.values()].filter((field) => field.kind === 'column' && field.key);
  return columns.map((field) => `${alias}.${quote(keyColumn(model, field.name))} is not null`).join(' and ');
}

/** Condition that picks the row of `model` with these keys, for `exists`. */
export function matches(model: EntityModel, alias: string, keys: readonly KeySql[]): string {
  if (model.lookup) return model.lookup(alias, Object.fromEntries(keys.map(({ key, sql }) => [key, sql]))).where;
  return keys.map(({ key, sql }) => `${alias}.${quote(keyColumn(model, key))} = ${sql}`).join(' and ');
}
