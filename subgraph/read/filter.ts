/** A filter argument → a SQL condition; every value is bound with the column's type. */
import {
  fieldOf,
  modelOf,
  type ColumnField,
  type EntityModel,
  type FieldModel,
  type ToManyField,
} from '../model/entity-model.js';
import { isLongText, TEXT_PREFIX } from '../model/indexes.js';
import { hubError } from '../errors.js';
import { matches } from './join.js';
import { belongsTo } from './path.js';
import { columnSql, type Place } from './place.js';
import type { Statement } from './statement.js';

export type FilterInput = Readonly<Record<string, unknown>>;

const ALWAYS = 'true';

/** All conditions of a filter hold together; an empty filter holds always, an empty `or` never. */
export function filterSql(statement: Statement, model: EntityModel, place: Place, filter: FilterInput): string {
  const parts = Object.entries(filter).map(([name, value]) => {
    if (value === null) throw nullOperand(`${model.name}Filter.${name}`);
    switch (name) {
      case 'and':
        return all(filters(value).map((each) => filterSql(statement, model, place, each)));
      case 'or':
        return any(filters(value).map((each) => filterSql(statement, model, place, each)));
      case 'not':
        return `not coalesce(${filterSql(statement, model, place, value as FilterInput)}, false)`;
      default:
        return conditionSql(statement, model, fieldOf(model, name), place, value as FilterInput);
    }
  });
  return all(parts);
}

const filters = (value: unknown): FilterInput[] => value as FilterInput[];
const all = (parts: readonly string[]): string =>
  parts.length ? parts.map((part) => `(${part})`).join(' and ') : ALWAYS;
const any = (parts: readonly string[]): string =>
  parts.length ? parts.map((part) => `(${part})`).join(' or ') : 'false';

function conditionSql(
  statement: Statement,
  model: EntityModel,
  field: FieldModel,
  place: Place,
  value: FilterInput,
): string {
  switch (field.kind) {
    case 'column': {
      const sql = field.options.sql ? `(${field.options.sql(place.alias)})` : columnSql(place, field.column);
      return operatorsSql(statement, { ...field, isLong: isLongText(field) && !field.options.sql }, sql, value);
    }
    case 'embed':
      return filterSql(
        statement,
        modelOf(field.target()),
        { alias: place.alias, prefix: place.prefix + field.prefix },
        value,
      );
    case 'toOne': {
      const target = modelOf(field.target());
      const alias = statement.alias();
      const keys = [...field.columns()].map(([key, column]) => ({ key, sql: columnSql(place, column) }));
      const inner = filterSql(statement, target, { alias, prefix: '' }, value);
      return `exists (select 1 from ${statement.table(target)} ${alias} where ${matches(target, alias, keys)} and (${inner}))`;
    }
    case 'toMany':
      return listSql(statement, model, field, place, value);
  }
}

function listSql(
  statement: Statement,
  model: EntityModel,
  field: ToManyField,
  place: Place,
  value: FilterInput,
): string {
  const target = modelOf(field.target());
  return all(
    Object.entries(value).map(([quantifier, inner]) => {
      if (inner === null) throw nullOperand(`${target.name}ListFilter.${quantifier}`);
      const alias = statement.alias();
      const belongs = belongsTo(statement, field, { model, place }, alias);
      const condition = filterSql(statement, target, { alias, prefix: '' }, inner as FilterInput);
      const from = `select 1 from ${statement.table(target)} ${alias} where ${belongs} and`;
      switch (quantifier) {
        case 'some':
          return `exists (${from} (${condition}))`;
        case 'none':
          return `not exists (${from} (${condition}))`;
        default:
          return `not exists (${from} not coalesce((${condition}), false))`;
      }
    }),
  );
}

/** What an operator has to know of the value it compares. */
type Compared = Pick<ColumnField, 'name'> & {
  readonly type: Pick<ColumnField['type'], 'list' | 'column'>;
  readonly isLong?: boolean;
};

/** All operators given for one value hold together. */
export const operatorsSql = (statement: Statement, field: Compared, sql: string, operators: FilterInput): string =>
  all(Object.entries(operators).map(([operator, operand]) => operatorSql(statement, field, sql, operator, operand)));

const COMPARISON: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

function operatorSql(statement: Statement, field: Compared, sql: string, operator: string, operand: unknown): string {
  if (operand === null) throw nullOperand(`${field.name}.${operator}`);
  const type = field.type.list ? 'text' : field.type.column;
  const bind = (value: unknown): string => statement.bind(value, type);
  // Long text is found by the index on its beginning, then compared whole.
  const prefixed = (condition: (beginning: (text: string) => string) => string): string =>
    field.isLong ? `${condition((text) => `left(${text}, ${TEXT_PREFIX})`)} and ` : '';
  switch (operator) {
    case 'eq':
      return `${prefixed((beginning) => `${beginning(sql)} = ${beginning(bind(operand))}`)}${sql} = ${bind(operand)}`;
    case 'ne':
      return `${sql} is distinct from ${bind(operand)}`;
    case 'in': {
      const beginnings = (operand as unknown[]).map((value) => [...String(value)].slice(0, TEXT_PREFIX).join(''));
      const among = prefixed((beginning) => `${beginning(sql)} = any(${statement.bind(beginnings, 'text[]')})`);
      return `${among}${sql} = any(${statement.bind(operand, `${type}[]`)})`;
    }
    case 'notIn':
      return `not coalesce(${sql} = any(${statement.bind(operand, `${type}[]`)}), false)`;
    case 'between': {
      const [low, high, ...more] = operand as unknown[];
      if (low === undefined || high === undefined || more.length)
        throw hubError('BAD_FILTER', {
          zh: `${field.name}.between 需要恰好两个值`,
          en: `${field.name}.between takes exactly two values`,
        });
      return `${sql} between ${bind(low)} and ${bind(high)}`;
    }
    case 'contains':
      return `strpos(${sql}, ${statement.bind(operand, 'text')}) > 0`;
    case 'startsWith':
      return `${prefixed((beginning) => `${beginning(sql)} ^@ ${beginning(statement.bind(operand, 'text'))}`)}${sql} ^@ ${statement.bind(operand, 'text')}`;
    case 'isNull':
      return operand ? `${sql} is null` : `${sql} is not null`;
    case 'has':
      return `${sql} @> array[${bind(operand)}]`;
    case 'hasSome':
      return `${sql} && ${statement.bind(operand, 'text[]')}`;
    default: {
      const comparison = COMPARISON[operator];
      if (!comparison) throw new Error(`no SQL for operator ${operator}`);
      return `${sql} ${comparison} ${bind(operand)}`;
    }
  }
}

/** A condition without a value: what was meant is asked for with `isNull`. */
export const nullOperand = (where: string): Error =>
  hubError('NULL_OPERAND', { zh: `${where} 为 null`, en: `${where} is null` });

/** Does the filter, taken at its top level, fix this field to one value (or name it at all)? */
export function pins(filter: FilterInput | undefined, field: string, operators: readonly string[]): boolean {
  if (!filter) return false;
  const condition = filter[field];
  if (condition && typeof condition === 'object' && operators.some((operator) => operator in condition)) return true;
  const every = filter['and'];
  return Array.isArray(every) && every.some((each: FilterInput) => pins(each, field, operators));
}
