import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, canEnter, isRoot, serverAccount } from './embedded-account.js';
import { isRefused, ownFolder, pathKey, temporaryFolders } from './embedded-folder.js';
import { DatabaseProblem } from './embedded-problem.js';

/** Where the cluster lies and who runs it. */
export interface Place {
  /** Holds the cluster and the server's log; the account can enter it. */
  readonly home: string;
  /** The cluster itself. */
  readonly data: string;
  readonly account: Account;
}

const LOCATION = 'location.txt';
const DATA_DIR = 'data-dir.txt';

/**
 * The cluster lies in `<data dir>/pg`. Where root keeps the data directory in a folder closed to the account that
 * PostgreSQL runs under (a 0700 home), it lies in a state folder with the same life as the data directory,
 * and `<data dir>/pg/location.txt` names it.
 */
export function findPlace(dataDir: string, log: (line: string) => void): Place {
  const pg = path.join(dataDir, 'pg');
  makeFolder(pg);
  const root = realpathSync(dataDir);
  const recorded = readLocation(pg, root);
  if (recorded !== undefined) return at(recorded);
  const place = at(path.join(root, 'pg'));
  if (canEnter(place.account, place.home)) return place;
  if (existsSync(place.data)) throw closed(place.home);
  const state = recordState(pg, root, stateHome(root, place.account));
  log(`${root} 对 PostgreSQL 的运行用户不可读，数据库放在 ${state}`);
  log(`${root} is closed to the user that PostgreSQL runs under; the database lies in ${state}`);
  return at(state);
}

/** Of commands that start at once the first to link its record decides for all. */
function recordState(pg: string, dataDir: string, state: string): string {
  const fresh = path.join(pg, `${LOCATION}.new-${process.pid}`);
  writeFileSync(path.join(state, DATA_DIR), `${dataDir}\n`);
  writeFileSync(fresh, `${state}\n`);
  try {
    linkSync(fresh, path.join(pg, LOCATION));
    return state;
  } catch (error) {
    const other = isRefused(error) ? readLocation(pg, dataDir) : undefined;
    if (other === undefined) throw error;
    rmSync(state, { recursive: true });
    return other;
  } finally {
    rmSync(fresh);
  }
}

function at(home: string): Place {
  const data = path.join(home, 'data');
  const account = serverAccount(data);
  try {
    if (existsSync(data)) accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DatabaseProblem(
      `${data} 属于另一个用户，请以该用户（或 root）运行`,
      `${data} belongs to another user; run as that user, or as root`,
      { cause },
    );
  }
  return { home, data, account };
}

function makeFolder(folder: string): void {
  try {
    // Root's folder lets the server's account pass through; what lies in it is closed by its own mode.
    mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  } catch (cause) {
    if (!isRefused(cause)) throw cause;
    throw new DatabaseProblem(
      `无法创建数据目录 ${folder}，请用 HUB_DATA_DIR 指定可写的目录`,
      `cannot make the data directory ${folder}; set HUB_DATA_DIR to a folder that can be written`,
      { cause },
    );
  }
}

const closed = (home: string): DatabaseProblem =>
  new DatabaseProblem(
    `${home} 中已有数据库，但 PostgreSQL 的运行用户进不去这个目录；请让它的上级目录可以进入（chmod o+x）`,
    `${home} holds a database, but the user that PostgreSQL runs under cannot enter it; let others pass its parents (chmod o+x)`,
  );

/** The recorded state folder; undefined where there is none, or where this data directory is a copy of another. */
function readLocation(pg: string, dataDir: string): string | undefined {
  const record = path.join(pg, LOCATION);
  const home = readLine(record);
  if (home === undefined) return undefined;
  const registered = readLine(path.join(home, DATA_DIR));
  if (registered === undefined) {
    throw new DatabaseProblem(
      `${record} 指向的数据库 ${home} 不存在或无权读取；若要从空库开始，请删除该文件`,
      `the database ${home} named in ${record} is gone or not readable; delete that file to start with an empty one`,
    );
  }
  if (registered === dataDir) return home;
  if (readLine(path.join(registered, 'pg', LOCATION)) === home) {
    rmSync(record);
    return undefined;
  }
  writeFileSync(path.join(home, DATA_DIR), `${dataDir}\n`);
  return home;
}

function readLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0];
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/**
 * Beside other temporary state for a temporary data directory, else where services keep their state. A state folder
 * without a record belongs to a data directory that was removed: it is kept, and not used again.
 */
function stateHome(dataDir: string, account: Account): string {
  const temporary = temporaryFolders().find((folder) => isBelow(folder, dataDir) && canEnter(account, folder));
  const parent = temporary ? path.join(temporary, 'sunshine-graph-state') : '/var/lib/sunshine-graph';
  ownFolder(parent, 0o711);
  for (let number = 1; ; number++) {
    const home = path.join(parent, number === 1 ? pathKey(dataDir) : `${pathKey(dataDir)}-${number}`);
    if (existsSync(home)) continue;
    ownFolder(home, 0o711);
    return home;
  }
}

function isBelow(parent: string, folder: string): boolean {
  if (!statSync(parent, { throwIfNoEntry: false })) return false;
  const relative = path.relative(realpathSync(parent), folder);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}
