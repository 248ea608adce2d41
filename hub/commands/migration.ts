import path from 'node:path';
import type { Command } from 'commander';
import { createMigration } from '../../subgraph/database/create-migration.js';
import { startDatabase } from '../../subgraph/database/embedded.js';
import { readConfig } from '../config.js';
import { definitionOf } from '../local-services.js';
import { packageRoot } from '../package-root.js';
import { temporaryFolder } from '../temporary-folder.js';

export function register(program: Command): void {
  program
    .command('migration')
    .argument('<service>')
    .argument('<name>', '说明改了什么，如 add-lot-status / what it changes')
    .description(
      '对照实体生成缺少的迁移（开发用） / Write the migration that a service’s entities still need (for developers)',
    )
    .action(writeMigration);
}

/** Compared in a database of its own, so that no data is near. */
async function writeMigration(service: string, name: string): Promise<void> {
  const definition = definitionOf(service);
  using folder = temporaryFolder();
  const { databaseUrl } = readConfig();
  await using database = await startDatabase({ dataDir: folder.path, databaseUrl, log: console.error });
  const target = path.join(packageRoot, 'services', service, 'migrations');
  const file = await createMigration(definition, database.url, target, name);
  console.log(file ? `${path.join('services', service, 'migrations', file)}` : '没有差异 / no difference');
}
