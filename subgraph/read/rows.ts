/** The rows a collection's page, totals and groups are made of: one FROM and WHERE, written wherever it is needed. */
import { modelOf, type EntityModel } from '../model/entity-model.js';
import { filterSql, pins, type FilterInput } from './filter.js';
import { belongsTo } from './path.js';
import { searchSql } from './search.js';
import type { Origin, Statement } from './statement.js';

export const LARGEST_PAGE = 500;

export interface Rows {
  readonly model: EntityModel;
  readonly filter: FilterInput | undefined;
  /** `from … where …` under the alias, with further conditions. */
  from(alias: string, ...conditions: string[]): string;
  /** The same without the way that led here, when that way is the entity's link. */
  readonly wholeCollection?: (alias: string, ...conditions: string[]) => string;
}

/** The rows that the collection's own arguments name; below another row (`origin`), those that belong to it. */
export function rowsOf(
  statement: Statement,
  model: EntityModel,
  args: Readonly<Record<string, unknown>>,
  origin?: Origin,
): Rows {
  const filter = (args['filter'] as FilterInput | null | undefined) ?? undefined;
  const { search } = args;
  const throughLink = origin !== undefined && origin.field.by === model.link;
  return {
    model,
    filter,
    ...(throughLink && { wholeCollection: rowsOf(statement, model, args).from }),
    from(alias, ...conditions) {
      const place = { alias, prefix: '' };
      const own = [
        ...(origin ? [belongsTo(statement, origin.field, origin.parent, alias)] : []),
        ...(cityOnly(statement, model, filter, origin)
          ? [`${alias}.jurisdiction = ${statement.bind(statement.city?.jurisdiction, 'text')}`]
          : []),
        ...(filter ? [filterSql(statement, model, place, filter)] : []),
        ...(typeof search === 'string' ? [searchSql(statement, alias, search)] : []),
        ...conditions,
      ];
      const where = own.length ? ` where ${own.map((each) => `(${each})`).join(' and ')}` : '';
      return `from ${statement.table(model)} ${alias}${where}`;
    },
  };
}

/**
 * A collection answers the rows of the hub's own city, so that no other jurisdiction enters its totals, unless the
 * filter names a jurisdiction or the exact key. Rows below a row of the same service, or of a stub of one jurisdiction,
 * are of its jurisdiction anyway.
 */
function cityOnly(
  statement: Statement,
  model: EntityModel,
  filter: FilterInput | undefined,
  origin: Origin | undefined,
): boolean {
  if (!statement.city || !model.fields.has('jurisdiction')) return false;
  if (origin && (origin.parent.model.role !== 'stub' || origin.parent.model.ofOneJurisdiction)) return false;
  if (pins(filter, 'jurisdiction', ['eq', 'in', 'ne', 'notIn', 'startsWith', 'contains', 'isNull'])) return false;
  return !pinsIdentity(model, filter);
}

/** Does the filter fix the row's own key, its process, or the row it belongs to by key? */
function pinsIdentity(model: EntityModel, filter: FilterInput | undefined): boolean {
  if (!filter) return false;
  for (const field of model.fields.values()) {
    const isIdentity = (field.kind === 'column' && field.key) || field.name === 'ocid';
    if (isIdentity && pins(filter, field.name, ['eq', 'in'])) return true;
    const inner = filter[field.name];
    if (field.kind === 'toOne' && inner && pinsIdentity(modelOf(field.target()), inner as FilterInput)) return true;
  }
  const every = filter['and'];
  return Array.isArray(every) && every.some((each: FilterInput) => pinsIdentity(model, each));
}
