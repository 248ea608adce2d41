/** Staged rows → the published table: only rows that differ are written, each with its proof. */
import type { Client } from 'pg';
import { hashSql } from '../ledger/row-hash.js';
import { BATCH, HASH, LINE, SHEET, SINCE } from '../model/system-columns.js';
import type { Stage } from './stage.js';

export interface Upserted {
  readonly inserted: number;
  readonly changed: number;
}

/**
 * `origin` names columns that say where a row came from: a file of another name with the same figures revises nothing.
 */
export async function upsert(client: Client, stage: Stage, origin: readonly string[] = []): Promise<Upserted> {
  const { target, name, columns, kept, keys } = stage;
  const proof = `${stage.namespace}.${stage.table}`;
  const names = [...columns.map((column) => `"${column.name}"`), `"${SHEET}"`, `"${LINE}"`];
  const keyNames = keys.map((column) => `"${column.name}"`);
  const others = columns.filter(({ primary }) => !primary);
  const compared = others.filter((column) => !origin.includes(column.name)).map((column) => `"${column.name}"`);
  const row = (alias: string): string => `(${compared.map((column) => `${alias}.${column}`).join(', ')})`;
  const same = [
    ...keyNames.map((key) => `t.${key} = s.${key}`),
    ...(compared.length ? [`${row('t')} is not distinct from ${row('s')}`] : []),
  ].join(' and ');
  const fresh = hashSql(proof, columns, (column) => `s."${column}"`);
  const revised = kept.length
    ? hashSql(proof, [...columns, ...kept], (column) =>
        kept.some((each) => each.name === column) ? `t."${column}"` : `excluded."${column}"`,
      )
    : `excluded."${HASH}"`;
  const set = [
    ...[...others.map((column) => `"${column.name}"`), `"${SHEET}"`, `"${LINE}"`].map(
      (column) => `${column} = excluded.${column}`,
    ),
    `"${SINCE}" = hub.instant()`,
    `"${BATCH}" = hub.batch()`,
    `"${HASH}" = ${revised}`,
  ].join(', ');
  const { rows } = await client.query<{ inserted: string; changed: string }>(
    `with written as (
       insert into ${target} as t (${names.join(', ')}, "${HASH}") select ${names.map((column) => `s.${column}`).join(', ')}, ${fresh} from ${name} s
       where not exists (select 1 from ${target} t where ${same})
       on conflict (${keyNames.join(', ')}) do update set ${set} returning xmax = 0 as fresh)
     select count(*) filter (where fresh) inserted, count(*) filter (where not fresh) changed from written`,
  );
  return { inserted: Number(rows[0]?.inserted ?? 0), changed: Number(rows[0]?.changed ?? 0) };
}
