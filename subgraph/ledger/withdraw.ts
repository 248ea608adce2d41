/** A row that should never have stood is withdrawn: it leaves a tombstone, and past answers keep it. */
import type { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { LedgerProblem } from './ledger-problem.js';
import { publish, type Publication } from './publication.js';
import { keyColumn } from './record-key.js';
import { referrersOf, type RecordPlace } from './record-place.js';

export interface WithdrawalInput {
  readonly place: RecordPlace;
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  /** Rows that cannot stand without it go too. */
  readonly cascade: boolean;
  /** What follows as part of the same batch: links, checks. */
  readonly andThen: (publication: Publication) => Promise<void>;
}

export interface Withdrawn {
  readonly batch: string;
  readonly rows: readonly { readonly entity: string; readonly key: string }[];
}

/** Rows named when something depends on what is to go. */
const NAMED = 20;

export async function withdraw(client: Client, input: WithdrawalInput): Promise<Withdrawn> {
  const { place, reason, by, key, cascade, andThen } = input;
  const { definition, dataset, entity } = place;
  const batch = {
    dataset,
    service: definition.name,
    mode: 'SYSTEM',
    files: [],
    submittedBy: by,
    kind: 'WITHDRAWAL',
    reason,
  } as const;
  return publish(client, batch, async (publication) => {
    const { id } = await publication.open();
    await ensureThere(client, place, key);
    const going = await dependents(client, definition, entity, key);
    const rows = [...going].flatMap(([each, keys]) => [...keys].map((one) => ({ entity: each, key: one })));
    if (rows.length > 1 && !cascade) throw stillReferred(rows.slice(1));
    for (const [each, keys] of [...going].toReversed()) {
      const model = modelOf(each);
      publication.touch(definition.name, each);
      await client.query(
        `delete from "${definition.name}"."${model.table}" t where t."${keyColumn(each)}" = any($1::text[])`,
        [[...keys]],
      );
      await client.query(
        `insert into hub.withdrawal (dataset_id, service, entity, record_key, reason, withdrawn_by, batch_id)
         select $1, $2, $3, k, $4, $5, $6 from unnest($7::text[]) k order by k`,
        [dataset, definition.name, model.name, reason, by, id, [...keys]],
      );
    }
    publication.counts.withdrawn += rows.length;
    await andThen(publication);
    return { batch: id, rows: rows.map((row) => ({ entity: modelOf(row.entity).name, key: row.key })) };
  });
}

async function ensureThere(client: Client, { definition, entity }: RecordPlace, key: string): Promise<void> {
  const { name, table } = modelOf(entity);
  const { rowCount } = await client.query(
    `select 1 from "${definition.name}"."${table}" t where t."${keyColumn(entity)}" = $1`,
    [key],
  );
  if (rowCount) return;
  const { rows } = await client.query<{ at: string; reason: string }>(
    `select to_char(w.withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, w.reason from hub.withdrawal w
     where w.service = $1 and w.entity = $2 and w.record_key = $3 order by w.withdrawn_at desc limit 1`,
    [definition.name, name, key],
  );
  const [gone] = rows;
  throw gone
    ? new LedgerProblem(
        `${name} ${key} 已于 ${gone.at} 撤回：${gone.reason}`,
        `${name} ${key} was withdrawn at ${gone.at} already: ${gone.reason}`,
      )
    : new LedgerProblem(`${name} 中没有 ${key}`, `there is no ${name} ${key}`);
}

/** The row and all that cannot stand without it, directly or through others: what is referred to comes first. */
async function dependents(
  client: Client,
  definition: ServiceDefinition,
  entity: Class,
  key: string,
): Promise<ReadonlyMap<Class, ReadonlySet<string>>> {
  const going = new Map<Class, Set<string>>([[entity, new Set([key])]]);
  const open: { entity: Class; keys: readonly string[] }[] = [{ entity, keys: [key] }];
  for (let next = open.shift(); next; next = open.shift())
    for (const { entity: from, column, isLoose } of await referrersOf(client, definition, next.entity)) {
      if (isLoose) continue;
      const { rows } = await client.query<{ key: string }>(
        `select t."${keyColumn(from)}" as key from "${definition.name}"."${modelOf(from).table}" t where t."${column}" = any($1::text[]) order by 1`,
        [next.keys],
      );
      const known = going.get(from) ?? new Set();
      const fresh = rows.map((row) => row.key).filter((each) => !known.has(each));
      if (!fresh.length) continue;
      going.set(from, new Set([...known, ...fresh]));
      open.push({ entity: from, keys: fresh });
    }
  return going;
}

function stillReferred(rows: readonly { entity: Class; key: string }[]): LedgerProblem {
  const named = rows.slice(0, NAMED).map(({ entity, key }) => `${modelOf(entity).name} ${key}`);
  const more = rows.length > NAMED ? ` … ${rows.length}` : '';
  return new LedgerProblem(
    `有 ${rows.length} 行依附于它，须一并撤回（加 --cascade）：${named.join('、')}${more}`,
    `${rows.length} rows depend on it and would have to go with it (add --cascade): ${named.join(', ')}${more}`,
  );
}
