import { readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

/** What a running server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly text: string;
}

/** The server that the cluster's lock file names; undefined when there is no such file. */
export function readPostmaster(data: string): Postmaster | undefined {
  const text = readText(path.join(data, 'postmaster.pid'));
  if (text === undefined) return undefined;
  const [pid, , , , socketFolder] = text.split('\n');
  return { pid: Number(pid), socketFolder: socketFolder ?? '', text };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** True for a lock file that a server made this moment and has not filled yet. */
export function isBeingWritten(postmaster: Postmaster, data: string): boolean {
  const made = statSync(path.join(data, 'postmaster.pid'), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return !postmaster.text.includes('\n') && Date.now() - made < 2_000;
}

/**
 * True when the process that the lock file names is the server of this cluster. A process number alone says
 * nothing after a reboot or in a container, where numbers are used again.
 */
export function isServing(postmaster: Postmaster, data: string): boolean {
  if (!isAlive(postmaster.pid)) return false;
  const folder = workingFolder(postmaster.pid);
  return folder === undefined ? commandOf(postmaster.pid).includes(data) : folder === realpathSync(data);
}

/** True while the process exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A server works in its cluster's folder; systems without /proc tell the command line instead. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

const commandOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';

/**
 * Removes the lock file of a server that is no more. It is moved aside first and put back if another command
 * has started a server in the meantime.
 */
export function removeStale(stale: Postmaster, data: string): void {
  const file = path.join(data, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  if (readText(aside) === stale.text) rmSync(aside);
  else renameSync(aside, file);
}
