/** The log: every act that changes what the hub answers, each entry sealed with the hash of the one before it. */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';

export type EntryKind = 'BATCH' | 'WITHDRAWAL' | 'EDITION' | 'REPAIR' | 'ACCEPTANCE' | 'REDACTION';

/** Instants of the log increase, even when the clock is set back. */
export const NEXT_INSTANT = `greatest(clock_timestamp()::timestamptz(3), (select l.at + interval '1 millisecond' from hub.log l order by l.sequence desc limit 1))`;

/** Before the first entry there is none. */
export const GENESIS = Buffer.alloc(32);

/** The hash of an entry: SHA-256 over the hash before it, its number, instant and kind, and its body as stored. */
export const entryHash = (
  previous: Buffer,
  entry: { readonly sequence: string; readonly at: string; readonly kind: string; readonly body: string },
): Buffer =>
  createHash('sha256').update(previous).update(`${entry.sequence}\n${entry.at}\n${entry.kind}\n${entry.body}`).digest();

/** Adds an entry; the caller holds the publish lock, so that no two follow the same one. `at` is an ISO instant. */
export async function appendEntry(client: Client, kind: EntryKind, at: string, content: object): Promise<void> {
  const { rows } = await client.query<{ sequence: string; hash: Buffer }>(
    'select l.sequence::text, l.hash from hub.log l order by l.sequence desc limit 1',
  );
  const [last] = rows;
  const previous = last?.hash ?? GENESIS;
  const sequence = String(BigInt(last?.sequence ?? 0) + 1n);
  const body = JSON.stringify(content);
  const hash = entryHash(previous, { sequence, at, kind, body });
  await client.query('insert into hub.log (sequence, at, kind, body, previous, hash) values ($1, $2, $3, $4, $5, $6)', [
    sequence,
    at,
    kind,
    body,
    previous,
    hash,
  ]);
}
