/** An act that enters the log but publishes no rows: naming an edition, accepting a finding, erasing content. */
import type { Client } from 'pg';
import { appendEntry, NEXT_INSTANT, type EntryKind } from './log-entry.js';
import { PUBLISH_LOCK } from './publish-lock.js';
import { recordDigests } from './record-digests.js';
import { PRINTED_ALIKE } from './row-hash.js';

/** What the act did, and what the log says of it besides the digests of its records. */
export interface Act<T> {
  readonly result: T;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Runs `work` under the publish lock at an instant of its own, and commits it with its entry, or neither. Records that
 * `work` stores carry that instant (ISO; in SQL `hub.instant()`): by it the log proves them.
 */
export async function act<T>(client: Client, kind: EntryKind, work: (instant: string) => Promise<Act<T>>): Promise<T> {
  await client.query('begin');
  try {
    await client.query(PRINTED_ALIKE);
    await client.query(`select pg_advisory_xact_lock(${PUBLISH_LOCK})`);
    const { rows } = await client.query<{ instant: string }>(
      `select to_char(${NEXT_INSTANT} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as instant`,
    );
    const instant = rows[0]?.instant ?? '';
    await client.query(`select set_config('hub.instant', $1, true)`, [instant]);
    const { result, body } = await work(instant);
    await appendEntry(client, kind, instant, { ...body, records: await recordDigests(client, instant) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
