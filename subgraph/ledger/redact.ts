/** Content that must not be published any more: erased from now and from the past, without breaking what the log proves. */
import type { Client } from 'pg';
import { storedColumns } from '../import/stored-columns.js';
import { modelOf } from '../model/entity-model.js';
import { BATCH, historyTable } from '../model/system-columns.js';
import { act } from './act.js';
import { eraseContent, eraseRows, erasing, type Erasure } from './erase.js';
import { eraseKeyInRecords } from './erase-key.js';
import { LedgerProblem } from './ledger-problem.js';
import { keyColumn } from './record-key.js';
import { referrersOf, type RecordPlace } from './record-place.js';
import { redactFindings, redactQuarantine, redactRefusals, type Trace } from './redact-traces.js';
import { filesWith, noteRemoval, removeNoted, type HandedIn } from './redact-files.js';
import { redactedColumns, type RedactedColumns } from './redacted-columns.js';

export interface RedactionInput {
  readonly place: RecordPlace;
  readonly key: string;
  /** As the graph names them; none: everything but the key. */
  readonly fields: readonly string[];
  /** The record goes as a whole, its key too: nothing but hashes tells that it was there. */
  readonly withKey: boolean;
  readonly reason: string;
  readonly by: string;
  readonly dataDir: string;
  /** Other tables that hold copies of the words that go; they are erased in the same act. */
  readonly andAlso?: {
    readonly tables: readonly string[];
    readonly erase: (redaction: string, words: readonly string[]) => Promise<void>;
  };
}

/** What a redaction would do: shown before it is done. */
export interface RedactionPlan {
  readonly versions: number;
  readonly columns: RedactedColumns;
  /** Kept copies of handed-in files that hold the record and are removed whole. */
  readonly files: readonly HandedIn[];
  readonly identifying: readonly string[];
  /** Texts that go. */
  readonly texts: readonly string[];
  /** The dataset's last batch that the plan knows of. */
  readonly lastBatch: string;
}

export async function planRedaction(client: Client, input: RedactionInput): Promise<RedactionPlan> {
  const { place, key, fields, withKey, dataDir } = input;
  const { definition, dataset, declared, entity } = place;
  const columns = await redactedColumns(client, definition.name, entity, withKey ? [] : fields);
  const stored = storedColumns(entity).filter(({ name, primary }) => (withKey && primary) || columns.texts.has(name));
  const ofKey = (declared?.key ?? []).flatMap((field) =>
    storedColumns(entity).filter(({ name }) => name === snake(field)),
  );
  const { name } = modelOf(entity);
  const { rows } = await client.query<{ texts: (string | null)[]; key: (string | null)[] }>(
    `select array[${stored.map((column) => `v."${column.name}"::text`).join(', ')}]::text[] as texts,
       array[${ofKey.map((column) => `v."${column.name}"::text`).join(', ')}]::text[] as key
     from (${versionsOf(place)}) v where v."${keyColumn(entity)}" = $1`,
    [key],
  );
  if (!rows.length) throw new LedgerProblem(`${name} 中没有过 ${key}`, `there never was a ${name} ${key}`);
  const keys = rows.map((row) => row.key.filter((value) => value !== null)).find((values) => values.length);
  const identifying = keys ?? [key];
  const { rows: last } = await client.query<{ id: string | null }>(
    'select max(id) as id from hub.batch where dataset_id = $1',
    [dataset],
  );
  return {
    versions: rows.length,
    columns,
    identifying,
    texts: [
      ...new Set(rows.flatMap(({ texts }) => texts).filter((text) => text !== null && text.length > 1)),
    ] as string[],
    files: await filesWith(client, dataDir, dataset, identifying),
    lastBatch: last[0]?.id ?? '',
  };
}

/** Does what was planned; gives the redaction's id. */
export async function redact(client: Client, input: RedactionInput, plan: RedactionPlan): Promise<string> {
  const { place, key, withKey, reason, by, dataDir } = input;
  const { definition, dataset, entity } = place;
  const service = definition.name;
  const { name, table } = modelOf(entity);
  const id = await act(client, 'REDACTION', async () => {
    const { rows: last } = await client.query<{ id: string | null }>(
      'select max(id) as id from hub.batch where dataset_id = $1',
      [dataset],
    );
    if ((last[0]?.id ?? '') !== plan.lastBatch)
      throw new LedgerProblem(
        '其间又发布了该数据集的新批次，请重新运行',
        'the dataset was published anew meanwhile: run the command again',
      );
    if (withKey) await refuseReferred(client, place, key);
    const fields = withKey ? ['*'] : plan.columns.fields;
    const { rows } = await client.query<{ id: string }>(
      `insert into hub.redaction (service, entity, record_key, fields, reason, redacted_by) values ($1, $2, $3, $4, $5, $6) returning id`,
      [service, name, key, fields, reason, by],
    );
    const redaction = rows[0]?.id ?? '';
    const erasure: Erasure = { redaction, service, entity, where: `t."${keyColumn(entity)}" = $1`, value: key };
    const trace: Trace = {
      dataset,
      entity: name,
      key,
      identifying: plan.identifying,
      pseudonym: withKey ? redaction : undefined,
    };
    await erasing(client, async () => {
      if (withKey) await eraseRows(client, erasure);
      else await eraseContent(client, erasure, plan.columns.values);
      await redactFindings(client, trace);
      await redactQuarantine(client, trace, by, redaction);
      await redactRefusals(client, trace);
      await noteRemoval(client, plan.files, redaction);
      if (withKey) await eraseKeyInRecords(client, redaction, { service, entity: name, key });
      await input.andAlso?.erase(redaction, plan.texts);
    });
    return {
      result: redaction,
      body: { redaction, service, entity: name, fields, reason, by, files: plan.files.map(({ sha256 }) => sha256) },
    };
  });
  await removeNoted(client, dataDir);
  const own = [`"${service}"."${table}"`, `"${service}"."${historyTable(table)}"`];
  await rewriteTables(client, [...own, ...(input.andAlso?.tables ?? [])]);
  return id;
}

/** A deleted version's bytes stay in the table's file until it is written anew; write-ahead log and backups are not ours. */
export async function rewriteTables(client: Client, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('hub.%I', tablename) as name from pg_tables where schemaname = 'hub' and tablename <> 'log'`,
  );
  for (const each of [...tables, ...rows.map(({ name }) => name)]) await client.query(`vacuum (full, analyze) ${each}`);
}

const snake = (field: string): string =>
  field.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function versionsOf({ definition, entity }: RecordPlace): string {
  const columns = [...storedColumns(entity).map(({ name }) => `"${name}"`), `"${BATCH}"`].join(', ');
  const { table } = modelOf(entity);
  return `select ${columns} from "${definition.name}"."${table}" union all select ${columns} from "${definition.name}"."${historyTable(table)}"`;
}

async function refuseReferred(client: Client, { definition, entity }: RecordPlace, key: string): Promise<void> {
  const named: string[] = [];
  for (const { entity: from, column } of await referrersOf(client, definition, entity)) {
    const { rows } = await client.query<{ key: string }>(
      `select t."${keyColumn(from)}" as key from "${definition.name}"."${modelOf(from).table}" t where t."${column}" = $1 limit 10`,
      [key],
    );
    named.push(...rows.map((row) => `${modelOf(from).name} ${row.key}`));
  }
  if (named.length)
    throw new LedgerProblem(
      `还有行引用它，须先撤回或更正：${named.join('、')}`,
      `rows still refer to it; withdraw or correct them first: ${named.join(', ')}`,
    );
}
