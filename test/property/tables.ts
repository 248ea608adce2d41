import type pg from 'pg';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import {
  fieldOf,
  modelOf,
  type Class,
  type EntityModel,
  type FieldModel,
  type ToManyField,
  type ToOneField,
} from '../../subgraph/model/entity-model.js';
import { currentTable } from '../../subgraph/read/as-of-table.js';
import { inDatabase } from '../kit/test-database.js';
import { columnOf, primaryKey, type Row } from './columns.js';
import { readLookups } from './lookups.js';
import { referenceOf } from './reference.js';

/** Where the values of an object stand: a row, and a prefix when the object is a value embedded in it. */
export interface Place {
  readonly model: EntityModel;
  readonly row: Row;
  readonly prefix: string;
}

/** All rows of a service in memory. The plain evaluator reads nothing else. */
export class Tables {
  readonly #lists = new Map<ToManyField, ReadonlyMap<string, readonly Row[]>>();
  readonly #indexes = new Map<string, ReadonlyMap<string, Row>>();

  private constructor(
    readonly models: readonly EntityModel[],
    private readonly rows: ReadonlyMap<EntityModel, readonly Row[]>,
    private readonly ranks: ReadonlyMap<string, ReadonlyMap<string, number>>,
    /** Keys of entities found by a look-up of their own → the primary key of the row. */
    private readonly lookups: ReadonlyMap<EntityModel, ReadonlyMap<string, string | null>>,
  ) {}

  static read(url: string, { name, entities, stubs }: ServiceDefinition): Promise<Tables> {
    return inDatabase(url, async (client) => {
      await client.query('set timezone = UTC');
      const models = [...entities, ...stubs].map(modelOf);
      const stored = models.filter(({ role }) => role === 'entity');
      const rows = new Map<EntityModel, readonly Row[]>();
      const ranks = new Map<string, ReadonlyMap<string, number>>();
      for (const model of stored) {
        rows.set(model, await readRows(client, name, model));
        for (const field of model.fields.values())
          if (field.kind === 'column' && field.options.pinyin)
            ranks.set(`${model.name}.${field.name}`, await readRanks(client, currentTable(name, model), field.column));
      }
      return new Tables(models, rows, ranks, await readLookups(client, name, models, rows));
    });
  }

  of = (model: EntityModel): readonly Row[] => this.rows.get(model) ?? [];

  modelNamed(name: string): EntityModel {
    const model = this.models.find((each) => each.name === name);
    if (!model) throw new Error(`no model ${name}`);
    return model;
  }

  /** The place of a value in its column's own collation; undefined where the column is ordered by code point. */
  rank = (model: EntityModel, field: string, value: string): number | undefined =>
    this.ranks.get(`${model.name}.${field}`)?.get(value);

  /** Key tuples that the entity's own look-up has been asked for. */
  lookupKeys = (model: EntityModel): (string | null)[][] =>
    [...(this.lookups.get(model)?.keys() ?? [])].map((text) => JSON.parse(text) as (string | null)[]);

  /** The row with these keys, in the order in which `names` names them. */
  find(model: EntityModel, names: readonly string[], values: readonly (string | null)[]): Row | undefined {
    const found = this.lookups.get(model);
    if (!found) return values.includes(null) ? undefined : this.#index(model, names).get(JSON.stringify(values));
    const key = found.get(JSON.stringify(model.keys.map((name) => values[names.indexOf(name)])));
    if (key === undefined) throw new Error(`${model.name} ${values.join(' ')} has not been looked up`);
    return key === null ? undefined : this.#index(model, [primaryKey(model).name]).get(JSON.stringify([key]));
  }

  /** What a reference leads to: a row, for a stub its keys; null when there is none. */
  follow(field: ToOneField, { row, prefix }: Place): Place | null {
    const target = modelOf(field.target());
    const keys = [...field.columns()];
    const values = keys.map(([, column]) => row[field.from ? `=${field.name}` : prefix + column] ?? null);
    if (target.role === 'entity') {
      const found = this.find(
        target,
        keys.map(([key]) => key),
        values,
      );
      return found ? { model: target, row: found, prefix: '' } : null;
    }
    if (values.includes(null)) return null;
    const own = keys.map(([key], index) => [columnOf(target, key), values[index] ?? null] as const);
    return { model: target, row: Object.fromEntries(own), prefix: '' };
  }

  /** The rows that a list holds below this row, in no particular order. */
  listed(field: ToManyField, parent: Place): readonly Row[] {
    const rows = this.#lists.get(field) ?? this.#group(field, parent.model);
    this.#lists.set(field, rows);
    return rows.get(JSON.stringify(this.#parentKeys(field, parent.model).map((key) => valueOf(parent, key)))) ?? [];
  }

  #group(field: ToManyField, parent: EntityModel): ReadonlyMap<string, readonly Row[]> {
    const target = modelOf(field.target());
    const grouped = new Map<string, Set<Row>>();
    const add = (values: readonly (string | null)[], row: Row): void => {
      if (values.includes(null)) return;
      const key = JSON.stringify(values);
      grouped.set(key, (grouped.get(key) ?? new Set()).add(row));
    };
    const lists = (): ReadonlyMap<string, readonly Row[]> =>
      new Map([...grouped].map(([key, same]) => [key, [...same]]));
    if (!field.through) {
      const { values } = referenceOf(this, target, field.by, parent);
      for (const row of this.of(target)) add(values(row), row);
      return lists();
    }
    const link = modelOf(field.through.entity());
    const toTarget = fieldOf(link, field.by);
    if (toTarget.kind !== 'toOne') throw new Error(`${link.name}.${field.by} is no reference`);
    const { values } = referenceOf(this, link, field.through.back, parent);
    for (const row of this.of(link)) {
      const reached = this.follow(toTarget, { model: link, row, prefix: '' });
      if (reached) add(values(row), reached.row);
    }
    return lists();
  }

  #parentKeys(field: ToManyField, parent: EntityModel): readonly string[] {
    const model = field.through ? modelOf(field.through.entity()) : modelOf(field.target());
    return referenceOf(this, model, field.through?.back ?? field.by, parent).keys;
  }

  #index(model: EntityModel, names: readonly string[]): ReadonlyMap<string, Row> {
    const id = `${model.name} ${names.join(' ')}`;
    const columns = names.map((name) => columnOf(model, name));
    const known = this.#indexes.get(id);
    const index =
      known ?? new Map(this.of(model).map((row) => [JSON.stringify(columns.map((column) => row[column])), row]));
    this.#indexes.set(id, index);
    return index;
  }
}

/** The stored value of a column of the object at this place. */
export function valueOf({ model, row, prefix }: Place, name: string): string | null {
  const field = fieldOf(model, name);
  if (field.kind !== 'column') throw new Error(`${model.name}.${name} is no column`);
  return row[field.options.sql ? `=${name}` : prefix + field.column] ?? null;
}

/** Select list of a model: name of the value in a `Row` → SQL over the row's alias. */
function selectList(namespace: string, model: EntityModel, alias: string, prefix = ''): [string, string][] {
  const table = (entity: Class): string => currentTable(namespace, modelOf(entity));
  const column = (name: string): [string, string] => [prefix + name, `${alias}."${prefix}${name}"::text`];
  const computed = (field: FieldModel, sql: string): [string, string] => [`=${field.name}`, `(${sql})::text`];
  return [...model.fields.values()].flatMap((field): [string, string][] => {
    switch (field.kind) {
      case 'column':
        if (field.options.hidden) return [];
        if (field.options.sql) return [computed(field, field.options.sql(alias))];
        return field.type.list
          ? [[prefix + field.column, `array_to_json(${alias}."${prefix}${field.column}")::text`]]
          : [column(field.column)];
      case 'embed':
        return selectList(namespace, modelOf(field.target()), alias, prefix + field.prefix);
      case 'toOne':
        return field.from ? [computed(field, field.from(alias, table))] : [...field.columns().values()].map(column);
      case 'toMany':
        return [];
    }
  });
}

async function readRows(client: pg.Client, namespace: string, model: EntityModel): Promise<Row[]> {
  const columns = [...new Map(selectList(namespace, model, 't'))].map(([name, sql]) => `${sql} "${name}"`);
  const { rows } = await client.query<Row>(`select ${columns.join(', ')} from ${currentTable(namespace, model)} t`);
  const instants = instantColumns(model, '');
  return rows.map((row) => ({ ...row, ...Object.fromEntries(instants.map((name) => [name, instant(row[name])])) }));
}

function instantColumns(model: EntityModel, prefix: string): string[] {
  return [...model.fields.values()].flatMap((field) => {
    if (field.kind === 'embed') return instantColumns(modelOf(field.target()), prefix + field.prefix);
    return field.kind === 'column' && field.type.name === 'DateTime' ? [prefix + field.column] : [];
  });
}

/** `2024-01-02 03:04:05.6+00` → ISO 8601, in which instants sort as text. */
const instant = (text: string | null | undefined): string | null =>
  text ? new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString() : null;

async function readRanks(client: pg.Client, table: string, column: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ value: string; rank: string }>(
    `select value, row_number() over (order by value) rank from (select distinct "${column}" value from ${table}) v`,
  );
  return new Map(rows.map(({ value, rank }) => [value, Number(rank)]));
}
