/** Content that has to go, from a table and from its history alike; its hashes stay, so that the log still holds. */
import type { Client } from 'pg';
import { storedColumns } from '../import/stored-columns.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { BATCH, HASH, historyTable, SINCE, UNTIL } from '../model/system-columns.js';
import { derivedColumns } from './derived-columns.js';
import { hashSql } from './row-hash.js';
import { endProofSql } from './seal-table.js';

/** For whom what is erased. */
export interface Erasure {
  readonly redaction: string;
  readonly service: string;
  readonly entity: Class;
  /** Condition over the alias `t` with `$1` = `value`: true alike of the table's rows and of its history's. */
  readonly where: string;
  readonly value: unknown;
}

/** Within `work` the triggers keep no version: what is erased must not go to the history of all places. */
export async function erasing<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query(`select set_config('hub.erasing', 'on', true)`);
  const result = await work();
  await client.query(`select set_config('hub.erasing', '', true)`);
  return result;
}

const tablesOf = ({ service, entity }: Erasure): { table: string; own: string; history: string } => {
  const { table } = modelOf(entity);
  return { table, own: `"${service}"."${table}"`, history: `"${service}"."${historyTable(table)}"` };
};

/** Writes SQL values over columns of every version, in its place; gives how many versions were other before. */
export async function eraseContent(
  client: Client,
  erasure: Erasure,
  values: ReadonlyMap<string, string>,
): Promise<number> {
  const { service, entity, where, value } = erasure;
  const { table, own, history } = tablesOf(erasure);
  const columns = storedColumns(entity);
  const fresh = hashSql(`${service}.${table}`, columns, (column) => values.get(column) ?? `t."${column}"`);
  const set = [...values, [HASH, fresh]].map(([column, sql]) => `"${column}" = ${sql}`).join(', ');
  const changed = (from: string, isPast: boolean): string =>
    `update ${from} t set ${set} where ${where} returning ${versionOf('old', isPast)}, new."${HASH}" as now`;
  const versions =
    (await note(client, erasure, changed(own, false))) + (await note(client, erasure, changed(history, true)));
  // In the table PostgreSQL computes them; the history holds them as they were.
  for (const { name, sql } of await derivedColumns(client, own))
    await client.query(`update ${history} t set "${name}" = ${sql} where ${where}`, [value]);
  return versions;
}

/** Removes every version as if it had never been there, but for its hash. */
export async function eraseRows(client: Client, erasure: Erasure): Promise<number> {
  const { own, history } = tablesOf(erasure);
  const removed = (from: string, isPast: boolean): string =>
    `delete from ${from} t where ${erasure.where} returning ${versionOf('t', isPast)}, null::bytea as now`;
  return (await note(client, erasure, removed(own, false))) + (await note(client, erasure, removed(history, true)));
}

const versionOf = (row: string, isPast: boolean): string =>
  `${row}."${BATCH}" as batch, ${row}."${SINCE}" as since, ${row}."${HASH}" as was, ${
    isPast
      ? `${row}.hub_end_batch as ended, ${row}."${UNTIL}" as until, ${endProofSql(row)} as ending`
      : 'null::text as ended, null::timestamptz as until, null::bytea as ending'
  }`;

async function note(
  client: Client,
  { redaction, service, entity, value }: Erasure,
  statement: string,
): Promise<number> {
  const { rowCount } = await client.query(
    `with e as (${statement})
     insert into hub.erased (redaction_id, service, entity, batch_id, ended_batch, since, until, hash, end_hash, replaced_by)
     select $2, $3, $4, e.batch, e.ended, e.since, e.until, e.was, e.ending, e.now from e where e.was is distinct from e.now`,
    [value, redaction, service, modelOf(entity).name],
  );
  return rowCount ?? 0;
}
