import { SERVICES } from '../../gateway/services.js';
import { publish, type BatchInput } from '../../subgraph/ledger/publication.js';
import { REVISED } from '../../subgraph/ledger/revised.js';
import { type Verification, verifyLog } from '../../subgraph/ledger/verify-log.js';
import type { Class } from '../../subgraph/model/entity-model.js';
import type { Client } from 'pg';
import { inDatabase, type TestDatabase } from '../kit/test-database.js';

export const testBatch = (dataset: string, reason?: string): BatchInput => ({
  dataset,
  service: undefined,
  mode: 'SYSTEM',
  files: [],
  submittedBy: 'tester',
  reason,
});

export const verified = (database: TestDatabase): Promise<Verification> =>
  inDatabase(database.url, (client) => verifyLog(client, SERVICES));

/** Changes rows as a publication does: `set` on the rows of a condition. */
export const revise = (
  client: Client,
  [service, table, entity]: readonly [string, string, Class],
  set: string,
  where: string,
): Promise<void> =>
  publish(client, testBatch('test.revise'), async (publication) => {
    await publication.open();
    publication.touch(service, entity);
    await client.query(`update ${service}.${table} set ${set}, ${REVISED} where ${where}`);
  });

/** Writes past the triggers, as whoever has the database's files could; gives the first value of the last statement. */
export const tamper = (database: TestDatabase, ...statements: readonly string[]): Promise<string | undefined> =>
  inDatabase(database.url, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query("set timezone to 'UTC'");
    let value: string | undefined;
    for (const text of statements) value = (await client.query<[string]>({ text, rowMode: 'array' })).rows[0]?.[0];
    return value;
  });
