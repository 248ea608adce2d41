/** What a publication did to one table, as a digest of the rows' own hashes: proof for the log. */
import type { Client } from 'pg';
import { modelOf, type Class } from '../model/entity-model.js';
import { HASH, historyTable, SINCE, UNTIL } from '../model/system-columns.js';
import { rowHashSql } from './row-hash.js';

export interface Digest {
  readonly rows: number;
  /** SHA-256 over the row hashes in order, hexadecimal. */
  readonly sha256: string;
}

export interface SealedTable {
  readonly service: string;
  readonly entity: string;
  /** Versions that hold from this instant. */
  readonly published: Digest;
  /** Versions that held until this instant. */
  readonly ended: Digest;
}

/** Hashes rows that a statement revised without saying their hash, and digests what begins and ends at the instant. */
export async function sealTable(client: Client, service: string, entity: Class, instant: string): Promise<SealedTable> {
  const { name, table } = modelOf(entity);
  const own = `"${service}"."${table}"`;
  await client.query(
    `update ${own} t set "${HASH}" = ${rowHashSql(`${service}.${table}`, entity, 't')} where "${SINCE}" = $1 and "${HASH}" is null`,
    [instant],
  );
  const published = await digest(client, own, `"${HASH}"`, `"${SINCE}" = $1`, instant);
  const history = `"${service}"."${historyTable(table)}"`;
  const ended = await digest(client, history, endProofSql(history), `"${UNTIL}" = $1`, instant);
  await client.query(
    'insert into hub.first_published (service, entity, at) values ($1, $2, $3) on conflict do nothing',
    [service, name, instant],
  );
  return { service, entity: name, published, ended };
}

/** The proof of how a version of the history ended: its content, whether it was revised or withdrawn, and why. */
export const endProofSql = (alias: string): string =>
  `sha256(${alias}."${HASH}" || convert_to(${alias}.hub_end || ':' || coalesce(${alias}.hub_reason, ''), 'UTF8'))`;

/** The digest of a set of proofs, as an aggregate. */
export const digestSql = (proof: string): string =>
  `encode(sha256(coalesce(string_agg(${proof}, ''::bytea order by ${proof}), ''::bytea)), 'hex')`;

async function digest(
  client: Client,
  table: string,
  proof: string,
  condition: string,
  instant: string,
): Promise<Digest> {
  const { rows } = await client.query<Digest>(
    `select count(*)::int as rows, ${digestSql('proof')} as sha256 from (select ${proof} as proof from ${table} where ${condition}) p`,
    [instant],
  );
  const [found] = rows;
  if (!found) throw new Error('a count is always given');
  return found;
}
