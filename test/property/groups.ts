import { modelOf, type ColumnField, type EntityModel, type FieldModel } from '../../subgraph/model/entity-model.js';
import { Decimal, Int } from '../../subgraph/model/types.js';
import type { Arguments } from './collection.js';
import { compares, type Filter } from './holds.js';
import { fieldNamed } from './order.js';
import { type Row } from './columns.js';
import { valueOf, type Place, type Tables } from './tables.js';
import { columnNamed, totalOf, type Total } from './totals.js';
import { bucketOf, compareText, compareValues, type Bucket } from './values.js';

/** One part of a group's key, compared and ordered as its field is. */
interface Part {
  readonly field: ColumnField | undefined;
  readonly value: string | null;
}

export interface Group {
  readonly rows: readonly Row[];
  /** By field grouped by: the value, or the object that it is or refers to. */
  readonly keys: ReadonlyMap<string, { readonly field: FieldModel; readonly key: string | null | Place }>;
  readonly parts: ReadonlyMap<string, readonly Part[]>;
}

interface By {
  readonly field: string;
  readonly bucket?: Bucket | null;
}

const DEFAULT_GROUPS = 100;

/** Groups as their arguments ask for them: those that `having` keeps, ordered, so many at most. */
export function groupsOf(tables: Tables, model: EntityModel, rows: readonly Row[], args: Arguments): Group[] {
  const by = args['by'] as readonly By[];
  const sets = new Map<string, Row[]>();
  const partsOf = (row: Row) =>
    new Map(by.map((each) => [fieldNamed(model, each.field), keyParts(model, row, each)] as const));
  for (const row of rows) {
    const id = JSON.stringify(
      [...partsOf(row).values()].map((parts) => parts.map(({ value, field }) => identity(field, value))),
    );
    const same = sets.get(id);
    if (same) same.push(row);
    else sets.set(id, [row]);
  }
  const groups = [...sets.values()].map((same): Group => {
    const parts = partsOf(same[0] as Row);
    const keys = [...parts].map(([name, own]) => [name, keyOf(tables, model, same, name, own)] as const);
    return { rows: same, keys: new Map(keys), parts };
  });
  const having = (args['having'] as Filter | null | undefined) ?? {};
  const orders = (args['orderBy'] as readonly { measure: string; direction: string }[] | null | undefined) ?? [];
  return groups
    .filter((group) => isKept(tables, model, group, having))
    .toSorted((a, b) => compareGroups(tables, model, orders, a, b))
    .slice(0, (args['first'] as number | null | undefined) ?? DEFAULT_GROUPS);
}

/** 1.5 and 1.50 are one group. */
const identity = (field: ColumnField | undefined, value: string | null): string | null =>
  value !== null && field?.type.name === 'Decimal' && value.includes('.') ? value.replace(/\.?0+$/, '') : value;

function keyParts(model: EntityModel, row: Row, { field: capitals, bucket }: By): Part[] {
  const name = fieldNamed(model, capitals);
  const field = model.fields.get(name);
  switch (field?.kind) {
    case 'column': {
      const value = valueOf({ model, row, prefix: '' }, name);
      return [{ field, value: value !== null && bucket ? bucketOf(field, value, bucket) : value }];
    }
    case 'toOne':
      return [...field.columns().values()].map((column) => ({ field: undefined, value: row[column] ?? null }));
    case 'embed': {
      const value = modelOf(field.target());
      const stored = [...value.fields.values()].filter((each) => each.kind === 'column');
      const part = (each: ColumnField): Part => ({ field: undefined, value: row[field.prefix + each.column] ?? null });
      const named = stored.filter(({ options }) => options.group).map(part);
      // Without an identifier a party is what is said of it.
      const isNamed = named.some((each) => each.value !== null);
      const others = stored.filter(({ options }) => !options.group).map((each) => part(each).value);
      return [...named, { field: undefined, value: isNamed ? null : rowText(others) }];
    }
    default:
      throw new Error(`${model.name}.${name} cannot be grouped by`);
  }
}

/** A row as PostgreSQL writes it, by which groups of equal size are ordered. */
const rowText = (values: readonly (string | null)[]): string =>
  `(${values.map((value) => (value === null ? '' : /^$|[(),"\\\s]/.test(value) ? `"${value.replace(/["\\]/g, '$&$&')}"` : value)).join(',')})`;

function keyOf(tables: Tables, model: EntityModel, rows: readonly Row[], name: string, parts: readonly Part[]) {
  const field = model.fields.get(name);
  switch (field?.kind) {
    case 'column':
      return { field, key: parts[0]?.value ?? null };
    case 'toOne':
      return { field, key: rows[0] ? tables.follow(field, { model, row: rows[0], prefix: '' }) : null };
    case 'embed': {
      const target = modelOf(field.target());
      const stored = [...target.fields.values()].filter((each) => each.kind === 'column');
      const row = Object.fromEntries(
        stored.map(({ column }) => [column, greatest(rows.flatMap((each) => each[field.prefix + column] ?? []))]),
      );
      const isBlank = Object.values(row).every((value) => value === null);
      return { field, key: isBlank ? null : { model: target, row, prefix: '' } };
    }
    default:
      throw new Error(`${model.name}.${name} cannot be grouped by`);
  }
}

/** Of several spellings of one party, the last stands for it. */
const greatest = (values: readonly string[]): string | null => values.toSorted(compareText).at(-1) ?? null;

/** What a group adds up to, as `having` and `orderBy` compare it. */
function measured(tables: Tables, { name }: EntityModel, group: Group, kind: Total | 'count', field: string) {
  const model = tables.modelNamed(name);
  if (kind === 'count') return { field: { ...columnLike, type: Int }, value: String(group.rows.length) };
  const column = columnNamed(model, field);
  const value = totalOf(tables, model, group.rows, kind, column);
  return { field: kind === 'sum' || kind === 'average' ? { ...columnLike, type: Decimal } : column, value };
}

/** A number that no column holds. */
const columnLike = { kind: 'column', name: '', doc: '', options: {}, column: '', key: false } as const;

function isKept(tables: Tables, model: EntityModel, group: Group, having: Filter): boolean {
  const satisfies = (kind: Total | 'count', name: string, operators: Filter): boolean => {
    const { field, value } = measured(tables, model, group, kind, name);
    return Object.entries(operators).every(([operator, operand]) =>
      compares(tables, model, field, value, operator, operand),
    );
  };
  return Object.entries(having).every(([kind, condition]) =>
    kind === 'count'
      ? satisfies('count', '', condition as Filter)
      : Object.entries(condition as Filter).every(([name, operators]) =>
          satisfies(kind as Total, name, operators as Filter),
        ),
  );
}

/** The measures asked for, blanks last; then the larger group; then the keys. */
function compareGroups(
  tables: Tables,
  model: EntityModel,
  orders: readonly { measure: string; direction: string }[],
  a: Group,
  b: Group,
): number {
  for (const { measure, direction } of orders) {
    const [kind = '', ...rest] = measure.split('_');
    const pairs =
      kind === 'KEY'
        ? partPairs(fieldNamed(model, rest.join('_')), a, b)
        : [[a, b].map((each) => measurePart(tables, model, each, kind, rest.join('_')))];
    for (const [left, right] of pairs) {
      const order = compareParts(tables, model, left, right, direction === 'DESC');
      if (order !== 0) return order;
    }
  }
  if (a.rows.length !== b.rows.length) return b.rows.length - a.rows.length;
  for (const name of a.parts.keys())
    for (const [left, right] of partPairs(name, a, b)) {
      const order = compareParts(tables, model, left, right, false);
      if (order !== 0) return order;
    }
  return 0;
}

const partPairs = (name: string, a: Group, b: Group): (Part | undefined)[][] =>
  (a.parts.get(name) ?? []).map((part, index) => [part, b.parts.get(name)?.[index]]);

function measurePart(tables: Tables, model: EntityModel, group: Group, kind: string, capitals: string): Part {
  if (kind === 'COUNT') return measured(tables, model, group, 'count', '');
  return measured(tables, model, group, kind.toLowerCase() as Total, fieldNamed(model, capitals));
}

function compareParts(
  tables: Tables,
  model: EntityModel,
  left: Part | undefined,
  right: Part | undefined,
  descending: boolean,
): number {
  const [a, b] = [left?.value ?? null, right?.value ?? null];
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = left?.field ? compareValues(tables, model, left.field, a, b) : compareText(a, b);
  return descending ? -order : order;
}
