/** The difference between a service's entities and its migrated tables: none, or the next migration. */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import { createOrm, migrateTables } from './orm.js';

/** SQL that the entities still need, in a database that holds this service's migrated schema and maybe others'. */
export async function schemaDifference(definition: ServiceDefinition, databaseUrl: string): Promise<string> {
  const orm = await createOrm(definition, databaseUrl, { foreignSchemas: await otherSchemas(definition, databaseUrl) });
  try {
    return (await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim();
  } finally {
    await orm.close(true);
  }
}

/** Writes the migration that is missing into the service's folder, and the list of all; null when none is. */
export async function createMigration(
  definition: ServiceDefinition,
  databaseUrl: string,
  folder: string,
  name: string,
): Promise<string | null> {
  const orm = await createOrm(definition, databaseUrl, {
    folder,
    foreignSchemas: await otherSchemas(definition, databaseUrl),
  });
  try {
    await migrateTables(orm, databaseUrl);
    const { fileName } = await orm.migrator.create(folder, false, false, name);
    if (!fileName) return null;
    writeFileSync(path.join(folder, 'index.ts'), migrationList(folder));
    return fileName;
  } finally {
    await orm.close(true);
  }
}

async function otherSchemas({ name }: ServiceDefinition, databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      String.raw`select nspname as name from pg_namespace where nspname not like 'pg\_%' and nspname not in ('information_schema', 'public') and nspname <> $1`,
      [name],
    );
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

function migrationList(folder: string): string {
  const names = readdirSync(folder)
    .filter((file) => /^Migration\d+.*\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted();
  const imports = names.map((each) => `import { ${each} } from './${each}.js';`);
  const entries = names.map((each) => `  { name: '${each}', class: ${each} },`);
  return `${imports.join('\n')}\n\n/** In the order in which they are run. */\nexport const migrations = [\n${entries.join('\n')}\n];\n`;
}
