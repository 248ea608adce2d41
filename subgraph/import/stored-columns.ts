/** The columns of an entity's table, and where in an imported row each value stands. */
import { modelOf, type Class, type EntityModel } from '../model/entity-model.js';
import { LINE, SHEET } from '../model/system-columns.js';

/** A row as importers hand it over: camelCase of the column, embedded values nested (`supplier: { uscc }`). */
export type ImportRow = Readonly<Record<string, unknown>>;

export interface StoredColumn {
  readonly name: string;
  /** PostgreSQL type. */
  readonly type: string;
  readonly primary: boolean;
  pick(row: ImportRow): unknown;
}

/** Where in the source file a row stands; importers add it to the rows that they know it of. */
export const PLACE_COLUMNS: readonly StoredColumn[] = [
  { name: SHEET, type: 'text', primary: false, pick: (row) => row['hubSheet'] },
  { name: LINE, type: 'integer', primary: false, pick: (row) => row['hubRow'] },
];

const camel = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export function storedColumns(target: Class): StoredColumn[] {
  const columns = new Map<string, StoredColumn>();
  collect(modelOf(target), '', (row) => row, columns);
  return [...columns.values()];
}

/** The names a row of this entity may have at its top level. */
export function rowKeys(target: Class): Set<string> {
  const model = modelOf(target);
  const embedded = [...model.fields.values()].filter((field) => field.kind === 'embed');
  const columns = storedColumns(target).filter(({ name }) => !embedded.some((field) => name.startsWith(field.prefix)));
  return new Set([...columns.map(({ name }) => camel(name)), ...embedded.map(({ name }) => name)]);
}

function collect(
  model: EntityModel,
  prefix: string,
  reach: (row: ImportRow) => ImportRow | null | undefined,
  into: Map<string, StoredColumn>,
): void {
  const add = (column: string, type: string, primary: boolean): void => {
    const name = prefix + column;
    const key = camel(column);
    if (!into.has(name)) into.set(name, { name, type, primary, pick: (row) => reach(row)?.[key] });
  };
  for (const field of model.fields.values()) {
    if (field.kind === 'column' && !field.options.sql) add(field.column, field.type.column, field.key);
    if (field.kind === 'toOne' && !field.from)
      for (const column of field.columns().values()) add(column, 'text', false);
    if (field.kind === 'embed') {
      const { name } = field;
      collect(
        modelOf(field.target()),
        prefix + field.prefix,
        (row) => reach(row)?.[name] as ImportRow | null | undefined,
        into,
      );
    }
  }
}
