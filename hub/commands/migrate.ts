import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { readConfig } from '../config.js';
import { closeAll, createServices, definitionOf } from '../local-services.js';
import { lineProgress } from '../progress.js';
import { withDatabase } from '../with-database.js';

export function register(program: Command): void {
  program
    .command('migrate')
    .argument('[service...]', '只更新这些服务 / only these services')
    .description('更新各服务的数据表结构 / Bring the services’ tables up to date')
    .action(migrate);
}

async function migrate(names: string[]): Promise<void> {
  const config = readConfig();
  const definitions = names.length > 0 ? names.map(definitionOf) : SERVICES;
  const progress = lineProgress((line) => console.log(line));
  await withDatabase(config, progress.log, async (database) => {
    const services = await createServices(definitions, config, database.url);
    try {
      for (const service of services) {
        await progress.step(service.name, () => service.migrate());
        progress.log(`✓ ${service.name}`);
      }
    } finally {
      await closeAll(services);
    }
  });
}
