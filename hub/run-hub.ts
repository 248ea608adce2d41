import { inProcess } from '../gateway/transport.js';
import { type Gateway, createGateway } from '../gateway/server.js';
import { SERVICES } from '../gateway/services.js';
import { type Database, startDatabase } from '../subgraph/database/embedded.js';
import type { Service } from '../subgraph/service.js';
import type { Config } from './config.js';
import { explorerFolder } from './explorer-bundle.js';
import { listening } from './listening.js';
import { closeAll, createServices, migrateAll } from './local-services.js';
import type { Progress } from './progress.js';
import { supergraphOf } from './schema-files.js';

/** Everything in one process: database, services, gateway. */
export interface Hub extends AsyncDisposable {
  /** `http://host:port`, where the gateway listens. */
  readonly url: string;
  readonly database: Database;
  readonly services: readonly Service[];
  /** Stops in order: no new requests, answers under way, services, the database last. */
  close(): Promise<void>;
}

export interface HubOptions {
  /** Runs before the services are created: they read what it writes. */
  readonly prepare?: (database: Database) => Promise<void>;
  /** Runs between the migrations and the first request; the services hold an empty or a filled database. */
  readonly fill?: (hub: Pick<Hub, 'services' | 'database'>) => Promise<void>;
  /** Aborted when somebody wants the hub to end before it has started. */
  readonly signal?: AbortSignal;
  /** Told of the database as soon as it runs: it outlives a process that ends in disorder. */
  readonly onDatabase?: (database: Database) => void;
}

/** Starts the whole hub; what was started is stopped again when a later step fails. */
export async function runHub(config: Config, progress: Progress, options: HubOptions = {}): Promise<Hub> {
  const { log, step } = progress;
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const stop of undo.splice(0).toReversed()) await stop().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    const database = await startDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log });
    undo.push(() => database.stop());
    options.onDatabase?.(database);
    options.signal?.throwIfAborted();
    await options.prepare?.(database);
    options.signal?.throwIfAborted();
    const services = await step('连接各领域服务 / connecting the services', () =>
      createServices(SERVICES, config, database.url),
    );
    undo.push(() => closeAll(services));
    await step('更新数据表结构 / migrating the tables', () => migrateAll(services));
    options.signal?.throwIfAborted();
    await options.fill?.({ services, database });
    options.signal?.throwIfAborted();
    const gateway = await step('合成总图 / composing the graph', () => openGateway(config, services, log));
    undo.push(() => gateway.close());
    const { url } = await listening(config, () => gateway.listen(config));
    return { url, database, services, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

const openGateway = (config: Config, services: readonly Service[], log: (line: string) => void): Promise<Gateway> =>
  createGateway({
    supergraph: supergraphOf(services),
    transports: services.map((service) => inProcess(service)),
    production: config.production,
    introspection: config.introspection,
    explorer: explorerFolder,
    log,
  });
