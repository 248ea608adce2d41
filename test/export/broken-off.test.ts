import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportBody } from '../../subgraph/export/export-body.js';
import { ndjson } from '../../subgraph/export/ndjson.js';
import { RowCursor } from '../../subgraph/export/row-cursor.js';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { askExport, beginExport, linesOf, readAndBreak, refusalOf } from './ask-export.js';
import { exportSessions, multiplyBids } from './many-bids.js';

/** More than the sockets between both ends hold: a reader that stops stops the cursor. */
const ROWS = 60_000;

async function until(what: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 5_000;
  while (!(await what())) {
    if (performance.now() > end) throw new Error('it did not come to pass in 5 s');
    await pause(25);
  }
}

describe.each(['embedded', 'distributed'] as const)('a download that breaks off, hub %s', (mode) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await createHub(mode, { writes: true });
    await multiplyBids(hub.database, ROWS);
  });
  afterAll(() => hub[Symbol.asyncDispose]());
  const isFree = async (): Promise<boolean> => (await exportSessions(hub.database)) === 0;

  it.each([
    ['the default order', undefined],
    ['an order with blanks last', 'score desc'],
    ['an order with blanks first', 'score nulls first, amount desc'],
  ])('goes on with every row exactly once: %s', async (_, order) => {
    const ordered = { fields: 'id,cursor', ...(order !== undefined && { order }) };
    const { text: whole } = await askExport(hub, 'bids', { ...ordered, format: 'ndjson' });
    const all = linesOf<{ id: string }>(whole);
    expect(all.pop()).toMatchObject({ complete: true, count: all.length });
    const ids = all.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(ROWS / 2);

    const csv = { ...ordered, heads: 'off', bom: 'off' };
    const began = await readAndBreak(await beginExport(hub.url, 'bids', csv), 200_000);
    const rows = began
      .slice(0, began.lastIndexOf('\r\n'))
      .split('\r\n')
      .map((line) => line.split(','));
    expect(rows.length).toBeGreaterThan(500);
    expect(rows.length).toBeLessThan(ids.length);
    const { text } = await askExport(hub, 'bids', { ...csv, after: String(rows.at(-1)?.[1]) });
    const rest = text
      .split('\r\n')
      .slice(0, -1)
      .map((line) => line.split(','));
    expect(rest.pop()?.[0]).toMatch(new RegExp(`^# ${ids.length - rows.length} 行 / rows; after=`));
    expect([...rows, ...rest].map(([id]) => id)).toEqual(ids);
  });

  it('frees the cursor and its connection when the reader goes, and again after that', async () => {
    for (let round = 0; round < 6; round += 1) {
      const response = await beginExport(hub.url, 'bids', { format: 'ndjson' });
      await once(response, 'readable');
      await until(async () => (await exportSessions(hub.database)) === 1);
      response.destroy();
      await until(isFree);
    }
    const responses = await Promise.all(
      Array.from({ length: 3 }, () => beginExport(hub.url, 'bids', { order: 'score' })),
    );
    for (const response of responses) response.destroy();
    await until(isFree);
  });

  it('reads no faster than it is read', async () => {
    const response = await beginExport(hub.url, 'bids', { format: 'ndjson' });
    await once(response, 'readable');
    const fetches = async (): Promise<string | null | undefined> =>
      (
        await hub.database.sql(
          `select query_start::text at from pg_stat_activity where query like 'fetch %' and datname = current_database()`,
        )
      )[0]?.['at'];
    await until(async () => {
      const before = await fetches();
      await pause(300);
      return before === (await fetches());
    });
    expect(await exportSessions(hub.database)).toBe(1);
    response.destroy();
    await until(isFree);
  });

  it('never ends cleanly when the source fails', async () => {
    const response = await beginExport(hub.url, 'bids', { format: 'ndjson' });
    await once(response, 'readable');
    await hub.database.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'fetch %'`,
    );
    let text = '';
    await expect(async () => {
      for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) text += chunk;
    }).rejects.toThrow(/aborted|socket|ECONNRESET/i);
    expect(text).not.toContain('"complete"');
    await until(isFree);
    expect((await askExport(hub, 'agencies', { fields: 'id' })).status).toBe(200);
  });

  it('runs a few at once and refuses the next until one ends', async () => {
    const running = await Promise.all(Array.from({ length: 4 }, () => beginExport(hub.url, 'bids')));
    await Promise.all(running.map((each) => once(each, 'readable')));
    const refused = await hub.fetch('/export/bids');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await refusalOf(hub, 'bids')).toMatchObject({ code: 'EXPORT_BUSY' });
    expect((await hub.query('{ bids(first: 1) { nodes { id } } }')).status).toBe(200);
    running.pop()?.destroy();
    await until(async () => (await askExport(hub, 'lots', { fields: 'id' })).status === 200);
    for (const each of running) each.destroy();
    await until(isFree);
  });

  // The last of them: the service is gone then.
  it('is cut when the service closes', async () => {
    const response = await beginExport(hub.url, 'bids', { format: 'ndjson' });
    await once(response, 'readable');
    const reading = (async () => {
      await hub.stopService('procurement');
      for await (const _ of response);
    })();
    await expect(reading).rejects.toThrow(/aborted|socket|ECONNRESET/i);
  });
});

describe('a cursor', () => {
  let hub: TestHub;
  let pool: pg.Pool;
  beforeAll(async () => {
    hub = await createHub('embedded');
    pool = new pg.Pool({ connectionString: hub.database.url, max: 2 });
  });
  afterAll(async () => {
    await pool.end();
    await hub[Symbol.asyncDispose]();
  });

  it('is not waited for: closing cancels the batch under way', async () => {
    const cursor = await RowCursor.open(pool, `select pg_sleep($1)::text, ''`, [30]);
    const next = cursor.next();
    await pause(100);
    const began = performance.now();
    await Promise.all([cursor.close(), expect(next).rejects.toThrow('canceling')]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
  });

  it('is closed when nobody reads what was given', async () => {
    const rows = `select json_build_object('n', n)::text, n::text from generate_series(1, 100000) n`;
    const cursor = await RowCursor.open(pool, rows, []);
    const options = { format: ndjson({ count: true }), withCursor: false, seal: String, onFailure: () => undefined };
    const body = new ExportBody(cursor, { ...options, patienceMs: 50 });
    body.once('readable', () => body.read(1));
    let failure: Error | undefined;
    body.once('error', (error) => (failure = error));
    await new Promise((resolve) => body.once('close', resolve));
    expect(failure?.message).toBe('the export was not read');
    expect(pool.idleCount).toBe(pool.totalCount);
  });
});
