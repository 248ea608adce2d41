import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { serverEnvironment } from './embedded-account.js';
import type { Binaries } from './embedded-binaries.js';
import { socketFolder } from './embedded-folder.js';
import type { Place } from './embedded-place.js';
import { isAlive } from './embedded-postmaster.js';
import { DatabaseProblem } from './embedded-problem.js';

/** The only role of the built-in server: its socket lies in a folder that nobody else can enter. */
export const ROLE = 'hub';

/** The major version that the schema needs (`WITHOUT OVERLAPS`). */
export const MAJOR = 18;

/**
 * Makes the cluster in a folder beside its own and renames it, so that a cluster that exists is whole.
 * Collation is by code point (builtin C.UTF-8); ICU collations are there for queries that ask for them.
 */
export async function createCluster({ home, data, account }: Place, { initdb }: Binaries): Promise<void> {
  if (existsSync(path.join(data, 'PG_VERSION'))) return checkVersion(data);
  removeHalfMade(home);
  const fresh = path.join(home, `data.new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(fresh, account.uid, account.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${ROLE}`, '--auth-local=trust', '--auth-host=reject', '--no-instructions'];
  const run = spawn(initdb, ['-D', fresh, ...locale, ...access], {
    ...account,
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  run.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [status] = (await once(run, 'close')) as [number | null];
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new DatabaseProblem(`数据库初始化失败：${said.trim()}`, `the database could not be created: ${said.trim()}`);
  }
  try {
    renameSync(fresh, data);
  } catch (error) {
    // Another command has made the cluster meanwhile: its is as good.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(path.join(data, 'PG_VERSION'))) throw error;
  }
}

function checkVersion(data: string): void {
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === String(MAJOR)) return;
  throw new DatabaseProblem(
    `${data} 是 PostgreSQL ${version} 的数据，本程序内置的是 ${MAJOR}；请先导出再导入`,
    `${data} was written by PostgreSQL ${version}, the built-in server is ${MAJOR}; dump and restore it first`,
  );
}

/** What a command that was killed while it made the cluster has left. */
function removeHalfMade(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^data\.new-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path.join(home, name), { recursive: true, force: true });
  }
}

/**
 * Starts a server on the cluster. It has a session of its own: a Ctrl-C in the terminal reaches the hub alone,
 * which stops the server last.
 */
export function spawnServer(
  { home, data, account }: Place,
  { postgres }: Binaries,
  settings: readonly string[],
): ChildProcess {
  const sockets = socketFolder(data, account);
  const log = openSync(serverLog(home), 'a', 0o600);
  try {
    const fixed = [
      'listen_addresses=',
      `unix_socket_directories=${sockets}`,
      'port=5432',
      'unix_socket_permissions=0700',
    ];
    const flags = [...fixed, ...settings].flatMap((setting) => ['-c', setting]);
    const server = spawn(postgres, ['-D', data, ...flags], {
      ...account,
      cwd: '/',
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', 'ignore', log],
    });
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

/** The server's own log, begun anew when it has grown past 5 MB. */
export function serverLog(home: string): string {
  const file = path.join(home, 'server.log');
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 5_000_000) renameSync(file, `${file}.1`);
  return file;
}
