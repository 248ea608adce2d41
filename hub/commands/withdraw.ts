import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { checkBatch } from '../../subgraph/import/check-batch.js';
import { recordPlace } from '../../subgraph/ledger/record-place.js';
import { withdraw } from '../../subgraph/ledger/withdraw.js';
import { operatingUser } from '../batch-input.js';
import { readCity } from '../city-file.js';
import { atImportPlace } from '../import-place.js';
import { linkAll } from '../link-all.js';
import { plainly } from '../plainly.js';

interface Options {
  readonly reason: string;
  readonly by: string;
  readonly cascade?: boolean;
}

const SHOWN = 20;

export function register(program: Command): void {
  program
    .command('withdraw')
    .description(
      '撤回一条记录：留下撤回说明，往日的回答仍有它 / Withdraw a record: a tombstone stays, answers of past days keep it',
    )
    .argument('<dataset>', '数据集，或类型如 procurement.Contract / a dataset, or a type such as procurement.Contract')
    .argument('<key>', '记录的标识 / the key of the record')
    .requiredOption('--reason <text>', '撤回的理由，将公开 / why; it is published')
    .option('--by <name>', '撤回人 / who withdraws it', operatingUser())
    .option('--cascade', '依附于它的行一并撤回 / rows that depend on it go too')
    .action(run);
}

async function run(dataset: string, key: string, { reason, by, cascade = false }: Options): Promise<void> {
  let opened = 0;
  const { batch, rows } = await atImportPlace(({ client, config }) =>
    plainly(
      (async () =>
        withdraw(client, {
          place: recordPlace(SERVICES, dataset),
          key,
          reason,
          by,
          cascade,
          async andThen(publication) {
            await linkAll(publication);
            opened = (await checkBatch(publication, { services: SERVICES, city: readCity(config.dataDir) })).opened;
          },
        }))(),
    ),
  );
  console.log(`批次 ${batch}：已撤回 ${rows.length} 行 / batch ${batch}: ${rows.length} rows withdrawn`);
  for (const row of rows.slice(0, SHOWN)) console.log(`  ${row.entity} ${row.key}`);
  if (rows.length > SHOWN) console.log(`  … ${rows.length}`);
  if (opened) console.log(`由此产生的发现 / findings that follow from it: ${opened}（hub findings list）`);
}
