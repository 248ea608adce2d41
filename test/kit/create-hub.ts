import { inject } from 'vitest';
import { readCity } from '../../hub/city-file.js';
import type { City } from '../../subgraph/city.js';
import { startDistributed } from './distributed-hub.js';
import { startEmbedded } from './embedded-hub.js';
import type { RunningHub } from './running-hub.js';
import { copyDatabase, sharedSample, type TestDatabase } from './test-database.js';

export { CURSOR_SECRET, type SentStatement } from './running-hub.js';

/** `embedded`: everything in this process. `distributed`: each service and the gateway a process of its own. */
export type Mode = 'embedded' | 'distributed';

export interface TestHubOptions {
  /** Whether the hub holds the sample city; without it the tables are empty and no city is named. */
  readonly sample?: boolean;
  /** The test changes rows: it gets a database of its own, not the one that all readers share. */
  readonly writes?: boolean;
  /** The city the hub is for; the sample city when it holds that. */
  readonly city?: City;
  readonly production?: boolean;
  /** `reference` answers through graphql-js, in embedded mode. */
  readonly executor?: 'text' | 'reference';
}

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Answer<Data> {
  readonly status: number;
  readonly body: { readonly data?: Data | null; readonly errors?: readonly GraphError[] };
  /** The answer as it came, to look for what must not be in it. */
  readonly text: string;
}

export interface TestHub extends Omit<RunningHub, 'close'>, AsyncDisposable {
  readonly mode: Mode;
  readonly database: TestDatabase;
  /** Asks the gateway over HTTP; `Data` is what the test expects to find. */
  query<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** Any other request to the gateway. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export type CreateHub = (options?: TestHubOptions) => Promise<TestHub>;

/** Starts a hub on a database of the run's server; `await using` stops it and drops what was its own. */
export async function createHub(mode: Mode, options: TestHubOptions = {}): Promise<TestHub> {
  const { sample = true, writes = false, production = false, executor = 'text' } = options;
  const city = options.city ?? (sample ? readCity(inject('server').sampleFolder) : undefined);
  const database = sample && !writes ? sharedSample() : await copyDatabase(sample ? 'sample' : 'empty');
  const start = mode === 'embedded' ? startEmbedded : startDistributed;
  const hub = await start({ databaseUrl: database.url, city, production, executor }).catch(async (error: unknown) => {
    await database[Symbol.asyncDispose]();
    throw error;
  });
  const reach = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, hub.url), init);
  return {
    mode,
    database,
    url: hub.url,
    takeStatements: () => hub.takeStatements(),
    stopService: (name) => hub.stopService(name),
    fetch: reach,
    async query<Data>(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) {
      const response = await reach('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, body: JSON.parse(text) as Answer<Data>['body'], text };
    },
    async [Symbol.asyncDispose]() {
      await hub.close();
      await database[Symbol.asyncDispose]();
    },
  };
}
