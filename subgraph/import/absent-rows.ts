/** Rows within a file's scope that the file does not have: kept and told of, or withdrawn. */
import type { Client } from 'pg';
import type { Publication } from '../ledger/publication.js';
import { modelOf, type Class } from '../model/entity-model.js';
import type { Finding } from './finding.js';
import { Refused } from './publish.js';
import type { FileScope } from './scope.js';
import { referencesOf } from './stage-checks.js';
import type { Stage } from './stage.js';

export interface AbsentRows {
  readonly count: number;
  /** Keys of the first twenty. */
  readonly keys: readonly string[];
}

const KEYS_SHOWN = 20;

export async function absentRows(client: Client, stage: Stage, scope: FileScope): Promise<AbsentRows> {
  const { sql, values } = scope.absent();
  const { rows } = await client.query<{ count: number; keys: string[] | null }>(
    `with absent as materialized (select ${stage.keySql('t')} as key from ${stage.target} t where ${sql})
     select (select count(*)::int from absent) as count, (select array_agg(key) from (select key from absent order by key limit ${KEYS_SHOWN}) f) as keys`,
    [...values],
  );
  return { count: rows[0]?.count ?? 0, keys: rows[0]?.keys ?? [] };
}

/** The same once the file is written: then counting is enough to know that there are none. */
export async function absentAfterwards(client: Client, stage: Stage, scope: FileScope): Promise<AbsentRows> {
  const { sql, values } = scope.held();
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from ${stage.target} t where ${sql}`,
    [...values],
  );
  return rows[0]?.count === stage.count ? { count: 0, keys: [] } : absentRows(client, stage, scope);
}

export interface Withdrawal {
  readonly dataset: string;
  readonly reason: string;
  readonly by: string;
  /** Every entity of the service: a row that another still refers to cannot go. */
  readonly entities: readonly Class[];
}

/** Withdraws the rows that the file does not have, with the parts of them that its other tables hold; gives how many. */
export async function withdrawAbsent(
  publication: Publication,
  stages: readonly Stage[],
  scope: FileScope,
  { dataset, reason, by, entities }: Withdrawal,
): Promise<number> {
  const { client } = publication;
  const [first, ...parts] = stages;
  if (!first) return 0;
  const { id } = await publication.open();
  const { sql, values } = scope.absent();
  const key = first.keys[0]?.name ?? 'id';
  await client.query('drop table if exists pg_temp.absent_row');
  await client.query(
    `create temp table absent_row on commit drop as select t."${key}" as key, ${first.keySql('t')} as record_key from ${first.target} t where ${sql}`,
    [...values],
  );
  const own = stages.map(({ entity }) => entity);
  const referred = await stillReferred(
    client,
    first,
    entities.filter((entity) => !own.includes(entity)),
  );
  if (referred.length) throw new Refused(referred);
  await client.query(
    `insert into hub.withdrawal (dataset_id, service, entity, record_key, reason, withdrawn_by, batch_id)
     select $1, $2, $3, record_key, $4, $5, $6 from absent_row order by record_key`,
    [dataset, first.namespace, modelOf(first.entity).name, reason, by, id],
  );
  await client.query(`select set_config('hub.reason', $1, true)`, [reason]);
  for (const part of parts)
    for (const { target, column } of referencesOf(part.entity))
      if (target.target === first.entity)
        await client.query(`delete from ${part.target} t using absent_row a where t."${column}" = a.key`);
  const { rowCount } = await client.query(`delete from ${first.target} t using absent_row a where t."${key}" = a.key`);
  await client.query(`select set_config('hub.reason', $1, true)`, [publication.input.reason ?? '']);
  return rowCount ?? 0;
}

async function stillReferred(client: Client, stage: Stage, entities: readonly Class[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const entity of entities)
    for (const { field, target, column } of referencesOf(entity)) {
      if (target.target !== stage.entity) continue;
      const model = modelOf(entity);
      const { rows } = await client.query<{ key: string; count: string }>(
        `select a.record_key as key, count(*) as count from absent_row a join "${stage.namespace}"."${model.table}" t on t."${column}" = a.key group by 1 order by 1 limit 20`,
      );
      for (const { key, count } of rows)
        findings.push({
          rule: 'REF-STILL-USED',
          severity: 'E',
          file: '',
          path: key,
          value: key,
          zh: `文件中没有 ${key}，但 ${model.name}.${field.name} 还有 ${count} 行引用它，不能撤下`,
          en: `the file has no ${key}, but ${count} rows of ${model.name}.${field.name} still refer to it: it cannot be withdrawn`,
          remedy:
            '先更正或撤下引用它的数据，或用 --mode merge / correct or withdraw what refers to it first, or use --mode merge',
          entity: target.name,
          key,
          acceptable: false,
        });
    }
  return findings;
}

/** Parts of a row that its file no longer has: an instalment that the land's row says nothing of any more. */
export async function removeGoneParts(client: Client, stages: readonly Stage[]): Promise<ReadonlyMap<Stage, number>> {
  const removed = new Map<Stage, number>();
  const [first, ...parts] = stages;
  for (const part of parts)
    for (const { target, key, column } of referencesOf(part.entity)) {
      if (target.target !== first?.entity) continue;
      const same = part.keys.map(({ name }) => `s."${name}" = t."${name}"`).join(' and ');
      const { rowCount } = await client.query(
        `delete from ${part.target} t using ${first.name} f where t."${column}" = f."${key}" and not exists (select from ${part.name} s where ${same})`,
      );
      removed.set(part, rowCount ?? 0);
    }
  return removed;
}
