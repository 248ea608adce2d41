/** Editions, withdrawals, acceptances and redactions against the entries that made them. */
import type { Client } from 'pg';
import type { Faults } from './fault.js';
import { RECORD_TABLES, recordHashSql } from './record-digests.js';
import { compareDigests, readDigests } from './verify-digests.js';
import type { LoggedState } from './verify-entries.js';
import { erasedHere, withoutErasures } from './verify-erased.js';

const RECORDS = { zh: '的记录', en: 'records made' };

export async function verifyRecords(client: Client, logged: LoggedState, faults: Faults): Promise<void> {
  for (const record of RECORD_TABLES) {
    const hash = recordHashSql(record, 'r');
    const all = `select r."${record.at}" as at, ${hash} as content, ${hash} as proof from ${record.table} r`;
    const place = { service: 'hub', entity: record.name };
    const isErased = await erasedHere(client, place);
    const stored = await readDigests(client, isErased ? withoutErasures(all, place, 'since', 'hash') : all);
    const before = faults.kept.length;
    await compareDigests(client, faults, record.table, stored, logged.records.get(record.name) ?? new Map(), RECORDS);
    // A record has no hash of its own that could name it; those of the instant are named.
    for (const [index, fault] of faults.kept.entries()) {
      if (index < before || fault.entry === undefined) continue;
      const { rows } = await client.query<{ keys: string | null }>(
        `select string_agg(key, ', ') as keys from (select ${record.key} as key from ${record.table} r
         where r."${record.at}" = (select l.at from hub.log l where l.sequence = $1) order by 1 limit 5) k`,
        [fault.entry],
      );
      const key = rows[0]?.keys;
      if (key) faults.kept[index] = { ...fault, key, zh: `${fault.zh}：${key}`, en: `${fault.en}: ${key}` };
    }
  }
}
