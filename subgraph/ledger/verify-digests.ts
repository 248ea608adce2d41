/** Digests of what is stored against those of the log, instant by instant. */
import type { Client } from 'pg';
import type { Faults } from './fault.js';
import { digestSql } from './seal-table.js';
import type { Digests } from './verify-entries.js';

/** Digests of a statement's `proof` by `at`: sorted by PostgreSQL, on disk where they are many. */
export async function readDigests(client: Client, statement: string): Promise<Digests> {
  const { rows } = await client.query<{ at: string; rows: number; sha256: string }>(
    `select to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, count(*)::int as rows, ${digestSql('v.proof')} as sha256
     from (${statement}) v group by v.at`,
  );
  return new Map(rows.map(({ at, rows: count, sha256 }) => [at, { rows: count, sha256 }]));
}

/** What of a table disagrees with the log, named by the batch or entry of its instant. */
export async function compareDigests(
  client: Client,
  faults: Faults,
  table: string,
  stored: Digests,
  logged: Digests,
  what: { readonly zh: string; readonly en: string },
): Promise<void> {
  for (const at of new Set([...stored.keys(), ...logged.keys()])) {
    const found = stored.get(at);
    const said = logged.get(at);
    if (found?.sha256 === said?.sha256 && found?.rows === said?.rows) continue;
    const { entry, batch } = await placeOf(client, at);
    const counts = { found: found?.rows ?? 0, said: said?.rows ?? 0 };
    faults.add({
      zh: `${table}：${at}${batch ? `（批次 ${batch}）` : ''}${what.zh}与日志不符（现有 ${counts.found}，日志 ${counts.said}）`,
      en: `${table}: ${what.en} at ${at}${batch ? ` (batch ${batch})` : ''} are not those of the log (${counts.found} found, ${counts.said} logged)`,
      table,
      ...(batch !== undefined && { batch }),
      ...(entry !== undefined && { entry }),
    });
  }
}

async function placeOf(client: Client, at: string): Promise<{ entry?: string; batch?: string }> {
  const { rows } = await client.query<{ entry: string | null; batch: string | null }>(
    `select (select l.sequence::text from hub.log l where l.at = $1) as entry, (select b.id from hub.batch b where b.published_at = $1) as batch`,
    [at],
  );
  const [found] = rows;
  return { ...(found?.entry && { entry: found.entry }), ...(found?.batch && { batch: found.batch }) };
}
