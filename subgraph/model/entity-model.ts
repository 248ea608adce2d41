/** What the decorators know of each class: the model from which schema, filters and SQL are derived. */
import type { SubgraphContext } from '../context.js';
import type { ValueKind } from './types.js';

// oxlint-disable-next-line typescript/no-explicit-any -- a class of any constructor, as every decorator library has it
export type Class<T = object> = abstract new (...args: any[]) => T;

export interface FieldOptions {
  /** NOT NULL and non-null; fields are nullable unless said. */
  required?: boolean;
  filter?: boolean;
  order?: boolean;
  group?: boolean;
  /** Text that the collection's `search` looks into. */
  search?: boolean;
  /** Names that are ordered as a Chinese reader expects, by pinyin (ICU). */
  pinyin?: boolean;
  /** The sibling property that holds the currency: the amount is summed within one currency only. */
  money?: string;
  /** A plain number that may be summed as it is. */
  sum?: boolean;
  /** A filterable column gets a btree index unless this is false. */
  index?: boolean;
  unique?: boolean;
  /** Stored for the service's own use, not part of the graph. */
  hidden?: boolean;
  /** Database column, when it is not the snake_case of the property. */
  column?: string;
  /** Computed, not stored: the SQL expression over the row's alias. */
  sql?: (alias: string) => string;
  deprecated?: string;
}

interface FieldBase {
  readonly name: string;
  readonly doc: string;
  readonly options: FieldOptions;
}

export interface ColumnField extends FieldBase {
  readonly kind: 'column';
  readonly type: ValueKind;
  readonly column: string;
  readonly key: boolean;
}

/** A value object stored in columns of the same row, named by a prefix. */
export interface EmbedField extends FieldBase {
  readonly kind: 'embed';
  readonly target: () => Class;
  readonly prefix: string;
}

export interface ToOneField extends FieldBase {
  readonly kind: 'toOne';
  readonly target: () => Class;
  /** Key property of the target → column of this row (or SQL over its alias). */
  readonly columns: () => ReadonlyMap<string, string>;
  readonly from?: (alias: string, table: (entity: Class) => string) => string;
}

export interface ToManyField extends FieldBase {
  readonly kind: 'toMany';
  readonly target: () => Class;
  /** Path of properties on the target that leads back to this class, e.g. `supplier.legalEntity`. */
  readonly by: string;
  /** The link entity between both, with its path to this class; `by` then leads from it to the target. */
  readonly through?: { readonly entity: () => Class; readonly back: string };
}

export type FieldModel = ColumnField | EmbedField | ToOneField | ToManyField;

/** A field that TypeScript works out of columns of the row; it can be neither filtered nor ordered by. */
export interface ComputedField {
  readonly name: string;
  /** Properties of the row, columns of its own table, that the value is worked out of. */
  readonly needs: readonly string[];
  /** The needed columns as the statement prints them → the value. */
  readonly value: (row: Readonly<Record<string, unknown>>, context: SubgraphContext) => unknown;
}

export interface EntityModel {
  readonly target: Class;
  readonly name: string;
  readonly doc: string;
  /** `entity` has a table, `stub` only the keys of another service's entity, `value` lives in columns of its owner. */
  readonly role: 'entity' | 'stub' | 'value';
  readonly table: string;
  /** Root collection field. */
  readonly plural: string;
  /** Root look-up field. */
  readonly singular: string;
  readonly orderBy: readonly { field: string; descending: boolean }[];
  readonly keys: readonly string[];
  readonly fields: ReadonlyMap<string, FieldModel>;
  readonly computed: ReadonlyMap<string, ComputedField>;
  /** The link to another domain whose absence totals have to report, e.g. `project`. */
  readonly link?: string;
  /** How a row is found by keys that are not simply equal to columns. */
  readonly lookup?: Lookup;
  /** A record of the hub's own work rather than a published row: it has no provenance and no history. */
  readonly ledger?: Ledger;
  /** Of a stub: the entity is of one jurisdiction, and so are the rows that refer to it. */
  readonly ofOneJurisdiction?: boolean;
}

/** Conditions and order that pick one row for given key SQL. */
export type Lookup = (alias: string, keys: Readonly<Record<string, string>>) => { where: string; orderBy?: string };

/** The hub's own records lie in the schema `hub` and keep no history: they say themselves what held at an instant. */
export interface Ledger {
  /** Condition over the alias: the record was there. */
  readonly at: (alias: string, instant: string) => string;
  /** Columns that were filled later, as they were then. */
  readonly columnsAt?: (alias: string, instant: string) => Readonly<Record<string, string>>;
}

const models = new Map<Class, EntityModel>();
const drafts = new Map<Class, Map<string, FieldModel>>();
const computed = new Map<Class, Map<string, ComputedField>>();

/** Remembers a field while its class is still being decorated. */
export function draftField(target: Class, field: FieldModel): void {
  const fields = drafts.get(target) ?? new Map<string, FieldModel>();
  fields.set(field.name, field);
  drafts.set(target, fields);
}

export function draftComputed(target: Class, field: ComputedField): void {
  const fields = computed.get(target) ?? new Map<string, ComputedField>();
  fields.set(field.name, field);
  computed.set(target, fields);
}

export const computedFields = (target: Class): ReadonlyMap<string, ComputedField> => computed.get(target) ?? new Map();

export const draftedFields = (target: Class): ReadonlyMap<string, FieldModel> => drafts.get(target) ?? new Map();

export function registerModel(model: EntityModel): void {
  models.set(model.target, model);
}

/** The model of a decorated class; a class without one is a mistake of the developer. */
export function modelOf(target: Class): EntityModel {
  const model = models.get(target);
  if (!model) throw new Error(`${target.name} is not decorated with @Entity, @Stub or @Value`);
  return model;
}

/** The entity whose rows a table of the services holds. */
export const entityOfTable = (table: string): Class | undefined =>
  [...models.values()].find((model) => model.role === 'entity' && model.table === table)?.target;

/** The field a property names, or a clear failure at start. */
export function fieldOf(model: EntityModel, name: string): FieldModel {
  const field = model.fields.get(name);
  if (!field) throw new Error(`${model.name} has no field ${name}`);
  return field;
}

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const screamingCase = (name: string): string => snakeCase(name).toUpperCase();
export const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
