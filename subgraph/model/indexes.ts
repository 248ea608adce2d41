/** The indexes that serve an entity's filters, orders and search: they follow from the same declarations. */
import { modelOf, type ColumnField, type EntityModel } from './entity-model.js';
import { SINCE } from './system-columns.js';

export interface IndexDefinition {
  readonly name: string;
  /** Everything after `create index … on table`. */
  readonly definition: string;
}

/** Free text is indexed by its beginning: a btree entry has a largest size, and a description has none. */
export const TEXT_PREFIX = 100;

/** The generated column that searches look into. */
export const SEARCH_COLUMN = 'search_text';

const LONGEST_NAME = 63;

export function indexesOf(model: EntityModel): IndexDefinition[] {
  const key = [...model.fields.values()].find((field): field is ColumnField => field.kind === 'column' && field.key);
  const indexes = storedColumns(model, '').flatMap(({ field, column }) => {
    const using = indexing(field, column, key?.column);
    return using ? [{ name: indexName(model.table, column), definition: using }] : [];
  });
  if (model.role === 'entity' && !model.ledger)
    indexes.push({ name: indexName(model.table, SINCE), definition: `("${SINCE}")` });
  if (searched(model).length)
    indexes.push({ name: indexName(model.table, 'search'), definition: `using gin (hub.bigrams(${SEARCH_COLUMN}))` });
  return indexes;
}

const indexName = (table: string, column: string): string => `${table}_${column}_idx`.slice(0, LONGEST_NAME);

export const searched = (model: EntityModel): ColumnField[] =>
  [...model.fields.values()].filter(
    (field): field is ColumnField => field.kind === 'column' && field.options.search === true,
  );

/** A nullable column is indexed blanks first: read backwards that is the largest first and the blanks last. */
function indexing(field: ColumnField, column: string, key: string | undefined): string | undefined {
  const { filter, order, index, required } = field.options;
  if (field.key || index === false || !(filter || order || index)) return undefined;
  if (field.type.list) return `using gin ("${column}")`;
  if (order) return `("${column}"${required ? '' : ' nulls first'}, "${key ?? ''}")`;
  if (isLongText(field)) return `(left("${column}", ${TEXT_PREFIX}))`;
  return `("${column}")`;
}

/** Text without a limit, which is compared by its beginning first so that the index serves. */
export const isLongText = ({ type, options }: ColumnField): boolean =>
  type.family === 'text' && !type.list && !options.order && options.index !== true;

function storedColumns(model: EntityModel, prefix: string): { field: ColumnField; column: string }[] {
  return [...model.fields.values()].flatMap((field) => {
    if (field.kind === 'column' && !field.options.sql) return [{ field, column: prefix + field.column }];
    if (field.kind === 'embed' && field.options.filter)
      return storedColumns(modelOf(field.target()), prefix + field.prefix);
    return [];
  });
}
