/** Preparations of the database that are made once for what they follow from, not at every start. */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/**
 * Runs `prepare` in a transaction unless it ran for the same content before. To find out takes no lock on any table:
 * making a trigger or an index anew would wait for the import that is under way, even if there were nothing to make.
 */
export async function onceFor(
  client: Client,
  name: string,
  content: string,
  prepare: () => Promise<void>,
): Promise<void> {
  const digest = createHash('sha256').update(content).digest('hex');
  if (await isPrepared(client, name, digest)) return;
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('hub preparations', 0))`);
    if (!(await isPrepared(client, name, digest))) {
      await client.query('create schema if not exists hub');
      await client.query('create table if not exists hub.prepared (name text primary key, digest text not null)');
      await prepare();
      await client.query(
        'insert into hub.prepared (name, digest) values ($1, $2) on conflict (name) do update set digest = excluded.digest',
        [name, digest],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function isPrepared(client: Client, name: string, digest: string): Promise<boolean> {
  const { rows } = await client.query<{ table: string | null }>(`select to_regclass('hub.prepared') as table`);
  if (!rows[0]?.table) return false;
  const { rowCount } = await client.query('select 1 from hub.prepared where name = $1 and digest = $2', [name, digest]);
  return Boolean(rowCount);
}
