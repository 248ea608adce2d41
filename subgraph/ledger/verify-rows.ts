/** The rows of one table and of its history: each against its own hash, all of them against the log. */
import type { Client } from 'pg';
import { modelOf, type Class } from '../model/entity-model.js';
import { BATCH, HASH, historyTable, SINCE, UNTIL } from '../model/system-columns.js';
import { derivedColumns } from './derived-columns.js';
import { type Faults, NAMED_ROWS } from './fault.js';
import { keySql } from './record-key.js';
import { rowHashSql } from './row-hash.js';
import { endProofSql } from './seal-table.js';
import { compareDigests, readDigests } from './verify-digests.js';
import type { LoggedState } from './verify-entries.js';
import { erasedHere, verifyErased, withoutErasures } from './verify-erased.js';

/** Gives the number of versions that were looked at. */
export async function verifyRows(
  client: Client,
  service: string,
  entity: Class,
  logged: LoggedState,
  faults: Faults,
): Promise<number> {
  const { name, table } = modelOf(entity);
  const own = `"${service}"."${table}"`;
  const history = `"${service}"."${historyTable(table)}"`;
  const title = { own: `${service}.${table}`, history: `${service}.${historyTable(table)}` };
  const key = `${service}.${name}`;
  const said = { published: logged.published.get(key) ?? new Map(), ended: logged.ended.get(key) ?? new Map() };
  if (!(await exists(client, own))) {
    await compareDigests(client, faults, title.own, new Map(), said.published, BEGUN);
    return 0;
  }
  const hash = rowHashSql(`${service}.${table}`, entity, 't');
  const derived = await derivedColumns(client, own);
  await namedRows(client, entity, { from: `${own} t`, where: differs(hash, []) }, faults, title.own, CONTENT);
  await namedRows(
    client,
    entity,
    { from: `${history} t`, where: differs(hash, derived) },
    faults,
    title.history,
    CONTENT,
  );
  await namedRows(client, entity, { from: `${own} t`, where: outside(BATCH, SINCE) }, faults, title.own, OUTSIDE);
  const isOutside = `(${outside(BATCH, SINCE)} or ${outside('hub_end_batch', UNTIL)})`;
  await namedRows(client, entity, { from: `${history} t`, where: isOutside }, faults, title.history, OUTSIDE);

  const place = { service, entity: name };
  const erased = await erasedHere(client, place);
  if (erased) await verifyErased(client, place, [own, history], title.own, faults);
  const versions = `select "${SINCE}" as at, "${HASH}" as content, "${HASH}" as proof from ${own} union all select "${SINCE}", "${HASH}", "${HASH}" from ${history}`;
  const ends = `select h."${UNTIL}" as at, h."${HASH}" as content, ${endProofSql('h')} as proof from ${history} h`;
  const published = await readDigests(client, erased ? withoutErasures(versions, place, 'since', 'hash') : versions);
  const ended = await readDigests(client, erased ? withoutErasures(ends, place, 'until', 'end_hash') : ends);
  await compareDigests(client, faults, title.own, published, said.published, BEGUN);
  await compareDigests(client, faults, title.history, ended, said.ended, ENDED);
  return [...published.values()].reduce((total, digest) => total + digest.rows, 0);
}

const BEGUN = { zh: '发布的行', en: 'rows published' };
const ENDED = { zh: '结束的版本', en: 'versions ended' };
const CONTENT = { zh: '的内容与其哈希不符', en: 'does not have the content that its hash proves' };
const OUTSIDE = { zh: '不属于任何批次的发布', en: 'was not published or ended by the batch and instant that it names' };

const exists = async (client: Client, table: string): Promise<boolean> =>
  Boolean((await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [table])).rows[0]?.is);

const differs = (hash: string, derived: readonly { name: string; sql: string }[]): string =>
  [
    `t."${HASH}" is distinct from ${hash}`,
    ...derived.map(({ name, sql }) => `t."${name}" is distinct from (${sql})`),
  ].join(' or ');

const outside = (batch: string, instant: string): string =>
  `not exists (select from hub.batch b where b.id = t."${batch}" and b.published_at = t."${instant}")`;

async function namedRows(
  client: Client,
  entity: Class,
  { from, where }: { from: string; where: string },
  faults: Faults,
  table: string,
  what: { zh: string; en: string },
): Promise<void> {
  const { rows } = await client.query<{ key: string; batch: string; total: string }>(
    `select ${keySql(entity, 't')} as key, t."${BATCH}" as batch, count(*) over () as total from ${from} where ${where} limit ${NAMED_ROWS}`,
  );
  const batches = new Map(rows.map(({ key, batch }) => [key, batch]));
  faults.addRows(rows, (key) => ({
    zh: `${table} 的行 ${key}（批次 ${batches.get(key) ?? ''}）${what.zh}`,
    en: `row ${key} of ${table} (batch ${batches.get(key) ?? ''}) ${what.en}`,
    table,
    key,
    batch: batches.get(key) ?? '',
  }));
}
