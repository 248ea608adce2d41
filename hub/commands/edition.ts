import type { Command } from 'commander';
import { createEdition, listEditions } from '../../subgraph/ledger/editions.js';
import { operatingUser } from '../batch-input.js';
import { atImportPlace } from '../import-place.js';
import { plainly } from '../plainly.js';

export function register(program: Command): void {
  const edition = program
    .command('edition')
    .description('版本：有名称的时刻，供引用和回溯查询 / Editions: named instants, to be cited and asked for again');
  edition
    .command('create')
    .description('命名一个时刻，此后不能更改 / Name an instant; it is never changed')
    .argument('<name>', '如 2024-annual / such as 2024-annual')
    .option(
      '--as-of <instant>',
      '时刻、日期（当日终了，北京时间）或 now / an instant, a day (its end in Beijing) or now',
      'now',
    )
    .option('--title <text>', '标题 / title')
    .option('--by <name>', '命名人 / who names it', operatingUser())
    .action(create);
  edition.command('list').description('列出全部版本 / List all editions').action(list);
}

async function create(name: string, { asOf, title, by }: { asOf: string; title?: string; by: string }): Promise<void> {
  const edition = await atImportPlace(({ client }) =>
    plainly(createEdition(client, { name, title, asOf, createdBy: by })),
  );
  console.log(`版本 ${edition.name} 截至 ${edition.asOf} / edition ${edition.name} as of ${edition.asOf}`);
  console.log(`查询时加请求头 / ask with the header: hub-as-of: ${edition.name}`);
}

async function list(): Promise<void> {
  const editions = await atImportPlace(({ client }) => listEditions(client));
  if (!editions.length) console.log('尚无版本 / there are no editions');
  for (const { name, asOf, title, createdBy } of editions) console.log([name, asOf, createdBy, title ?? ''].join('  '));
}
