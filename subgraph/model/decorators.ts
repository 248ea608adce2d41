/** One decorator per field declares it to MikroORM, to TypeGraphQL and to the read planner at once. */
import 'reflect-metadata';
import { DeferMode, type EntityClass } from '@mikro-orm/core';
import * as orm from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import {
  camelCase,
  computedFields,
  draftComputed,
  draftedFields,
  draftField,
  modelOf,
  registerModel,
  snakeCase,
  type Class,
  type ComputedField,
  type EntityModel,
  type FieldOptions,
  type Ledger,
  type Lookup,
} from './entity-model.js';
import { storeSearch, storeSystemColumns } from './stored-beside.js';
import type { ValueKind } from './types.js';

const owner = (prototype: object): Class => prototype.constructor as Class;

const expose = (type: () => unknown, doc: string, options: FieldOptions, nullable: boolean): PropertyDecorator =>
  Field(type as () => object, {
    nullable,
    description: doc,
    deprecationReason: options.deprecated,
  }) as PropertyDecorator;

/** A column of the row, or with `sql` a value computed from it. */
export function Column(type: ValueKind, doc: string, options: FieldOptions = {}): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const column = options.column ?? snakeCase(name);
    draftField(owner(prototype), { kind: 'column', name, doc, options, type, column, key: false });
    if (!options.hidden)
      expose(() => (type.list ? [type.graphql] : type.graphql), doc, options, !options.required)(prototype, property);
    if (options.sql) return;
    orm.Property({
      columnType: type.column,
      fieldName: column,
      nullable: !options.required,
      ...(options.pinyin && { collation: PINYIN }),
      unique: options.unique,
      ...(type.values && { check: `${column} in (${type.values.map((value) => `'${value}'`).join(', ')})` }),
    })(prototype, name as never);
  };
}

const PINYIN = 'zh-x-icu';

/** A value worked out in TypeScript of columns that the statement reads for it. */
export function Computed(
  type: ValueKind,
  doc: string,
  { needs, value }: Omit<ComputedField, 'name'>,
): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    draftComputed(owner(prototype), { name, needs, value });
    expose(() => (type.list ? [type.graphql] : type.graphql), doc, {}, true)(prototype, property);
  };
}

/** The primary key of a row, and the entity's federation key. */
export function Key(type: ValueKind, doc: string, options: FieldOptions = {}): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const column = options.column ?? snakeCase(name);
    const settled = { filter: true, order: true, ...options, required: true };
    draftField(owner(prototype), { kind: 'column', name, doc, options: settled, type, column, key: true });
    expose(() => type.graphql, doc, settled, false)(prototype, property);
    orm.PrimaryKey({ columnType: type.column, fieldName: column, type: 'string' })(prototype, name as never);
  };
}

/** A value object kept in prefixed columns of the same row. */
export function Embed(target: () => Class, doc: string, options: FieldOptions = {}): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const prefix = `${options.column ?? snakeCase(name)}_`;
    draftField(owner(prototype), { kind: 'embed', name, doc, options, target, prefix });
    expose(target, doc, options, true)(prototype, property);
    orm.Embedded(target as () => EntityClass<object>, { prefix, prefixMode: 'absolute', nullable: true })(
      prototype,
      name,
    );
  };
}

interface ToOneOptions extends FieldOptions {
  /** Of another service's entity: its key property → the column of this row that holds it. */
  columns?: Record<string, string>;
  /** Computed reference: SQL for the target's key over this row's alias; other tables as `table` gives them. */
  from?: (alias: string, table: (entity: Class) => string) => string;
}

/** A reference to one other entity: a foreign key within the service, plain key columns across services. */
export function ToOne(target: () => Class, doc: string, options: ToOneOptions = {}): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const declared = options.columns && new Map(Object.entries(options.columns));
    const columns = (): ReadonlyMap<string, string> =>
      declared ?? new Map(modelOf(target()).keys.map((key) => [key, foreignKeyColumn(name, options)]));
    draftField(owner(prototype), {
      kind: 'toOne',
      name,
      doc,
      options,
      target,
      columns,
      ...(options.from && { from: options.from }),
    });
    expose(target, doc, options, !options.required)(prototype, property);
    foreignKeys.push({ prototype, name, target, options });
  };
}

/** Rows of another table that refer to this one; the page, filter and totals of the collection are derived. */
export function ToMany(
  target: () => Class,
  by: string,
  doc: string,
  through?: { entity: () => Class; back: string },
): PropertyDecorator {
  return (prototype, property) => {
    draftField(owner(prototype), {
      kind: 'toMany',
      name: String(property),
      doc,
      options: {},
      target,
      by,
      ...(through && { through }),
    });
  };
}

interface EntityOptions {
  table: string;
  plural: string;
  doc: string;
  /** Default order, e.g. `signedOn desc`; the key is always appended. */
  orderBy?: readonly string[];
  /** Federation keys, when they are not the primary key alone. */
  keys?: readonly string[];
  link?: string;
  lookup?: Lookup;
  /** Of the hub's own records: the PostgreSQL schema they lie in, and what of them was there at an instant. */
  ledger?: Ledger;
}

/** A published table of this service, and the GraphQL type over it. */
export function Entity(options: EntityOptions): ClassDecorator {
  return (target) => {
    const cls = target as unknown as Class;
    const fields = draftedFields(cls);
    const primary = [...fields.values()]
      .filter((field) => field.kind === 'column' && field.key)
      .map((field) => field.name);
    const keys = options.keys ?? primary;
    register(cls, 'entity', {
      doc: options.doc,
      table: options.table,
      plural: options.plural,
      keys,
      orderBy: (options.orderBy ?? []).map(parseOrder),
      ...(options.link && { link: options.link }),
      ...(options.lookup && { lookup: options.lookup }),
      ...(options.ledger && { ledger: options.ledger }),
    });
    if (options.ledger) return federate(target, options.doc, keys);
    for (const reference of foreignKeys.filter((key) => owner(key.prototype) === cls)) storeReference(reference);
    storeSearch(cls);
    storeSystemColumns(cls);
    orm.Entity({ tableName: options.table })(target as unknown as EntityClass<unknown>);
    federate(target, options.doc, keys);
  };
}

interface StubOptions {
  keys: readonly string[];
  doc: string;
  /** The entity is of one jurisdiction, and so are the rows that refer to it. */
  ofOneJurisdiction?: boolean;
}

/** Another service's entity, known here by its keys only, to which this service adds fields. */
export function Stub(name: string, { keys, doc, ofOneJurisdiction = false }: StubOptions): ClassDecorator {
  return (target) => {
    const model = { doc, table: '', plural: '', keys, orderBy: [], ofOneJurisdiction };
    register(target as unknown as Class, 'stub', model, name);
    federate(target, doc, keys, name);
  };
}

/** A value object: columns of its owner's row, shared in shape by several services. */
export function Value(name: string, doc: string): ClassDecorator {
  return (target) => {
    register(target as unknown as Class, 'value', { doc, table: '', plural: '', keys: [], orderBy: [] }, name);
    orm.Embeddable()(target as never);
    ObjectType(name, { description: doc, simpleResolvers: true })(target);
    Directive('@shareable')(target);
  };
}

/** A key of a stub; stored nowhere. */
export function StubKey(type: ValueKind, doc: string): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    draftField(owner(prototype), {
      kind: 'column',
      name,
      doc,
      options: { required: true, filter: true },
      type,
      column: snakeCase(name),
      key: true,
    });
    expose(() => type.graphql, doc, {}, false)(prototype, property);
  };
}

interface ForeignKey {
  prototype: object;
  name: string;
  target: () => Class;
  options: ToOneOptions;
}
const foreignKeys: ForeignKey[] = [];

/** Only a reference within the service is a foreign key; the keys of a stub are columns declared on their own. */
function storeReference({ prototype, name, target, options }: ForeignKey): void {
  if (options.from || options.columns) return;
  orm.ManyToOne(target as () => EntityClass<object>, {
    joinColumn: foreignKeyColumn(name, options),
    nullable: !options.required,
    index: true,
    // An import replaces a whole process in one transaction: its rows may refer to each other in any order until the end.
    deferMode: DeferMode.INITIALLY_IMMEDIATE,
  })(prototype as never, name);
}

const foreignKeyColumn = (name: string, options: FieldOptions): string => options.column ?? `${snakeCase(name)}_id`;

function register(
  target: Class,
  role: EntityModel['role'],
  model: Pick<
    EntityModel,
    'doc' | 'table' | 'plural' | 'keys' | 'orderBy' | 'link' | 'lookup' | 'ledger' | 'ofOneJurisdiction'
  >,
  name = target.name,
): void {
  registerModel({
    target,
    name,
    role,
    singular: camelCase(name),
    fields: draftedFields(target),
    computed: computedFields(target),
    ...model,
  });
}

function federate(target: Function, doc: string, keys: readonly string[], name = target.name): void {
  ObjectType(name, { description: doc, simpleResolvers: true })(target);
  Directive(`@key(fields: "${keys.join(' ')}")`)(target);
}

function parseOrder(text: string): { field: string; descending: boolean } {
  const [field = '', direction] = text.split(' ');
  return { field, descending: direction === 'desc' };
}
