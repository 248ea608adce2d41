/** A variant under measurement: its process, its connections, and what both have used of the processors. */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Agent } from 'node:http';
import type { Client } from 'pg';
import type { City } from '../../../subgraph/city.js';
import { READ_SETTINGS } from '../../../subgraph/database/read-pool.js';
import { ROOT } from '../root.js';
import { post } from './load.js';
import type { VariantSetting } from './variants/begin.js';

export const VARIANTS = ['raw', 'hub', 'postgraphile', 'resolvers'] as const;
export type VariantName = (typeof VARIANTS)[number];

const POOL_SIZE = 8;

export interface Variant extends AsyncDisposable {
  readonly name: VariantName;
  readonly url: string;
  ask(body: object): Promise<unknown>;
  /** Milliseconds of processor time used so far. */
  used(): Promise<Used>;
}

export interface Used {
  readonly node: number;
  readonly postgres: number;
}

/** @param admin a connection of nobody's, which sees all connections of the server */
export async function startVariant(
  name: VariantName,
  label: string,
  databaseUrl: string,
  city: City,
  admin: Client,
): Promise<Variant> {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', label);
  const setting: VariantSetting = { databaseUrl: url.href, city, poolSize: POOL_SIZE, sessionOptions: READ_SETTINGS };
  const child = fork(
    path.join(ROOT, 'dist', 'test', 'bench', 'read', 'variants', `${name}.js`),
    [JSON.stringify(setting)],
    {
      env: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
      execArgv: [],
    },
  );
  const listening = await started(child, label);
  const agent = new Agent({ keepAlive: true });
  const backends = new Map<number, number>();
  return {
    name,
    url: listening,
    async ask(body) {
      const text = await post(listening, agent, JSON.stringify(body));
      const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
      if (answer.errors || answer.data === undefined) throw new Error(`${label}: ${text.slice(0, 2000)}`);
      return answer.data;
    },
    async used() {
      const { rows } = await admin.query<{ pid: number }>(
        'select pid from pg_stat_activity where application_name = $1',
        [label],
      );
      for (const { pid } of rows) backends.set(pid, ranFor(pid) ?? backends.get(pid) ?? 0);
      return { node: ticks(child.pid ?? 0), postgres: [...backends.values()].reduce((sum, each) => sum + each, 0) };
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function started(child: ChildProcess, label: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url));
    child.once('exit', (code) => reject(new Error(`${label} ended (${code}) before it listened`)));
  });
}

/** A connection's server process has one thread: the scheduler's own count is exact to the nanosecond. */
function ranFor(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}

/** All threads of a process, also those that ended: user and system, in hundredths of a second. */
function ticks(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
