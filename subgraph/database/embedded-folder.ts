import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Account, canEnter } from './embedded-account.js';
import { DatabaseProblem } from './embedded-problem.js';

/** Folders in which short-lived things may lie, the usual one first. */
export const temporaryFolders = (): string[] => [...new Set([os.tmpdir(), '/tmp', '/var/tmp'])];

/** Sixteen hexadecimal digits that stand for a path. */
export const pathKey = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 16);

/**
 * Makes the folder and its parents with exactly this mode (the umask does not apply), or accepts an existing one
 * only if it belongs to `owner` and nobody else can write in it: in /tmp anyone may have made it first.
 */
export function ownFolder(folder: string, mode: number, owner: Account = {}): void {
  mkdirSync(folder, { recursive: true, mode });
  const own = process.getuid?.();
  const found = lstatSync(folder);
  const foreign = own !== undefined && found.uid !== own && found.uid !== owner.uid;
  if (!found.isDirectory() || foreign || (found.mode & 0o022) !== 0) {
    throw new DatabaseProblem(
      `${folder} 不属于当前用户，不能使用`,
      `${folder} belongs to another user and is not used`,
    );
  }
  if (owner.uid !== undefined && owner.gid !== undefined && found.uid !== owner.uid) {
    chownSync(folder, owner.uid, owner.gid);
  }
  if ((found.mode & 0o777) !== mode) chmodSync(folder, mode);
}

/** The longest name a unix socket may have is 104 bytes on macOS, 108 on Linux. */
const LONGEST_FOLDER = 100 - Buffer.byteLength('/.s.PGSQL.5432');

/**
 * The folder of the server's socket: short however long the checkout's path is, closed to other users,
 * and the same for the same cluster.
 */
export function socketFolder(data: string, account: Account): string {
  const name = `sunshine-graph-${pathKey(data)}`;
  for (const parent of temporaryFolders()) {
    const folder = path.join(parent, name);
    if (Buffer.byteLength(folder) > LONGEST_FOLDER || !canEnter(account, parent)) continue;
    try {
      ownFolder(folder, 0o700, account);
      return folder;
    } catch (error) {
      if (!(error instanceof DatabaseProblem) && !isRefused(error)) throw error;
    }
  }
  throw new DatabaseProblem(
    `找不到可放置数据库套接字的临时目录（已尝试 ${temporaryFolders().join('、')}）`,
    `no temporary folder can hold the database socket (tried ${temporaryFolders().join(', ')})`,
  );
}

/** True for the errors with which a file system refuses a folder: the next candidate is tried. */
export function isRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY', 'ENOSPC'].includes(code);
}
