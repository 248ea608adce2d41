import type { Command } from 'commander';
import type { Client } from 'pg';
import { SERVICES } from '../../gateway/services.js';
import { keyColumn } from '../../subgraph/ledger/record-key.js';
import { recordPlace, type RecordPlace } from '../../subgraph/ledger/record-place.js';
import { planRedaction, redact, type RedactionInput, type RedactionPlan } from '../../subgraph/ledger/redact.js';
import { storedColumns } from '../../subgraph/import/stored-columns.js';
import { historyTable } from '../../subgraph/model/system-columns.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { operatingUser } from '../batch-input.js';
import { atImportPlace } from '../import-place.js';
import { plainly } from '../plainly.js';
import { RELEASE_TABLES, redactReleases } from '../redact-releases.js';

interface Options {
  readonly reason: string;
  readonly by: string;
  readonly withKey?: boolean;
  readonly yes?: boolean;
}

export function register(program: Command): void {
  program
    .command('redact')
    .description(
      '抹除一条记录的内容：现在、历史、发现、隔离行和留存的文件；不可恢复 / Erase the content of a record, now and in the past, in findings, rows put aside and kept files; it cannot be undone',
    )
    .argument('<dataset>', '数据集，或类型如 procurement.Contract / a dataset, or a type such as procurement.Contract')
    .argument('<key>', '记录的标识 / the key of the record')
    .argument('[fields...]', '字段；不写则为标识以外的全部内容 / fields; everything but the key when none is named')
    .requiredOption('--reason <text>', '抹除的理由，将公开，勿写个人信息 / why; it is published, so name nobody in it')
    .option('--by <name>', '抹除人 / who erases it', operatingUser())
    .option('--with-key', '标识本身也属个人信息：整条记录抹除 / the key is personal too: erase the whole record')
    .option('--yes', '已看过将抹除的内容 / having read what will be erased')
    .action(run);
}

async function run(dataset: string, key: string, fields: string[], options: Options): Promise<void> {
  const done = await atImportPlace(({ client, config }) =>
    plainly(
      (async () => {
        const place = recordPlace(SERVICES, dataset);
        const { reason, by, withKey = false } = options;
        const ocids = await processesOf(client, place, key);
        const input: RedactionInput = {
          place,
          key,
          fields,
          withKey,
          reason,
          by,
          dataDir: config.dataDir,
          ...(ocids.length && {
            andAlso: {
              tables: RELEASE_TABLES,
              erase: (redaction, texts) => redactReleases(client, redaction, ocids, texts),
            },
          }),
        };
        const plan = await planRedaction(client, input);
        for (const line of describe(plan, input)) console.log(line);
        return options.yes ? redact(client, input, plan) : undefined;
      })(),
    ),
  );
  if (done === undefined) {
    console.log('尚未抹除；确认后加 --yes / nothing is erased yet; add --yes to do it');
    process.exitCode = 1;
    return;
  }
  console.log(`已抹除：${done} / erased: ${done}`);
  console.log(
    '数据库的预写日志、备份和副本中可能仍有旧内容，请按保存期限清理 / the database’s write-ahead log, backups and replicas may still hold the old content: let them expire',
  );
}

function describe({ versions, columns, files }: RedactionPlan, { withKey }: RedactionInput): string[] {
  const what = withKey ? '整条记录，包括标识 / the whole record with its key' : columns.fields.join(', ');
  return [
    `将抹除 ${versions} 个版本的 / to be erased in ${versions} versions: ${what}`,
    ...(columns.staying.length && !withKey
      ? [`保留（不能为空）/ staying, since they cannot be blank: ${columns.staying.join(', ')}`]
      : []),
    ...(files.length
      ? [
          `将删除 ${files.length} 份留存的原始文件（删去一行便不再是当时交来的文件；摘要保留）/ ${files.length} kept files go whole (without a row they would not be what was handed in; their digests stay):`,
          ...files.map(({ name, sha256 }) => `  ${name}  ${sha256}`),
        ]
      : []),
  ];
}

/** The contracting processes whose stored releases the record was compiled from. */
async function processesOf(client: Client, { definition, entity }: RecordPlace, key: string): Promise<string[]> {
  const { table, name } = modelOf(entity);
  if (definition.name !== 'procurement' || name === 'Release') return [];
  if (!storedColumns(entity).some((column) => column.name === 'ocid')) return [];
  const { rows } = await client.query<{ ocid: string }>(
    `select t.ocid from procurement."${table}" t where t."${keyColumn(entity)}" = $1 and t.ocid is not null
     union select t.ocid from procurement."${historyTable(table)}" t where t."${keyColumn(entity)}" = $1 and t.ocid is not null`,
    [key],
  );
  return rows.map(({ ocid }) => ocid);
}
