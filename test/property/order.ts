import { screamingCase, type ColumnField, type EntityModel } from '../../subgraph/model/entity-model.js';
import { primaryKey, type Row } from './columns.js';
import { valueOf, type Tables } from './tables.js';
import { compareValues } from './values.js';

/** As a client writes it. */
export interface OrderInput {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls: 'FIRST' | 'LAST';
}

interface Term {
  readonly field: ColumnField;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** The order asked for or else the entity's own, each field once, and the primary key in the direction of the last. */
export function termsOf(model: EntityModel, orderBy: readonly OrderInput[] | null | undefined): Term[] {
  const own = model.orderBy.map(({ field, descending }) => ({ name: field, descending, nullsFirst: false }));
  const asked = (orderBy ?? []).map(({ field, direction, nulls }) => ({
    name: fieldNamed(model, field),
    descending: direction === 'DESC',
    nullsFirst: nulls === 'FIRST',
  }));
  const given = asked.length ? asked : own;
  const key = { name: primaryKey(model).name, descending: given.at(-1)?.descending ?? false, nullsFirst: false };
  const terms = new Map<string, Term>();
  for (const { name, ...term } of [...given, key]) {
    const field = model.fields.get(name);
    if (field?.kind !== 'column') throw new Error(`${model.name}.${name} is no column`);
    if (!terms.has(name)) terms.set(name, { ...term, field });
  }
  return [...terms.values()];
}

/** `SIGNED_ON` → `signedOn`. */
export function fieldNamed(model: EntityModel, capitals: string): string {
  for (const name of model.fields.keys()) if (screamingCase(name) === capitals) return name;
  throw new Error(`${model.name} has no field ${capitals}`);
}

/** Names an order among all orders: a cursor belongs to one. */
export const orderId = (model: EntityModel, terms: readonly Term[]): string =>
  [
    model.name,
    ...terms.map((each) => `${each.field.name}${each.descending ? '-' : '+'}${each.nullsFirst ? '^' : ''}`),
  ].join(' ');

/** Negative when the first row comes before the second; rows of one entity are never equal. */
export function compareRows(tables: Tables, model: EntityModel, terms: readonly Term[], a: Row, b: Row): number {
  for (const { field, descending, nullsFirst } of terms) {
    const left = valueOf({ model, row: a, prefix: '' }, field.name);
    const right = valueOf({ model, row: b, prefix: '' }, field.name);
    if (left === null && right === null) continue;
    if (left === null || right === null) return (left === null) === nullsFirst ? -1 : 1;
    const order = compareValues(tables, model, field, left, right);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}
