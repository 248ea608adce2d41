import type pg from 'pg';
import { modelOf, type EntityModel, type FieldModel } from '../../subgraph/model/entity-model.js';
import { columnOf, primaryKey, type Row } from './columns.js';

type Rows = ReadonlyMap<EntityModel, readonly Row[]>;

/** Values beside those that rows refer to: months before, between and after the editions that are loaded. */
const OTHER_MONTHS = ['198001', '199505', '200506', '201505', '202012', '202501'];
const ROWS_WITH_OTHER_MONTHS = 60;

/**
 * What an entity's own look-up says of every key tuple that a row has, and of some more: the rule is SQL of the model,
 * and is asked of PostgreSQL once, one key after the other.
 */
export async function readLookups(
  client: pg.Client,
  namespace: string,
  models: readonly EntityModel[],
  rows: Rows,
): Promise<ReadonlyMap<EntityModel, ReadonlyMap<string, string | null>>> {
  const found = new Map<EntityModel, ReadonlyMap<string, string | null>>();
  for (const model of models) {
    if (model.role !== 'entity' || !model.lookup) continue;
    const tuples = [...keyTuples(model, models, rows)].map((text) => JSON.parse(text) as (string | null)[]);
    const { where, orderBy } = model.lookup('t', Object.fromEntries(model.keys.map((key) => [key, `k."${key}"`])));
    const order = orderBy ? `order by ${orderBy}` : '';
    const { rows: answers } = await client.query<{ n: string; id: string | null }>(
      `select k.n::text, (select t."${primaryKey(model).column}" from ${namespace}.${model.table} t where ${where} ${order} limit 1) id
       from unnest(${model.keys.map((_, index) => `$${index + 1}::text[]`).join(', ')}) with ordinality
         k(${[...model.keys.map((key) => `"${key}"`), 'n'].join(', ')})`,
      model.keys.map((_, index) => tuples.map((tuple) => tuple[index])),
    );
    found.set(model, new Map(answers.map(({ n, id }) => [JSON.stringify(tuples[Number(n) - 1]), id])));
  }
  return found;
}

function keyTuples(target: EntityModel, models: readonly EntityModel[], rows: Rows): Set<string> {
  const tuples = new Set<string>();
  const add = (values: readonly (string | null | undefined)[]): void => void tuples.add(JSON.stringify(values));
  const own = rows.get(target) ?? [];
  const columns = target.keys.map((key) => columnOf(target, key));
  for (const row of own) add(columns.map((column) => row[column]));
  for (const row of own.slice(0, ROWS_WITH_OTHER_MONTHS))
    for (const month of OTHER_MONTHS) add(columns.map((column, index) => (index === 0 ? row[column] : month)));
  for (const model of models)
    for (const { field, prefix } of fieldsWithin(model)) {
      if (field.kind !== 'toOne' || field.from || modelOf(field.target()) !== target) continue;
      const by = field.columns();
      for (const row of rows.get(model) ?? []) add(target.keys.map((key) => row[prefix + (by.get(key) ?? '')]));
    }
  return tuples;
}

/** The fields of a model and of the values embedded in it. */
export function fieldsWithin(model: EntityModel, prefix = ''): { field: FieldModel; prefix: string }[] {
  return [...model.fields.values()].flatMap((field) =>
    field.kind === 'embed'
      ? [{ field, prefix }, ...fieldsWithin(modelOf(field.target()), prefix + field.prefix)]
      : [{ field, prefix }],
  );
}
