/** MikroORM for one service: its entities in its own PostgreSQL schema, and the migrations that brought it there. */
import type { EntityClass } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import type { ServiceDefinition } from '../define-service.js';

const MIGRATION_TABLE = 'hub_migration';

interface OrmOptions {
  /** Where a new migration is written. */
  readonly folder?: string;
  /** Schemas in the same database that are not this service's to compare or drop. */
  readonly foreignSchemas?: readonly string[];
}

export async function createOrm(
  definition: ServiceDefinition,
  databaseUrl: string,
  { folder, foreignSchemas = [] }: OrmOptions = {},
): Promise<MikroORM> {
  return MikroORM.init(
    defineConfig({
      clientUrl: databaseUrl,
      dbName: databaseName(databaseUrl),
      schema: definition.name,
      entities: [...definition.entities, ...definition.values] as EntityClass<object>[],
      metadataProvider: ReflectMetadataProvider,
      extensions: [Migrator],
      migrations: {
        tableName: MIGRATION_TABLE,
        snapshot: false,
        emit: 'ts',
        disableForeignKeys: false,
        migrationsList: [...definition.migrations],
        ...(folder && { path: folder, pathTs: folder }),
      },
      schemaGenerator: {
        ignoreSchema: ['public', 'information_schema', ...foreignSchemas],
        skipTables: [MIGRATION_TABLE, /_history$/],
      },
      pool: { min: 0, max: 4 },
      forceUtcTimezone: true,
      // What the database does is told by the commands themselves; the migrator would print beside them.
      logger: () => undefined,
    }),
  );
}

const databaseName = (url: string): string =>
  decodeURIComponent(new URL(url.replace(/^socket:/, 'postgres:')).pathname.slice(1));

export async function migrate(orm: MikroORM): Promise<void> {
  await orm.migrator.up();
}

export async function pendingMigrations(orm: MikroORM): Promise<number> {
  return (await orm.migrator.getPending()).length;
}
