import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database for one test file. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  /** Rows of a statement, every value as PostgreSQL prints it: JavaScript would round numbers and shift dates. */
  sql<Row = Record<string, string | null>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The run's databases to copy: `empty` is migrated, `sample` holds the sample city. */
export type Template = 'empty' | 'sample';

/** A copy of the run's sample city that no test changes: whoever only reads shares it. */
export const SHARED_SAMPLE = 'sample_shared';

/** Gives a database of the caller's own, to write to. */
export async function copyDatabase(template: Template): Promise<TestDatabase> {
  const server = inject('server').url;
  const name = `t_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(server, name, template);
  return openDatabase(url, () => inDatabase(server, (client) => client.query(`drop database "${name}" with (force)`)));
}

/** Gives the sample city to read. */
export const sharedSample = (): TestDatabase => openDatabase(databaseUrl(inject('server').url, SHARED_SAMPLE));

function openDatabase(url: string, drop?: () => Promise<unknown>): TestDatabase {
  const options = drop ? '' : '-c default_transaction_read_only=on';
  const types = { getTypeParser: () => (text: string) => text };
  const pool = new pg.Pool({ connectionString: url, max: 2, types, options });
  pool.on('error', () => undefined);
  return {
    url,
    async sql<Row>(text: string, values: readonly unknown[] = []) {
      return (await pool.query(text, [...values])).rows as Row[];
    },
    async [Symbol.asyncDispose]() {
      await pool.end();
      await drop?.();
    },
  };
}

/** Creates a database beside the one at `serverUrl` and gives its address. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<string> {
  const from = template === undefined ? '' : ` template "${template}" strategy file_copy`;
  await inDatabase(serverUrl, (client) => client.query(`create database "${name}"${from}`));
  return databaseUrl(serverUrl, name);
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Does some work on a connection of its own. */
export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
