/** The proof of a row's content: SHA-256 over its columns by name, so that a column added later changes no proof. */
import { PLACE_COLUMNS, storedColumns, type StoredColumn } from '../import/stored-columns.js';
import type { Class } from '../model/entity-model.js';

/**
 * SQL of the hash, for columns whose values stand at `at(column)`: those given and the row's place in its file. Dates
 * and instants print as ISO in UTC: sessions that publish or verify set both.
 */
export function hashSql(table: string, columns: readonly StoredColumn[], at: (column: string) => string): string {
  return hashOfNamed(
    table,
    [...columns, ...PLACE_COLUMNS].map(({ name }) => name),
    at,
  );
}

/**
 * A blank adds nothing; each value is quoted, so that no two rows read the same.
 * @NOTE `quote_literal` once a value takes half the time of its length and itself.
 */
export function hashOfNamed(table: string, names: readonly string[], at: (column: string) => string): string {
  const parts = names.toSorted().map((name) => `coalesce('${name}:' || quote_literal(${at(name)}), '')`);
  return `sha256(convert_to(${[`'${table}'`, ...parts].join(' || ')}, 'UTF8'))`;
}

/** The hash of the row that `alias` stands for. */
export const rowHashSql = (table: string, entity: Class, alias: string): string =>
  hashSql(table, storedColumns(entity), (column) => `${alias}."${column}"`);

/** How hashes print what they hash; a session sets it before it publishes or verifies. */
export const PRINTED_ALIKE = `
  set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local intervalstyle to 'iso_8601';
  set local extra_float_digits to 1; set local bytea_output to 'hex'`;
