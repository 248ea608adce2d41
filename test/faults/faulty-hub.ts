import { mkdirSync, mkdtempSync, chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { stringify } from 'yaml';
import { SERVICES } from '../../gateway/services.js';
import { startDatabase } from '../../subgraph/database/embedded.js';
import { readPostmaster } from '../../subgraph/database/embedded-postmaster.js';
import { type Verification, verifyLog } from '../../subgraph/ledger/verify-log.js';
import { type CommandResult, spawnHub, tryHubCommand } from '../kit/hub-command.js';
import { WHOLE_VERSION } from './versioned-file.js';

const CITY = {
  name: '阳光市',
  nameEn: 'Sunshine City',
  regionCode: '349900',
  level: 'PREFECTURE',
  jurisdiction: 'CN-349900',
  currency: 'CNY',
  sample: false,
  thresholds: {},
};

export type Victim = 'Node' | 'PostgreSQL';

/** Milliseconds from the command's start, or from the first word that it says, which is after its commit. */
export interface Moment {
  readonly from: 'start' | 'word';
  readonly delay: number;
}

/** What stands after a kill. */
export interface Aftermath {
  readonly version: number | null;
  readonly rows: number;
  readonly verification: Verification;
}

/** A hub of its own with the built-in server, whose commands are real processes. */
export class FaultyHub implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'hub-faults-'));
  readonly #variables = { HUB_DATA_DIR: this.folder, HUB_SAMPLE: 'off' };

  constructor() {
    // PostgreSQL steps down from root to a user who has to pass through.
    chmodSync(this.folder, 0o711);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(path.join(this.folder, 'city.yaml'), stringify(CITY, { defaultStringType: 'QUOTE_DOUBLE' }));
  }

  run(...args: string[]): Promise<CommandResult> {
    return tryHubCommand(args, this.#variables);
  }

  /** Imports and kills after a while, from its start or from its first word; false when the command had ended before. */
  async killDuring(file: string, victim: Victim, { from, delay }: Moment): Promise<boolean> {
    const child = spawnHub(['import', 'registry.legal-persons', file], this.#variables);
    const spoken = child.stdout ? once(child.stdout, 'data') : Promise.resolve();
    child.stdout?.resume();
    child.stderr?.resume();
    const exited = once(child, 'exit').then(() => true);
    if (from === 'word') await Promise.race([exited, spoken]);
    if (await Promise.race([exited, sleep(delay, false)])) return false;
    if (victim === 'Node') child.kill('SIGKILL');
    else this.#killServer();
    // A command whose server died ends by itself.
    if (!(await Promise.race([exited, sleep(60_000, false)]))) {
      child.kill('SIGKILL');
      await exited;
      throw new Error('a command whose server was killed still runs after a minute');
    }
    return true;
  }

  #killServer(): void {
    const pid = readPostmaster(path.join(this.folder, 'pg', 'data'))?.pid;
    if (pid === undefined) return;
    for (const each of [pid, ...childrenOf(pid)])
      try {
        process.kill(each, 'SIGKILL');
      } catch {
        // It ended in between.
      }
  }

  /** Brings the server back and looks at everything. */
  async look(): Promise<Aftermath> {
    await using database = await startDatabase({ dataDir: this.folder, log: () => undefined });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ version: number | null; rows: number }>(WHOLE_VERSION);
      return {
        version: rows[0]?.version ?? null,
        rows: rows[0]?.rows ?? 0,
        verification: await verifyLog(client, SERVICES),
      };
    } finally {
      await client.end();
    }
  }

  /** How long an import takes, and after how long it commits. */
  async time(file: string): Promise<{ whole: number; commit: number }> {
    await using database = await startDatabase({ dataDir: this.folder, log: () => undefined });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const entries = async (): Promise<string | undefined> =>
      (await client.query<{ n: string }>('select count(*) as n from hub.log')).rows[0]?.n;
    const before = await entries();
    const began = performance.now();
    const state = { isOver: false };
    const run = this.run('import', 'registry.legal-persons', file).finally(() => (state.isOver = true));
    let commit = 0;
    while (!state.isOver && !commit) {
      await sleep(20);
      if ((await entries()) !== before) commit = performance.now() - began;
    }
    const { status, output } = await run;
    await client.end();
    if (status !== 0) throw new Error(`the import that is only timed fails:\n${output}`);
    const whole = performance.now() - began;
    return { whole, commit: commit || whole };
  }

  /** Copies of the handed-in files are not looked at, and there would be many. */
  forgetFiles(): void {
    rmSync(path.join(this.folder, 'files'), { recursive: true, force: true });
  }

  [Symbol.dispose](): void {
    this.#killServer();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return new RegExp(`\\) \\S (\\d+)`).exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1] === String(pid);
      } catch {
        return false;
      }
    })
    .map(Number);
}
