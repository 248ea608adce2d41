/** Where a level's values stand in the statement, and how its columns are written there. */
import type { EntityModel } from '../model/entity-model.js';
import { quote, ROW } from './statement.js';

/** An alias, and a prefix when the values belong to an embedded value of that row. */
export interface Place {
  readonly alias: string;
  readonly prefix: string;
}

export const columnSql = (place: Place, column: string): string => `${place.alias}.${quote(place.prefix + column)}`;

/** The column a key property has in its own table (or in the row that stands for a stub). */
export function keyColumn(model: EntityModel, key: string): string {
  const field = model.fields.get(key);
  if (field?.kind !== 'column') throw new Error(`${model.name}.${key} is not a key column`);
  return field.column;
}

/** One JSON object of the given columns. */
export const rowJson = (columns: readonly string[]): string =>
  `(select row_to_json(${ROW}) from (select ${columns.join(', ')}) ${ROW})`;
