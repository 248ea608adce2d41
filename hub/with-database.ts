import { type Database, startDatabase } from '../subgraph/database/embedded.js';
import type { Config } from './config.js';
import { listenForStop } from './stop-signal.js';

/**
 * Does a command's work on the hub's database, beside a running hub or alone. A signal ends the work: its
 * transaction rolls back with the connection, and the built-in server stops unless others use it.
 */
export async function withDatabase<T>(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  log: (line: string) => void,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  using stop = listenForStop(log);
  await using database = await startDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log });
  stop.onForce(() => database.stop());
  const interrupted = stop.asked.then(async (): Promise<never> => {
    await database.stop();
    process.exit(130);
  });
  return await Promise.race([work(database), interrupted]);
}
