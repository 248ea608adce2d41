/** MikroORM for one service: its entities in its own PostgreSQL schema, and the migrations that brought it there. */
import type { EntityClass, EntityMetadata } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { indexesOf } from '../model/indexes.js';
import { storeDictionary } from '../dataset/store-dictionary.js';
import { ensureHistories } from '../ledger/history-tables.js';
import { indexLedger } from '../ledger/ledger-indexes.js';
import { ensureLedger } from '../ledger/ledger-tables.js';
import { ensureSearchFunctions } from './search-functions.js';

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
      entities: [...published(definition), ...definition.values] as EntityClass<object>[],
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
        ignoreSchema: ['public', 'information_schema', 'hub', ...foreignSchemas],
        skipTables: [MIGRATION_TABLE, /_history$/],
        // Those that keep the histories are made with the histories.
        ignoreTriggers: true,
      },
      pool: { min: 0, max: 4 },
      forceUtcTimezone: true,
      // What the database does is told by the commands themselves; the migrator would print beside them.
      logger: () => undefined,
      discovery: { onMetadata: declareIndexes },
    }),
  );
}

/** The hub's own records are tables of the ledger, which no service migrates. */
const published = ({ entities }: ServiceDefinition): Class[] => entities.filter((entity) => !modelOf(entity).ledger);

/** The derived indexes, told to MikroORM so that migrations make them. */
function declareIndexes(meta: EntityMetadata): void {
  if (meta.embeddable) return;
  for (const { name, definition } of indexesOf(modelOf(meta.class as unknown as Class)))
    meta.indexes.push({
      name,
      expression: (_columns: unknown, table: { qualifiedName: string }) =>
        `create index "${name}" on ${quoteQualified(table.qualifiedName)} ${definition}`,
    } as (typeof meta.indexes)[number]);
}

const quoteQualified = (name: string): string =>
  name
    .replaceAll('"', '')
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');

const databaseName = (url: string): string =>
  decodeURIComponent(new URL(url.replace(/^socket:/, 'postgres:')).pathname.slice(1));

/** Brings a service's tables up to date, then their histories, which follow from them. */
export async function migrate(orm: MikroORM, definition: ServiceDefinition, databaseUrl: string): Promise<void> {
  await migrateTables(orm, databaseUrl);
  await withClient(databaseUrl, async (client) => {
    await ensureHistories(client, definition.name, published(definition));
    await storeDictionary(client, definition.name, definition.datasets);
    await indexLedger(
      client,
      definition.entities.map((entity) => modelOf(entity)),
    );
  });
}

/** The functions first: generated columns, defaults and indexes of the migrations use them. */
export async function migrateTables(orm: MikroORM, databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await ensureSearchFunctions(client);
    await ensureLedger(client);
  });
  await orm.migrator.up();
}

async function withClient(databaseUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

export async function pendingMigrations(orm: MikroORM): Promise<number> {
  return (await orm.migrator.getPending()).length;
}
