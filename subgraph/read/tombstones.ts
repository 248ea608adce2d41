/** Whether a record that is not there was withdrawn: all look-ups of one request are asked about together. */
import DataLoader from 'dataloader';
import type { Pool } from 'pg';
import { hubError } from '../errors.js';

export interface RecordKey {
  /** GraphQL type. */
  readonly entity: string;
  readonly key: string;
}

export interface Tombstone {
  readonly withdrawnAt: string;
  readonly reason: string;
  readonly batch: string;
}

export type Tombstones = DataLoader<RecordKey, Tombstone | null, string>;

const nameOf = ({ entity, key }: RecordKey): string => `${entity} ${key}`;

/** For one request; `asOf` is the ISO instant it asks about, absent: now. */
export const loadTombstones = (pool: Pool, asOf?: string): Tombstones =>
  new DataLoader(
    async (keys) => {
      const { rows } = await pool.query<RecordKey & Tombstone>(
        `select distinct on (w.entity, w.record_key) w.entity, w.record_key "key", w.reason, w.batch_id batch,
           to_char(w.withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "withdrawnAt"
         from hub.withdrawal w join unnest($1::text[], $2::text[]) k(entity, key) on k.entity = w.entity and k.key = w.record_key
         where $3::timestamptz is null or w.withdrawn_at <= $3 order by w.entity, w.record_key, w.withdrawn_at desc`,
        [keys.map(({ entity }) => entity), keys.map(({ key }) => key), asOf ?? null],
      );
      const found = new Map(rows.map((row) => [nameOf(row), row]));
      return keys.map((key) => found.get(nameOf(key)) ?? null);
    },
    { cacheKeyFn: nameOf },
  );

/** A record that was withdrawn is not simply unknown: whoever asks for it is told since when, and why. */
export async function refuseWithdrawn(tombstones: Tombstones, record: RecordKey): Promise<void> {
  const tombstone = await tombstones.load(record);
  if (!tombstone) return;
  const { withdrawnAt, reason, batch } = tombstone;
  throw hubError('WITHDRAWN', {
    zh: `${record.entity} ${record.key} 于 ${withdrawnAt} 撤回：${reason}`,
    en: `${record.entity} ${record.key}, at ${withdrawnAt}; see the reason`,
    entity: record.entity,
    recordKey: record.key,
    withdrawnAt,
    reason,
    batch,
  });
}
