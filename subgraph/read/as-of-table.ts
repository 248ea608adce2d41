/** A table as it was at an instant: the rows that held then, of the current table and of its history. */
import { storedColumns } from '../import/stored-columns.js';
import type { EntityModel, Ledger } from '../model/entity-model.js';
import { SEARCH_COLUMN, searched } from '../model/indexes.js';
import { historyTable, SINCE, SYSTEM_COLUMNS, UNTIL } from '../model/system-columns.js';

export const LEDGER_SCHEMA = 'hub';

/** The table that holds today's rows. */
export const currentTable = (namespace: string, model: EntityModel): string =>
  `"${model.ledger ? LEDGER_SCHEMA : namespace}"."${model.table}"`;

/**
 * A FROM item for the instant that `instant` (SQL) gives. Neither branch has a condition of its own: PostgreSQL then
 * sees one table in two parts, gives each part the query's conditions, order and limit, and merges two index scans.
 */
export function tableAt(namespace: string, model: EntityModel, instant: string): string {
  if (model.ledger) return ledgerAt(model, model.ledger, instant);
  const names = columnNames(model).join(', ');
  const history = `"${namespace}"."${historyTable(model.table)}"`;
  return `(select v.* from (select ${names}, 'infinity'::timestamptz(3) "${UNTIL}" from ${currentTable(namespace, model)} union all select ${names}, "${UNTIL}" from ${history}) v where v."${SINCE}" <= ${instant} and v."${UNTIL}" > ${instant})`;
}

function ledgerAt(model: EntityModel, { at, columnsAt }: Ledger, instant: string): string {
  const then = columnsAt?.('l', instant) ?? {};
  const columns = storedColumns(model.target).map(({ name }) => `${then[name] ?? `l."${name}"`} "${name}"`);
  return `(select ${columns.join(', ')} from ${currentTable('', model)} l where ${at('l', instant)})`;
}

/** Every column of the published table, its own and the hub's. */
export const columnNames = (model: EntityModel): string[] =>
  [
    ...storedColumns(model.target).map(({ name }) => name),
    ...(searched(model).length ? [SEARCH_COLUMN] : []),
    ...SYSTEM_COLUMNS.map(({ name }) => name),
  ].map((name) => `"${name}"`);
