import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { smallGraph } from './small-graph.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'explorer-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Without fetch, which would unpack the answer. */
function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.on('error', reject).end();
  });
}

test('serves the page as soon as it is built, compressed for those who take it, and lets nothing in from elsewhere', async () => {
  const built = path.join(folder, 'built');
  await using graph = await smallGraph({ explorer: built });
  expect((await get(`${graph.url}/explorer/`)).status).toBe(404);
  mkdirSync(path.join(built, 'assets'), { recursive: true });
  writeFileSync(path.join(built, 'index.html'), '<title>阳光图谱</title>');
  writeFileSync(path.join(built, 'assets/main-1a2b.js'), 'export const answer = 42;');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');

  const page = await get(`${graph.url}/explorer/`);
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.body.toString()).toContain('阳光图谱');

  const asset = await get(`${graph.url}/explorer/assets/main-1a2b.js`, { 'accept-encoding': 'br, gzip' });
  expect(asset.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(gunzipSync(asset.body).toString()).toBe('export const answer = 42;');

  const head = await get(`${graph.url}/explorer/`, {}, 'HEAD');
  expect([head.status, head.body.length, Number(head.headers['content-length']) > 0]).toEqual([200, 0, true]);
  for (const name of ['..%2fsecret.txt', '../secret.txt', 'assets', 'assets/../../secret.txt', '%00', '%']) {
    expect((await get(`${graph.url}/explorer/${name}`)).status, name).toBe(404);
  }

  writeFileSync(path.join(built, 'index.html'), '<title>anew</title>');
  expect((await get(`${graph.url}/explorer/`)).body.toString()).toContain('anew');
});
