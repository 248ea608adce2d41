/** The databases the benches read: the sample city, ten times and a hundred times over; built once, then reused. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCity } from '../../../hub/city-file.js';
import { withClient } from '../../../hub/import-place.js';
import { loadFolder } from '../../../hub/load-folder.js';
import { ensureRegions } from '../../../hub/load-regions.js';
import { SERVICES } from '../../../gateway/services.js';
import { generateSample } from '../../../sample/generate.js';
import type { City } from '../../../subgraph/city.js';
import { startDatabase } from '../../../subgraph/database/embedded.js';
import { createService } from '../../../subgraph/service.js';
import { ROOT } from '../root.js';
import { multiply } from './multiply.js';

const DATA_DIR = path.join(ROOT, '.data', 'bench');
const SAMPLE = path.join(DATA_DIR, 'sample');

/** Of the sample: twice its usual size has more than a thousand suppliers. */
const SCALE = 2;

/** Tenders in each database. */
export const SIZES = { small: 26_500, large: 265_000 } as const;
export type Size = keyof typeof SIZES;

/** Its own work while others measure would be counted as theirs, and workers of a query belong to no connection. */
const QUIET = [
  'autovacuum=off',
  'max_parallel_workers_per_gather=0',
  'max_parallel_maintenance_workers=0',
  'io_method=sync',
];

/** PostGraphile has a search of one's own making as a function of the database: this one uses the hub's index. */
const SEARCH = `
create schema if not exists bench;
create or replace function bench.search_processes(word text) returns setof procurement.contracting_process
language sql stable as $$
  select p.* from procurement.contracting_process p
  where hub.bigrams(p.search_text) @> hub.bigrams(hub.fold_text(word)) and strpos(p.search_text, hub.fold_text(word)) > 0
$$;
comment on function bench.search_processes is '@behavior +order'`;

export interface BenchDatabase extends AsyncDisposable {
  readonly urls: Readonly<Record<Size, string>>;
  readonly city: City;
}

type Log = (line: string) => void;

/** The large one takes minutes to build, and not every bench needs it. */
export async function openBenchDatabase(log: Log, largest: Size = 'large'): Promise<BenchDatabase> {
  mkdirSync(DATA_DIR, { recursive: true });
  const database = await startDatabase({ dataDir: DATA_DIR, log, settings: QUIET });
  const urls = { small: within(database.url, 'bench_small'), large: within(database.url, 'bench_large') };
  try {
    if (!isBuilt('small')) await buildSmall(database.url, urls, log);
    if (largest === 'large' && !isBuilt('large')) await buildLarge(database.url, urls, log);
    for (const size of largest === 'large' ? (['small', 'large'] as const) : (['small'] as const))
      await withClient(urls[size], (client) => client.query(SEARCH));
  } catch (error) {
    await database.stop();
    throw error;
  }
  const city = readCity(SAMPLE);
  if (!city) throw new Error('the sample has no city.yaml');
  return { urls, city, [Symbol.asyncDispose]: () => database.stop() };
}

/** The same server's database of that name. */
function within(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** What the rows depend on: another table layout or another sample asks for another build. */
function fingerprint(): string {
  const hash = createHash('sha1').update(JSON.stringify({ SIZES, SCALE }));
  const folders = ['dist/sample', ...SERVICES.map(({ name }) => `dist/services/${name.replace('_', '-')}/migrations`)];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true })
      .filter((file) => String(file).endsWith('.js'))
      .sort()
      .map((file) => path.join(ROOT, folder, String(file))),
  );
  for (const file of [...files, path.join(ROOT, 'test/bench/data/multiply.ts')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

const mark = (size: Size): string => path.join(DATA_DIR, `built-${size}`);
const isBuilt = (size: Size): boolean => existsSync(mark(size)) && readFileSync(mark(size), 'utf8') === fingerprint();

function stopwatch(log: Log): Log {
  const began = performance.now();
  return (line) => log(`[${((performance.now() - began) / 1000).toFixed(0)} s] ${line}`);
}

async function buildSmall(url: string, urls: BenchDatabase['urls'], log: Log): Promise<void> {
  const said = stopwatch(log);
  for (const size of ['small', 'large'] as const) rmSync(mark(size), { force: true });
  for (const size of ['small', 'large'] as const)
    await withClient(url, (client) => client.query(`drop database if exists bench_${size} with (force)`));
  said('writing the sample city');
  await generateSample({ seed: 1, scale: SCALE, out: SAMPLE });
  await withClient(url, (client) => client.query('create database bench_small'));
  for (const definition of SERVICES) {
    await using service = await createService(definition, { databaseUrl: urls.small, cursorSecret: 'bench' });
    await service.migrate();
  }
  said('loading it');
  await withClient(urls.small, async (client) => {
    await ensureRegions(client);
    await loadFolder(client, SAMPLE, () => undefined);
  });
  said(`copying it to ${SIZES.small} tenders`);
  await withClient(urls.small, (client) => multiply(client, SIZES.small, 's'));
  said('built');
  writeFileSync(mark('small'), fingerprint());
}

async function buildLarge(url: string, urls: BenchDatabase['urls'], log: Log): Promise<void> {
  const said = stopwatch(log);
  await withClient(url, (client) => client.query('drop database if exists bench_large with (force)'));
  await withClient(url, (client) =>
    client.query('create database bench_large template bench_small strategy file_copy'),
  );
  said(`copying it to ${SIZES.large} tenders`);
  await withClient(urls.large, (client) => multiply(client, SIZES.large, 'l'));
  await withClient(url, (client) => client.query('checkpoint'));
  said('built');
  writeFileSync(mark('large'), fingerprint());
}
