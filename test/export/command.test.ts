import { existsSync, mkdtempSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CURSOR_SECRET, createHub, type TestHub } from '../kit/create-hub.js';
import { runHubCommand, tryHubCommand } from '../kit/hub-command.js';
import { askExport } from './ask-export.js';

describe('hub export', () => {
  let hub: TestHub;
  let folder: string;
  let variables: Record<string, string>;
  beforeAll(async () => {
    hub = await createHub('embedded');
    folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
    copyFileSync(path.join(inject('server').sampleFolder, 'city.yaml'), path.join(folder, 'city.yaml'));
    variables = { DATABASE_URL: hub.database.url, HUB_DATA_DIR: folder, HUB_CURSOR_SECRET: CURSOR_SECRET };
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await hub[Symbol.asyncDispose]();
  });

  it('writes what the address answers, to a file that appears when it is whole', async () => {
    const file = path.join(folder, 'contracts.csv');
    const filter = '{"amount":{"gte":"1000000"}}';
    const options = ['--filter', filter, '--order', 'amount desc', '--fields', 'id,amount', '--out', file];
    expect(await runHubCommand(['export', 'contracts', ...options], variables)).toBe('');
    const { text } = await askExport(hub, 'contracts', { filter, order: 'amount desc', fields: 'id,amount' });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('prints to the terminal, without mark, heads and count where asked', async () => {
    const options = ['--fields', 'id', '--no-bom', '--no-count', '--heads', 'off'];
    const printed = await runHubCommand(['export', 'agencies', ...options], variables);
    const { text } = await askExport(hub, 'agencies', { fields: 'id', bom: 'off', count: 'off', heads: 'off' });
    expect(printed).toBe(text);
    const lines = await runHubCommand(['export', 'agencies', '--format', 'ndjson', '--no-bom'], variables);
    expect(lines).toBe((await askExport(hub, 'agencies', { format: 'ndjson' })).text);
  });

  it('refuses in both languages and writes no file', async () => {
    const file = path.join(folder, 'none.csv');
    const { status, output } = await tryHubCommand(
      ['export', 'contracts', '--fields', 'titel', '--out', file],
      variables,
    );
    expect(status).toBe(1);
    expect(output).toMatch(/导出参数无效：titel：Contract 没有字段“titel”\n.*Contract has no field "titel"\nid, /);
    expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
    const unknown = await tryHubCommand(['export', 'contractz'], variables);
    expect([unknown.status, unknown.output]).toEqual([1, expect.stringContaining('there is no collection contractz')]);
  });
});
