import { fieldOf, modelOf, type ColumnField, type EntityModel } from '../../subgraph/model/entity-model.js';
import { valueOf, type Place, type Tables } from './tables.js';
import { compareValues } from './values.js';

export type Filter = Readonly<Record<string, unknown>>;

/** Does a filter hold for an object? What is unknown because a value is blank does not hold. */
export function holds(tables: Tables, place: Place, filter: Filter): boolean {
  return Object.entries(filter).every(([name, value]) => {
    const inner = value as Filter;
    if (name === 'and') return (value as Filter[]).every((each) => holds(tables, place, each));
    if (name === 'or') return (value as Filter[]).some((each) => holds(tables, place, each));
    if (name === 'not') return !holds(tables, place, inner);
    const field = fieldOf(place.model, name);
    switch (field.kind) {
      case 'column': {
        const own = valueOf(place, name);
        return Object.entries(inner).every(([operator, operand]) =>
          compares(tables, place.model, field, own, operator, operand),
        );
      }
      case 'embed':
        return holds(tables, { ...place, model: modelOf(field.target()), prefix: place.prefix + field.prefix }, inner);
      case 'toOne': {
        const target = tables.follow(field, place);
        return target !== null && holds(tables, target, inner);
      }
      case 'toMany': {
        const model = modelOf(field.target());
        const rows = tables.listed(field, place).map((row): Place => ({ model, row, prefix: '' }));
        return Object.entries(inner).every(([quantifier, condition]) => {
          const held = rows.filter((each) => holds(tables, each, condition as Filter)).length;
          return quantifier === 'some' ? held > 0 : quantifier === 'none' ? held === 0 : held === rows.length;
        });
      }
    }
  });
}

/** One operator of a condition: on a column of a row, or on what a group adds up to. */
export function compares(
  tables: Tables,
  model: EntityModel,
  field: ColumnField,
  value: string | null,
  operator: string,
  operand: unknown,
): boolean {
  if (operator === 'isNull') return (value === null) === operand;
  if (operator === 'ne') return !compares(tables, model, field, value, 'eq', operand);
  if (operator === 'notIn') return !compares(tables, model, field, value, 'in', operand);
  if (value === null) return false;
  const order = (other: unknown): number => compareValues(tables, model, field, value, String(other));
  const list = operand as unknown[];
  switch (operator) {
    case 'eq':
      return order(operand) === 0;
    case 'in':
      return list.some((each) => order(each) === 0);
    case 'lt':
      return order(operand) < 0;
    case 'lte':
      return order(operand) <= 0;
    case 'gt':
      return order(operand) > 0;
    case 'gte':
      return order(operand) >= 0;
    case 'between':
      return order(list[0]) >= 0 && order(list[1]) <= 0;
    case 'contains':
      return value.includes(String(operand));
    case 'startsWith':
      return value.startsWith(String(operand));
    case 'has':
      return (JSON.parse(value) as unknown[]).includes(operand);
    case 'hasSome':
      return (JSON.parse(value) as unknown[]).some((each) => list.includes(each));
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}
