/** What was measured on and with what: figures mean nothing without it. */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { packageOf } from '../peers.js';
import { ROOT } from '../root.js';

export interface Machine {
  readonly processor: string;
  readonly memory: string;
  readonly system: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Rows of the tables that the cases read, in the larger and the smaller database. */
  readonly rows: Readonly<Record<string, readonly [number, number]>>;
  readonly size: string;
}

const OURS = ['@apollo/server', 'graphql', 'pg', '@mikro-orm/postgresql', 'dataloader'];
const PEERS = ['postgraphile', 'postgraphile-plugin-connection-filter', '@graphile/pg-aggregates'];
const TABLES = ['contracting_process', 'tender', 'bid', 'contract', 'contract_supplier'];

export async function describeMachine(large: Client, small: Client): Promise<Machine> {
  const { rows: about } = await large.query<{ version: string; size: string }>(
    `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  const rows: Record<string, [number, number]> = {};
  for (const table of TABLES) rows[table] = [await count(large, table), await count(small, table)];
  const [processor] = os.cpus();
  return {
    processor: `${os.cpus().length} × ${processor?.model.trim() || os.arch()}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release().split('-')[0]}`,
    versions: {
      'Node.js': process.version.slice(1),
      PostgreSQL: about[0]?.version ?? '',
      ...Object.fromEntries(OURS.map((name) => [name, version(path.join(ROOT, 'node_modules', name))])),
      ...Object.fromEntries(PEERS.map((name) => [name, version(folderOf(name))])),
    },
    rows,
    size: about[0]?.size ?? '',
  };
}

const version = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** A package may keep its package.json to itself; its folder is found from its entry. */
function folderOf(name: string): string {
  const entry = packageOf().resolve(name);
  return path.join(entry.slice(0, entry.lastIndexOf(`${path.sep}node_modules${path.sep}`)), 'node_modules', name);
}

async function count(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from procurement.${table}`);
  return rows[0]?.count ?? 0;
}
