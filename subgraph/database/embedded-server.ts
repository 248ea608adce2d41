import type { ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, rmdirSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, findBinaries } from './embedded-binaries.js';
import { createCluster, ROLE, serverLog, spawnServer } from './embedded-cluster.js';
import { isRefused } from './embedded-folder.js';
import type { Place } from './embedded-place.js';
import { isAlive, isBeingWritten, isServing, readPostmaster, removeStale } from './embedded-postmaster.js';
import { DatabaseProblem } from './embedded-problem.js';

/** The database of the built-in server that holds every service's schema. */
const DATABASE = 'hub';

/** After a crash the server first replays its log; longer than this it is taken for broken. */
const PATIENCE_MS = 120_000;

/** A server that accepts connections, and whether this call started it. */
export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  readonly isOurs: boolean;
}

/** The address as both `pg` and MikroORM read it: the socket's folder stands percent-encoded in the host. */
export const socketUrl = (folder: string, database = DATABASE): string =>
  `postgresql://${ROLE}@${encodeURIComponent(folder)}:5432/${database}`;

/** Finds the cluster's running server or starts one; several commands may do this at once. */
export async function ensureServer(place: Place, settings: readonly string[]): Promise<RunningServer> {
  const deadline = Date.now() + PATIENCE_MS;
  let binaries: Binaries | undefined;
  let child: ChildProcess | undefined;
  let logStart = 0;
  for (;;) {
    const found = readPostmaster(place.data);
    if (found && isServing(found, place.data)) {
      if (found.socketFolder !== '' && (await isAccepting(found.socketFolder))) {
        return { url: socketUrl(found.socketFolder), pid: found.pid, isOurs: found.pid === child?.pid };
      }
    } else if (found) {
      if (!isBeingWritten(found, place.data)) removeStale(found, place.data);
    } else if (!child || child.exitCode !== null || child.signalCode !== null) {
      if (child && !isWorthAnotherTry(place, logStart)) throw didNotStart(place, logStart);
      binaries ??= await findBinaries(place.account);
      await createCluster(place, binaries);
      logStart = statSync(serverLog(place.home), { throwIfNoEntry: false })?.size ?? 0;
      child = spawnServer(place, binaries, settings);
      child.on('error', () => undefined);
    }
    if (Date.now() > deadline) throw didNotStart(place, logStart);
    await sleep(20);
  }
}

async function isAccepting(folder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: socketUrl(folder, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
    return true;
  } catch (error) {
    if (isStartingOrStopping(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Errors that pass by themselves: no socket yet, starting up, shutting down, another command creating the database. */
export function isStartingOrStopping(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03', '42P04', '23505', '55006'].includes(code))
    return true;
  return error instanceof Error && error.message.startsWith('Connection terminated');
}

/** Another command was faster, processes of a killed server are on their way out, or one has just cleaned up. */
const isWorthAnotherTry = (place: Place, from: number): boolean =>
  /lock file ".*" already exists|shared memory block .* is still in use|could not create lock file ".*\.s\.PGSQL/.test(
    readLog(place, from),
  );

function readLog({ home }: Place, from: number): string {
  const file = openSync(serverLog(home), 'r');
  try {
    const length = Math.max(0, Math.min(fstatSync(file).size - from, 10_000));
    const text = Buffer.alloc(length);
    readSync(file, text, 0, length, from);
    return text.toString('utf8').trim();
  } finally {
    closeSync(file);
  }
}

const didNotStart = (place: Place, from: number): DatabaseProblem =>
  new DatabaseProblem(
    `内置的 PostgreSQL 没有启动（日志 ${serverLog(place.home)}）：\n${readLog(place, from)}`,
    `the built-in PostgreSQL did not start (log ${serverLog(place.home)})`,
  );

/** Stops the server: open transactions roll back, a checkpoint is written, the processes end, the socket's folder goes. */
export async function stopServer(place: Place, pid: number): Promise<void> {
  const sockets = readPostmaster(place.data)?.socketFolder;
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!isServer(place, pid)) break;
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (isServer(place, pid) && Date.now() < deadline) await sleep(15);
  }
  if (sockets) removeIfEmpty(sockets);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

/** A stopped server has removed its lock file; a number that lives on may be anyone's. */
const isServer = (place: Place, pid: number): boolean => isAlive(pid) && readPostmaster(place.data)?.pid === pid;
