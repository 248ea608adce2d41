import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Attachment, attach } from './embedded-attachment.js';
import { checkGivenServer } from './embedded-given.js';
import { findPlace, type Place } from './embedded-place.js';
import { DatabaseProblem } from './embedded-problem.js';
import { ensureServer, isStartingOrStopping, type RunningServer, stopServer } from './embedded-server.js';

export { DatabaseProblem } from './embedded-problem.js';

/** Where the hub's rows are kept, and what to tell whoever waits. */
export interface DatabaseOptions {
  /** Holds the built-in server's cluster in `pg/`. */
  readonly dataDir: string;
  /** A server of the operator's: nothing is started or stopped then. */
  readonly databaseUrl?: string | undefined;
  readonly log: (line: string) => void;
  /** Further settings of the built-in server, `name=value`. */
  readonly settings?: readonly string[] | undefined;
}

/** A database that accepts connections at `url`, readable by `pg`, MikroORM and `psql`. */
export interface Database extends AsyncDisposable {
  readonly url: string;
  /** How the server came to run: by this call, by an earlier command, or by the operator. */
  readonly origin: 'started' | 'found' | 'given';
  /** Ends this process's use; the built-in server stops with its last user. */
  stop(): Promise<void>;
}

/** What suits one machine: no compilation of queries that take a millisecond, room for six pools, disks without seek. */
const SETTINGS = [
  'jit=off',
  'max_connections=200',
  'random_page_cost=1.1',
  'shared_buffers=192MB',
  'max_wal_size=2GB',
  'timezone=UTC',
];

/** Gives a database: the operator's if there is one, else the built-in server, started or shared with other commands. */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl } = options;
  if (databaseUrl !== undefined) {
    await checkGivenServer(databaseUrl);
    const stop = async (): Promise<void> => undefined;
    return { url: databaseUrl, origin: 'given', stop, [Symbol.asyncDispose]: stop };
  }
  if (process.platform === 'win32') {
    throw new DatabaseProblem(
      '内置的 PostgreSQL 用于 Linux 和 macOS；在 Windows 上请使用 WSL，或用 DATABASE_URL 指定一台 PostgreSQL 18 服务器',
      'the built-in PostgreSQL runs on Linux and macOS; on Windows use WSL, or point DATABASE_URL at a PostgreSQL 18 server',
    );
  }
  return useBuiltIn(options);
}

async function useBuiltIn({ dataDir, log, settings = [] }: DatabaseOptions): Promise<Database> {
  const place = findPlace(path.resolve(dataDir), log);
  let isStopping = false;
  let regaining: Promise<void> | undefined;
  const hold = (): Promise<Held> => takeHold(place, [...SETTINGS, ...settings], onLost);
  /** The server went away beneath us: it was killed, or it restarted after a crash of one of its processes. */
  const onLost = (): void => {
    if (isStopping) return;
    log('与内置 PostgreSQL 的连接中断，正在恢复 … / lost the built-in PostgreSQL, bringing it back …');
    regaining = hold().then(
      (again) => void (held = again),
      (error: unknown) => log(error instanceof Error ? error.message : String(error)),
    );
  };
  const release = async (): Promise<void> => {
    isStopping = true;
    await regaining;
    const isLast = await held.attachment.leave().catch(() => false);
    if (isLast) await stopServer(place, held.server.pid);
    await held.attachment.close();
  };

  const notice = setTimeout(() => log('正在启动内置的 PostgreSQL … / starting the built-in PostgreSQL …'), 1_000);
  let held = await hold().finally(() => clearTimeout(notice));
  const { url, isOurs } = held.server;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= release());
  return { url, origin: isOurs ? 'started' : 'found', stop, [Symbol.asyncDispose]: stop };
}

/** A running server and this process's hold on it. */
interface Held {
  readonly server: RunningServer;
  readonly attachment: Attachment;
}

/** Runs the server and takes hold of it; begins again when its last user stops it between the two. */
async function takeHold(place: Place, settings: readonly string[], onLost: () => void): Promise<Held> {
  for (let attempt = 1; ; attempt++) {
    const server = await ensureServer(place, settings);
    try {
      return { server, attachment: await attach(server.url, onLost) };
    } catch (error) {
      if (attempt >= 100 || !isStartingOrStopping(error)) throw error;
      await sleep(50);
    }
  }
}
