import { readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { DatabaseProblem } from './embedded-problem.js';

/** The account that PostgreSQL runs under; empty when it is the account of this process. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** True where PostgreSQL would refuse to run under this process's own account. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * PostgreSQL refuses uid 0. Root steps down to the owner of an existing cluster, else to `postgres`,
 * else to `nobody`, which every system has.
 */
export function serverAccount(data: string): Account {
  if (!isRoot()) return {};
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (!row) {
    throw new DatabaseProblem(
      '以 root 运行，而系统中没有 postgres 或 nobody 用户，PostgreSQL 不能以 root 启动',
      'running as root, and the system has no postgres or nobody user for PostgreSQL to step down to',
    );
  }
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** The environment of every PostgreSQL process: nothing of ours leaks into the server. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * True when the account can enter the folder. The kernel is asked, not the mode bits: access lists and
 * mount options count too.
 */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  const shell = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' });
  return shell.status === 0;
}
