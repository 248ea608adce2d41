/** Importing a file, checked and published, beside PostgreSQL's bare COPY of the same file. */
import { execFile } from 'node:child_process';
import { chmodSync, createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { from as copyFrom } from 'pg-copy-streams';
import { stringify } from 'yaml';
import { SERVICES } from '../../../gateway/services.js';
import { withClient } from '../../../hub/import-place.js';
import { analyseAll } from '../../../hub/link-all.js';
import { ensureRegions } from '../../../hub/load-regions.js';
import { startDatabase } from '../../../subgraph/database/embedded.js';
import { verifyLog } from '../../../subgraph/ledger/verify-log.js';
import { createService } from '../../../subgraph/service.js';
import { ROOT } from '../root.js';
import { HEADS, writeInput } from './input-file.js';
import type { Imported } from './import-process.js';

const DATA_DIR = path.join(ROOT, '.data', 'bench-import');
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

export interface ImportRound {
  readonly copy: number;
  readonly fresh: Imported;
  readonly copyAgain: number;
  readonly unchanged: Imported;
  /** Milliseconds of `hub log verify` over all of it. */
  readonly verify: number;
}

export interface ImportCase {
  readonly rows: number;
  readonly bytes: number;
  readonly rounds: readonly ImportRound[];
}

export interface ImportEffort {
  readonly sizes: readonly number[];
  readonly rounds: number;
}

export async function benchImport({ sizes, rounds }: ImportEffort, log: (line: string) => void): Promise<ImportCase[]> {
  mkdirSync(DATA_DIR, { recursive: true });
  chmodSync(DATA_DIR, 0o711);
  writeFileSync(path.join(DATA_DIR, 'city.yaml'), stringify(CITY, { defaultStringType: 'QUOTE_DOUBLE' }));
  await using database = await startDatabase({ dataDir: DATA_DIR, log, settings: ['autovacuum=off'] });
  await prepare(database.url);
  const files = sizes.map((rows) => {
    const ordered = path.join(DATA_DIR, `${rows}.csv`);
    const shuffled = path.join(DATA_DIR, `${rows}-shuffled.csv`);
    writeInput(shuffled, rows, 1);
    return { rows, ordered, shuffled, bytes: writeInput(ordered, rows) };
  });
  const measured = files.map(({ rows, bytes }) => ({ rows, bytes, rounds: [] as ImportRound[] }));
  for (let round = 1; round <= rounds; round++)
    for (const [index, file] of files.entries()) {
      const result = await measure(database.url, file);
      measured[index]?.rounds.push(result);
      log(
        `${round}/${rounds} ${file.rows}: COPY ${Math.round(result.copy)} ms, new ${Math.round(result.fresh.milliseconds)} ms, COPY ${Math.round(result.copyAgain)} ms, unchanged ${Math.round(result.unchanged.milliseconds)} ms, verify ${Math.round(result.verify)} ms`,
      );
    }
  for (const { ordered, shuffled } of files) for (const file of [ordered, shuffled]) rmSync(file);
  return measured;
}

async function measure(url: string, file: { rows: number; ordered: string; shuffled: string }): Promise<ImportRound> {
  const name = 'bench_import';
  const own = databaseUrl(url, name);
  await withClient(url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template bench_import_empty strategy file_copy`);
  });
  const copy = await bareCopy(own, file.ordered);
  const fresh = await importOnce(own, file.ordered);
  if (fresh.changed !== file.rows) throw new Error(`${fresh.changed} rows of ${file.rows} are new`);
  await withClient(own, (client) => analyseAll(client));
  const copyAgain = await bareCopy(own, file.shuffled);
  const unchanged = await importOnce(own, file.shuffled);
  if (unchanged.changed) throw new Error(`${unchanged.changed} rows of an unchanged file are written`);
  const verify = await withClient(own, async (client) => {
    const began = performance.now();
    const { faultCount } = await verifyLog(client, SERVICES);
    if (faultCount) throw new Error('the log does not verify');
    return performance.now() - began;
  });
  rmSync(path.join(DATA_DIR, 'files'), { recursive: true, force: true });
  return { copy, fresh, copyAgain, unchanged, verify };
}

/** What psql's `\copy` does: into a logged table of the file's columns, with its primary key. */
async function bareCopy(url: string, file: string): Promise<number> {
  return withClient(url, async (client) => {
    const columns = HEADS.map((head) => `"${head}" ${head === '成立日期' ? 'date' : 'text'}`).join(', ');
    await client.query('drop table if exists public.bare');
    await client.query(`create table public.bare (${columns}, primary key ("${HEADS[0]}"))`);
    await client.query('checkpoint');
    const began = performance.now();
    await pipeline(createReadStream(file), client.query(copyFrom('copy public.bare from stdin (format csv, header)')));
    const milliseconds = performance.now() - began;
    await client.query('drop table public.bare');
    return milliseconds;
  });
}

async function importOnce(url: string, file: string): Promise<Imported> {
  await withClient(url, (client) => client.query('checkpoint'));
  const program = path.join(import.meta.dirname, 'import-process.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, url, file, DATA_DIR], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout) as Imported;
}

/** A migrated database with the national region codes, to be copied for each round. */
async function prepare(url: string): Promise<void> {
  const name = 'bench_import_empty';
  await withClient(url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
  const own = databaseUrl(url, name);
  for (const definition of SERVICES) {
    await using service = await createService(definition, { databaseUrl: own, cursorSecret: 'bench' });
    await service.migrate();
  }
  await withClient(own, async (client) => {
    await ensureRegions(client);
    await analyseAll(client);
  });
}

function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
