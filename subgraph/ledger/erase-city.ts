/** All that was ever published of some jurisdictions goes, as generated data does: only hashes stay, which the log needs. */
import type { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { BATCH, historyTable } from '../model/system-columns.js';
import { act } from './act.js';
import { eraseRows, erasing } from './erase.js';
import { keySql } from './record-key.js';
import { RECORD_TABLES, recordHashSql } from './record-digests.js';

/** The rows of a table that go. */
export interface GoingRows {
  readonly service: string;
  readonly entity: Class;
  /** Condition over the alias `t`; `$1` is `value`. */
  readonly where: string;
  readonly value: unknown;
}

/** The services' rows of the jurisdictions; a manifest lists a row's entity after those it refers to: the last goes first. */
export const rowsOfJurisdictions = (
  services: readonly ServiceDefinition[],
  jurisdictions: readonly string[],
): GoingRows[] =>
  services.flatMap((service) =>
    service.entities
      .filter((entity) => !modelOf(entity).ledger && modelOf(entity).fields.has('jurisdiction'))
      .toReversed()
      .map((entity) => ({
        service: service.name,
        entity,
        where: 't.jurisdiction = any($1::text[])',
        value: jurisdictions,
      })),
  );

export interface Erased {
  readonly versions: number;
  /** Digests of files of which nothing is published any more. */
  readonly files: readonly string[];
}

export async function eraseCity(
  client: Client,
  { what, going, reason, by }: { what: string; going: readonly GoingRows[]; reason: string; by: string },
): Promise<Erased> {
  return act(client, 'REDACTION', async () => {
    await client.query('set constraints all deferred');
    const { rows } = await client.query<{ id: string }>(
      `insert into hub.redaction (service, entity, record_key, fields, reason, redacted_by) values ('registry', 'City', $1, '{*}', $2, $3) returning id`,
      [what, reason, by],
    );
    const redaction = rows[0]?.id ?? '';
    await client.query('create temp table going_key (entity text, key text, batch text) on commit drop');
    let versions = 0;
    await erasing(client, async () => {
      for (const each of going) {
        await noteKeys(client, each);
        versions += await eraseRows(client, { redaction, ...each });
      }
      await eraseRecords(client, redaction);
    });
    const files = await eraseTraces(client, going, redaction);
    return { result: { versions, files }, body: { redaction, what, reason, by, versions } };
  });
}

async function noteKeys(client: Client, { service, entity, where, value }: GoingRows): Promise<void> {
  const { name, table } = modelOf(entity);
  for (const from of [table, historyTable(table)])
    await client.query(
      `insert into going_key select distinct '${name}', ${keySql(entity, 't')}, t."${BATCH}" from "${service}"."${from}" t where ${where}`,
      [value],
    );
}

/** Tombstones and acceptances of the rows. */
async function eraseRecords(client: Client, redaction: string): Promise<void> {
  await client.query('create index on going_key (entity, key)');
  await client.query('analyze going_key');
  const isGoing = 'exists (select from going_key g where g.entity = r.entity and g.key = r.record_key)';
  for (const record of RECORD_TABLES) {
    if (record.name !== 'withdrawal' && record.name !== 'acceptance') continue;
    await client.query(
      `with gone as (delete from ${record.table} r where ${isGoing} returning r."${record.at}" as at, ${recordHashSql(record, 'r')} as hash)
       insert into hub.erased (redaction_id, service, entity, since, hash) select $1, 'hub', '${record.name}', at, hash from gone`,
      [redaction],
    );
  }
}

/** Findings about the rows, and what was put aside of the batches of which nothing is left; gives those batches' files. */
async function eraseTraces(client: Client, going: readonly GoingRows[], redaction: string): Promise<string[]> {
  await client.query(
    `delete from hub.finding f where exists (select from going_key g where g.entity = f.entity and g.key = f.record_key)`,
  );
  const left = [...new Set(going.map(({ service, entity }) => `"${service}"."${modelOf(entity).table}`))]
    .flatMap((table) => [`${table}"`, `${table}_history"`])
    .map((table) => `not exists (select from ${table} t where t."${BATCH}" = g.batch)`);
  await client.query(
    `create temp table gone_batch on commit drop as select g.batch from (select distinct batch from going_key) g where ${left.join(' and ')}`,
  );
  await client.query('delete from hub.quarantine q where q.batch_id in (select batch from gone_batch)');
  const { rows } = await client.query<{ sha256: string }>(
    `update hub.batch_file f set removed_by = $1 where f.batch_id in (select batch from gone_batch) returning f.sha256`,
    [redaction],
  );
  return rows.map(({ sha256 }) => sha256);
}
