import { modelOf, type EntityModel, type ToManyField } from '../../subgraph/model/entity-model.js';
import { searched } from '../../subgraph/model/indexes.js';
import { folded } from './folded.js';
import { holds, type Filter } from './holds.js';
import { primaryKey, type Row } from './columns.js';
import { type Place, type Tables } from './tables.js';

/** Arguments of a field as the graph reads them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A list of the graph: all rows of an entity, or those below one of its owners. */
export interface Collection {
  readonly model: EntityModel;
  readonly args: Arguments;
  readonly parent?: { readonly field: ToManyField; readonly place: Place };
}

/** The rows that a collection's arguments name, whatever the page; in no particular order. */
export function rowsOf(tables: Tables, city: string, collection: Collection): Row[] {
  const { model, args, parent } = collection;
  const candidates = parent ? tables.listed(parent.field, parent.place) : tables.of(model);
  const filter = (args['filter'] as Filter | null | undefined) ?? {};
  const words = typeof args['search'] === 'string' ? wordsOf(args['search']) : [];
  return candidates.filter(
    (row) =>
      (!isOfCityOnly(collection, filter) || row['jurisdiction'] === city) &&
      holds(tables, { model, row, prefix: '' }, filter) &&
      (!words.length || isFound(model, row, words)),
  );
}

/** The same filter and search over the whole entity. */
export const wholeOf = ({ model, args }: Collection): Collection => ({ model, args });

/**
 * The city's own rows answer unless the filter names a jurisdiction or an exact key; what lies below a row of a
 * jurisdiction is of that jurisdiction.
 */
function isOfCityOnly({ model, parent }: Collection, filter: Filter): boolean {
  if (!model.fields.has('jurisdiction')) return false;
  if (parent && (parent.place.model.role !== 'stub' || parent.place.model.ofOneJurisdiction)) return false;
  return !topLevel(filter).some((each) => namesJurisdiction(each) || namesIdentity(model, each));
}

/** A filter and all filters that hold together with it. */
function topLevel(filter: Filter): Filter[] {
  const and = (filter['and'] as readonly Filter[] | null | undefined) ?? [];
  return [filter, ...and.flatMap(topLevel)];
}

const namesJurisdiction = (filter: Filter): boolean => Object.keys((filter['jurisdiction'] as object) ?? {}).length > 0;

/** `id: { eq }`, `ocid: { in }`, or the same of a row referred to. */
function namesIdentity(model: EntityModel, filter: Filter): boolean {
  return [...model.fields.values()].some((field) => {
    const condition = filter[field.name] as Filter | null | undefined;
    if (!condition) return false;
    if (field.kind === 'toOne') {
      const target = modelOf(field.target());
      return topLevel(condition).some((each) => namesIdentity(target, each));
    }
    const identifies = field.name === 'ocid' || (field.kind === 'column' && field.key);
    return identifies && ('eq' in condition || 'in' in condition);
  });
}

/** Is the amount's currency fixed to one by the filter? */
export const pinsCurrency = (filter: Filter | null | undefined, currency: string): boolean =>
  topLevel(filter ?? {}).some((each) => 'eq' in ((each[currency] as object | null | undefined) ?? {}));

const wordsOf = (search: string): string[] => search.normalize('NFKC').split(/\s+/).filter(Boolean).map(folded);

/** No word is found across two texts. */
function isFound(model: EntityModel, row: Row, words: readonly string[]): boolean {
  const texts = searched(model).map(({ column }) => folded(row[column] ?? ''));
  return words.every((word) => texts.some((text) => text.includes(word)));
}

export const keyOf = (model: EntityModel, row: Row): string => row[primaryKey(model).column] ?? '';
