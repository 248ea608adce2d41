import fc from 'fast-check';
import {
  modelOf,
  screamingCase,
  type ColumnField,
  type EntityModel,
  type FieldModel,
} from '../../subgraph/model/entity-model.js';
import { compareValues, type Order, type PlainRows, type Row } from './plain-rows.js';

type Filter = Record<string, unknown>;

/** Filters of a model's columns, references and lists, whose operands are values that its rows have. */
export function arbitraryFilter(rows: PlainRows, model: EntityModel, depth = 2): fc.Arbitrary<Filter> {
  const fields = [...model.fields.values()];
  const columns = fields.flatMap((field) => columnConditions(rows, model, field));
  const inner = depth > 0 ? fields.flatMap((field) => referenceConditions(rows, field, depth)) : [];
  const conditions = fc.oneof(
    ...columns.map((each) => ({ weight: 3, arbitrary: each })),
    ...inner.map((each) => ({ weight: 1, arbitrary: each })),
  );
  if (depth === 0) return conditions;
  const nested = arbitraryFilter(rows, model, 0);
  return fc.oneof(
    { weight: 6, arbitrary: conditions },
    {
      weight: 3,
      arbitrary: fc.array(conditions, { maxLength: 3 }).map((each) => Object.assign({}, ...each) as Filter),
    },
    { weight: 2, arbitrary: fc.array(nested, { maxLength: 3 }).map((or) => ({ or })) },
    { weight: 2, arbitrary: fc.array(nested, { maxLength: 2 }).map((and) => ({ and })) },
    { weight: 2, arbitrary: conditions.map((not) => ({ not })) },
    { weight: 1, arbitrary: conditions.map((each) => ({ not: { not: each } })) },
  );
}

/** Up to three orders over different fields. */
export function arbitraryOrders(model: EntityModel): fc.Arbitrary<Order[]> {
  const names = [...model.fields.values()]
    .filter(({ kind, options }) => kind === 'column' && options.order)
    .map(({ name }) => name);
  const order = fc.record<Order>(
    {
      field: fc.constantFrom(...names),
      direction: fc.constantFrom('ASC', 'DESC'),
      nulls: fc.constantFrom('FIRST', 'LAST'),
    },
    { requiredKeys: ['field'] },
  );
  return fc.uniqueArray(order, { maxLength: 3, selector: ({ field }) => field });
}

/** As the graph names its fields to order by. */
export const orderInput = (orders: readonly Order[]): object[] =>
  orders.map((order) => ({ ...order, field: screamingCase(order.field) }));

function columnConditions(rows: PlainRows, model: EntityModel, field: FieldModel): fc.Arbitrary<Filter>[] {
  if (!field.options.filter || field.options.hidden) return [];
  if (field.kind === 'column') {
    const operators = conditionsOf(field, rows.of(model), field.column);
    return operators ? [operators.map((condition) => ({ [field.name]: condition }))] : [];
  }
  if (field.kind !== 'embed') return [];
  return [...modelOf(field.target()).fields.values()].flatMap((leaf) => {
    if (leaf.kind !== 'column' || !leaf.options.filter) return [];
    const operators = conditionsOf(leaf, rows.of(model), field.prefix + leaf.column);
    return operators ? [operators.map((condition) => ({ [field.name]: { [leaf.name]: condition } }))] : [];
  });
}

function referenceConditions(rows: PlainRows, field: FieldModel, depth: number): fc.Arbitrary<Filter>[] {
  if (field.kind !== 'toOne' && field.kind !== 'toMany') return [];
  const target = modelOf(field.target());
  if (target.role !== 'entity' || target.lookup || !rows.of(target).length) return [];
  if (field.kind === 'toMany' && (field.through || field.by.includes('.'))) return [];
  if (field.kind === 'toOne' && field.from) return [];
  if (field.kind === 'toMany' && target.fields.get(field.by)?.kind !== 'toOne') return [];
  const inner = arbitraryFilter(rows, target, depth === 2 ? 1 : 0);
  if (field.kind === 'toOne') return [inner.map((condition) => ({ [field.name]: condition }))];
  const quantifier = fc.constantFrom('some', 'none', 'every');
  return [fc.tuple(quantifier, inner).map(([each, condition]) => ({ [field.name]: { [each]: condition } }))];
}

/** Conditions on one column; undefined for a kind of value that the plain evaluator does not read. */
function conditionsOf(field: ColumnField, rows: readonly Row[], column: string): fc.Arbitrary<Filter> | undefined {
  const isStored = rows.length > 0 && column in (rows[0] ?? {});
  if (!isStored || field.type.family === 'list') return undefined;
  const isNull = fc.boolean().map((value): Filter => ({ isNull: value }));
  if (field.type.family === 'boolean')
    return fc.oneof(
      isNull,
      fc.boolean().map((eq) => ({ eq })),
      fc.boolean().map((ne) => ({ ne })),
    );
  const known = [...new Set(rows.map((row) => row[column]))].filter((value) => typeof value === 'string');
  if (!known.length) return isNull;
  const one = fc.constantFrom(...known);
  const input = (text: string): unknown => (field.type.name === 'Int' ? Number(text) : inputText(field, text));
  const value = one.map(input);
  const several = fc.array(value, { maxLength: 4 });
  const equality = [
    value.map((eq): Filter => ({ eq })),
    value.map((ne): Filter => ({ ne })),
    several.map((list): Filter => ({ in: list })),
    several.map((notIn): Filter => ({ notIn })),
    isNull,
  ];
  if (field.type.family === 'equality') return fc.oneof(...equality);
  if (field.type.family === 'comparable') {
    const bound = fc.constantFrom('lt', 'lte', 'gt', 'gte');
    const interval = fc.tuple(one, one).map(([a, b]) => [a, b].toSorted((x, y) => compareValues(field, x, y)));
    return fc.oneof(
      ...equality,
      fc.tuple(bound, value).map(([operator, operand]): Filter => ({ [operator]: operand })),
      interval.map((between): Filter => ({ between: between.map(input) })),
      fc.tuple(value, value).map(([gte, lte]): Filter => ({ gte, lte })),
    );
  }
  const part = fc.tuple(one, fc.nat(8), fc.integer({ min: 0, max: 4 }));
  return fc.oneof(
    ...equality,
    part.map(([text, from, length]): Filter => ({ contains: [...text].slice(from, from + length).join('') })),
    part.map(([text, , length]): Filter => ({ startsWith: [...text].slice(0, length).join('') })),
  );
}

/** PostgreSQL prints an instant in its own form; the graph takes ISO 8601. */
const inputText = (field: ColumnField, text: string): string =>
  field.type.name === 'DateTime' ? new Date(text).toISOString() : text;
