import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { CURSOR_SECRET } from '../kit/create-hub.js';
import { spawnHub } from '../kit/hub-command.js';
import { copyDatabase } from '../kit/test-database.js';
import { multiplyBids } from './many-bids.js';

const ROWS = 1_000_000;
const MOST_GROWTH_MB = 100;

/** Reads to the end and keeps only the size and the last lines. */
async function download(url: URL): Promise<{ bytes: number; end: string }> {
  const call = request(url);
  call.end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let bytes = 0;
  let end = '';
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    end = (end + chunk.toString('latin1')).slice(-500);
  }
  return { bytes, end: Buffer.from(end, 'latin1').toString() };
}

it.each([
  ['csv', /# (\d+) 行 \/ rows/],
  ['ndjson', /"count":(\d+),"complete":true/],
])('a million rows as %s pass through a service that does not grow', { timeout: 180_000 }, async (format, ending) => {
  await using database = await copyDatabase('sample');
  await multiplyBids(database, ROWS);
  const variables = {
    DATABASE_URL: database.url,
    PORT: '0',
    HUB_CURSOR_SECRET: CURSOR_SECRET,
    HUB_DATA_DIR: '/nowhere',
  };
  const service = spawnHub(['serve', 'procurement'], variables);
  try {
    let said = '';
    for await (const text of service.stdout?.setEncoding('utf8') ?? []) {
      said += String(text);
      if (said.includes('/graphql')) break;
    }
    const url = new URL(/http:\S+/.exec(said)?.[0] ?? '');
    const memory = (): number =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(service.pid)], { encoding: 'utf8' })) / 1024;
    // A process grows with the first thing it does; what counts is whether it grows with the rows.
    await download(new URL('/export/lots?fields=id', url));
    const before = memory();
    let peak = before;
    const watching = setInterval(() => (peak = Math.max(peak, memory())), 200);
    const began = performance.now();
    const { bytes, end } = await download(new URL(`/export/bids?format=${format}`, url));
    clearInterval(watching);
    const seconds = (performance.now() - began) / 1000;
    const count = Number(ending.exec(end)?.[1]);
    console.log(
      `${format}: ${count} rows, ${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(1)} s; memory ${Math.round(before)} MB before, ${Math.round(peak)} MB at most`,
    );
    expect(count).toBeGreaterThanOrEqual(ROWS);
    const [row] = await database.sql('select count(*) n from procurement.bid');
    expect(count).toBe(Number(row?.['n']));
    expect(peak - before).toBeLessThan(MOST_GROWTH_MB);
  } finally {
    const ended = once(service, 'exit');
    service.kill();
    await ended;
  }
});
