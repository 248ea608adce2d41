import { Client } from 'pg';
import { SERVICES } from '../gateway/services.js';
import { type Config, readConfig } from './config.js';
import { closeAll, createServices, migrateAll } from './local-services.js';
import { withDatabase } from './with-database.js';

/** What a command that changes data works with. */
export interface ImportPlace {
  /** Outside a transaction; the importers begin and end theirs. */
  readonly client: Client;
  readonly databaseUrl: string;
  readonly config: Config;
}

/** Runs `work` on the hub's migrated database, beside a running hub or alone. */
export function atImportPlace<T>(work: (place: ImportPlace) => Promise<T>): Promise<T> {
  const config = readConfig();
  return withDatabase(
    config,
    (line) => console.error(line),
    async ({ url }) => {
      const services = await createServices(SERVICES, config, url);
      await migrateAll(services).finally(() => closeAll(services));
      return withClient(url, (client) => work({ client, config, databaseUrl: url }));
    },
  );
}

export async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  // A lost connection fails the statement under way; the event alone must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("set timezone to 'UTC'");
    return await work(client);
  } finally {
    await client.end();
  }
}
