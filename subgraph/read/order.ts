/** The order of a page, and what a cursor keeps of a row's place in it. */
import { fieldOf, type ColumnField, type EntityModel } from '../model/entity-model.js';
import { columnSql, type Place } from './place.js';
import { literal } from './statement.js';

export interface OrderTerm {
  readonly field: ColumnField;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

interface OrderInput {
  readonly field: string;
  readonly direction?: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST';
}

/** What the client asked for, or the entity's default, then the primary key: a total order. */
export function orderTerms(model: EntityModel, input: readonly OrderInput[] | undefined): OrderTerm[] {
  const asked = input?.length
    ? input.map((each) => ({
        name: each.field,
        descending: each.direction === 'DESC',
        nullsFirst: each.nulls === 'FIRST',
      }))
    : model.orderBy.map((each) => ({ name: each.field, descending: each.descending, nullsFirst: false }));
  const terms: OrderTerm[] = [];
  for (const { name, descending, nullsFirst } of asked)
    if (!terms.some((term) => term.field.name === name))
      terms.push({ field: column(model, name), descending, nullsFirst });
  for (const field of model.fields.values())
    if (field.kind === 'column' && field.key && !terms.some((term) => term.field === field))
      // In the direction of the last term, so that one index read one way gives the whole order.
      terms.push({ field, descending: terms.at(-1)?.descending ?? false, nullsFirst: false });
  return terms;
}

function column(model: EntityModel, name: string): ColumnField {
  const field = fieldOf(model, name);
  if (field.kind !== 'column') throw new Error(`${model.name}.${name} is not a column`);
  return field;
}

export const reversed = (terms: readonly OrderTerm[]): OrderTerm[] =>
  terms.map((term) => ({ ...term, descending: !term.descending, nullsFirst: !term.nullsFirst }));

export const termSql = (place: Place, { field }: OrderTerm): string =>
  field.options.sql ? `(${field.options.sql(place.alias)})` : columnSql(place, field.column);

export function orderSql(place: Place, terms: readonly OrderTerm[]): string {
  return terms
    .map((term) => {
      const direction = term.descending ? ' desc' : '';
      // PostgreSQL's own default (nulls last ascending, first descending) is left unsaid so that an index serves it.
      const nulls =
        term.field.options.required || term.nullsFirst === term.descending
          ? ''
          : term.nullsFirst
            ? ' nulls first'
            : ' nulls last';
      return `${termSql(place, term)}${direction}${nulls}`;
    })
    .join(', ');
}

/** A cursor's raw content: the ordering it belongs to, then the value of each term. */
export function cursorSql(place: Place, model: EntityModel, terms: readonly OrderTerm[]): string {
  const values = terms.map((term) => term.field.type.print(termSql(place, term)));
  return `json_build_array(${[literal(orderName(model, terms)), ...values].join(', ')})::text`;
}

export const orderName = (model: EntityModel, terms: readonly OrderTerm[]): string =>
  `${model.name}:${terms.map((term) => `${term.field.name}${term.descending ? '-' : '+'}${term.nullsFirst ? '^' : ''}`).join(',')}`;
