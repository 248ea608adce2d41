/** The rows a collection's page, totals and groups are made of: one FROM and WHERE, written wherever it is needed. */
import type { EntityModel } from '../model/entity-model.js';
import type { FilterInput } from './filter.js';

export const LARGEST_PAGE = 500;

export interface Rows {
  readonly model: EntityModel;
  readonly filter: FilterInput | undefined;
  /** `from … where …` under the alias, with further conditions. */
  from(alias: string, ...conditions: string[]): string;
  /** The same without the way that led here, when that way is the entity's link. */
  readonly wholeCollection?: (alias: string, ...conditions: string[]) => string;
}
