import { fieldOf, type ColumnField, type EntityModel } from '../../subgraph/model/entity-model.js';
import { type Row } from './columns.js';
import { valueOf, type Tables } from './tables.js';
import { averageOf, compareValues, sumOf } from './values.js';

export type Total = 'sum' | 'average' | 'min' | 'max';

/** A total of one column over rows; blanks count for nothing, and without any value the total is blank. */
export function totalOf(
  tables: Tables,
  model: EntityModel,
  rows: readonly Row[],
  kind: Total,
  field: ColumnField,
): string | null {
  const values = rows.flatMap((row) => valueOf({ model, row, prefix: '' }, field.name) ?? []);
  switch (kind) {
    case 'sum':
      return sumOf(values);
    case 'average':
      return averageOf(values);
    case 'min':
      return values.reduce<string | null>(
        (least, value) => (least === null || compareValues(tables, model, field, value, least) < 0 ? value : least),
        null,
      );
    case 'max':
      return values.reduce<string | null>(
        (most, value) => (most === null || compareValues(tables, model, field, value, most) > 0 ? value : most),
        null,
      );
  }
}

/** Rows that do not refer to what their entity is linked with. */
export function unlinkedAmong(model: EntityModel, rows: readonly Row[]): number {
  const field = model.link === undefined ? undefined : fieldOf(model, model.link);
  if (field?.kind !== 'toOne') throw new Error(`${model.name} declares no link`);
  const columns = [...field.columns().values()];
  return rows.filter((row) => columns.every((column) => row[column] === null)).length;
}

export function columnNamed(model: EntityModel, name: string): ColumnField {
  const field = fieldOf(model, name);
  if (field.kind !== 'column') throw new Error(`${model.name}.${name} is no column`);
  return field;
}
