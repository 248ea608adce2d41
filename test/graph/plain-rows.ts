import { compareDecimals } from '../../schema/vocabulary/decimal.js';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import { currentTable } from '../../subgraph/read/as-of-table.js';
import { fieldOf, modelOf, type ColumnField, type EntityModel } from '../../subgraph/model/entity-model.js';
import type { TestDatabase } from '../kit/test-database.js';

/** A row as `select *` prints it. */
export type Row = Readonly<Record<string, string | null>>;
type Filter = Readonly<Record<string, unknown>>;
export interface Order {
  readonly field: string;
  readonly direction?: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST';
}

/**
 * All tables of a service in memory, filtered and sorted in plain JavaScript: what the planner's SQL is compared with.
 * Of the model only the names of columns and references are used.
 */
export class PlainRows {
  private constructor(private readonly tables: ReadonlyMap<string, readonly Row[]>) {}

  static async read(database: TestDatabase, { name, entities }: ServiceDefinition): Promise<PlainRows> {
    const read = entities.map(async (entity) => {
      const { table, fields } = modelOf(entity);
      const ranks = [...fields.values()].flatMap((field) =>
        field.kind === 'column' && field.options.pinyin
          ? [`, dense_rank() over (order by ${field.column}) "${rankOf(field)}"`]
          : [],
      );
      return [
        table,
        await database.sql<Row>(`select *${ranks.join('')} from ${currentTable(name, modelOf(entity))}`),
      ] as const;
    });
    return new PlainRows(new Map(await Promise.all(read)));
  }

  of({ table }: EntityModel): readonly Row[] {
    return this.tables.get(table) ?? [];
  }

  /** The rows of a jurisdiction that the filter lets through, in this order. */
  select(model: EntityModel, jurisdiction: string, filter: Filter, orders: readonly Order[]): Row[] {
    return this.of(model)
      .filter((row) => row['jurisdiction'] === jurisdiction && this.holds(model, filter, row))
      .toSorted((a, b) => compareRows(model, orders, a, b));
  }

  /** Does the filter hold for the row? Whatever is unknown because a value is null does not hold. */
  private holds(model: EntityModel, filter: Filter, row: Row, prefix = ''): boolean {
    return Object.entries(filter).every(([name, value]) => {
      const inner = value as Filter;
      if (name === 'and') return (value as Filter[]).every((each) => this.holds(model, each, row));
      if (name === 'or') return (value as Filter[]).some((each) => this.holds(model, each, row));
      if (name === 'not') return !this.holds(model, inner, row);
      const field = fieldOf(model, name);
      switch (field.kind) {
        case 'column':
          return Object.entries(inner).every(([operator, operand]) =>
            compare(field, operator, row[prefix + field.column] ?? null, operand),
          );
        case 'embed':
          return this.holds(modelOf(field.target()), inner, row, field.prefix);
        case 'toOne': {
          const target = modelOf(field.target());
          const keys = [...field.columns()].map(([key, column]) => [columnOf(target, key), row[column]] as const);
          return this.of(target).some(
            (other) =>
              keys.every(([key, own]) => own !== null && other[key] === own) && this.holds(target, inner, other),
          );
        }
        case 'toMany': {
          const target = modelOf(field.target());
          const back = fieldOf(target, field.by);
          if (back.kind !== 'toOne' || field.through) throw new Error(`${model.name}.${name} is no plain list`);
          const pairs = [...back.columns()].map(([key, column]) => [column, row[columnOf(model, key)]] as const);
          const list = this.of(target).filter((other) => pairs.every(([column, own]) => other[column] === own));
          return Object.entries(inner).every(([quantifier, condition]) => {
            const held = list.filter((other) => this.holds(target, condition as Filter, other)).length;
            return quantifier === 'some' ? held > 0 : quantifier === 'none' ? held === 0 : held === list.length;
          });
        }
      }
    });
  }
}

/** Chinese names are in the order of a dictionary, which only PostgreSQL has: it says each row's place in it. */
const rankOf = (field: ColumnField): string => `${field.column} rank`;

function columnOf(model: EntityModel, name: string): string {
  const field = fieldOf(model, name);
  if (field.kind !== 'column') throw new Error(`${model.name}.${name} is no column`);
  return field.column;
}

function compare(field: ColumnField, operator: string, value: string | null, operand: unknown): boolean {
  const same = (other: unknown): boolean => value !== null && compareValues(field, value, String(other)) === 0;
  const order = (other: unknown): number => (value === null ? Number.NaN : compareValues(field, value, String(other)));
  const list = operand as unknown[];
  switch (operator) {
    case 'eq':
      return field.type.name === 'Boolean' ? value === (operand ? 't' : 'f') : same(operand);
    case 'ne':
      return field.type.name === 'Boolean' ? value !== (operand ? 't' : 'f') : !same(operand);
    case 'in':
      return list.some(same);
    case 'notIn':
      return !list.some(same);
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
      return value?.includes(String(operand)) ?? false;
    case 'startsWith':
      return value?.startsWith(String(operand)) ?? false;
    case 'isNull':
      return (value === null) === operand;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}

/** Numbers by size, instants by time, everything else by code point. */
export function compareValues({ type }: ColumnField, a: string, b: string): number {
  switch (type.name) {
    case 'Decimal':
      return compareDecimals(a, b);
    case 'Int':
      return Number(a) - Number(b);
    case 'DateTime':
      return Date.parse(a) - Date.parse(b);
    default:
      return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
}

function compareRows(model: EntityModel, orders: readonly Order[], a: Row, b: Row): number {
  const keys = [...model.fields.values()].filter((field) => field.kind === 'column' && field.key);
  // The key decides between equals, in the direction of the order before it.
  const direction = orders.at(-1)?.direction ?? 'ASC';
  const terms = [...orders, ...keys.map(({ name }): Order => ({ field: name, direction }))];
  for (const { field: name, direction, nulls } of terms) {
    const field = fieldOf(model, name);
    if (field.kind !== 'column') throw new Error(`${model.name}.${name} is no column`);
    const [left = null, right = null] = [a[field.column], b[field.column]];
    if (left === null && right === null) continue;
    if (left === null || right === null) return (left === null) === (nulls === 'FIRST') ? -1 : 1;
    const order = field.options.pinyin
      ? Number(a[rankOf(field)]) - Number(b[rankOf(field)])
      : compareValues(field, left, right);
    if (order !== 0) return direction === 'DESC' ? -order : order;
  }
  return 0;
}
