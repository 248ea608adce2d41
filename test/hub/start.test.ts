import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { urlVariable } from '../../hub/config.js';
import { HubProcess, ask } from './hub-process.js';

const HOME = /GraphQL +(http:\/\/127\.0\.0\.1:\d+)\/graphql/;
const EMPTY = '{ contracts { totalCount } projects { totalCount } legalEntities { totalCount } }';
const ANSWER = { contracts: { totalCount: 0 }, projects: { totalCount: 0 }, legalEntities: { totalCount: 0 } };

const folders: string[] = [];
function dataDirectory(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hub-start-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const serverPid = (dataDir: string): string | undefined => {
  const file = path.join(dataDir, 'pg/data/postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined;
};

describe('hub start', () => {
  test('answers, survives a kill, is found again, and stops with its database', async () => {
    const HUB_DATA_DIR = dataDirectory();
    const killed = new HubProcess(['start'], { HUB_DATA_DIR });
    const [, first = ''] = await killed.prints(HOME);
    expect(await ask(first, EMPTY)).toEqual({ status: 200, data: ANSWER });
    const server = serverPid(HUB_DATA_DIR);
    await killed.end('SIGKILL');
    const again = new HubProcess(['start'], { HUB_DATA_DIR });
    const [, second = ''] = await again.prints(HOME);
    expect(serverPid(HUB_DATA_DIR)).toBe(server);
    expect(await ask(second, EMPTY)).toEqual({ status: 200, data: ANSWER });
    expect((await fetch(`${second}/readyz`)).status).toBe(200);
    expect(await again.end('SIGINT')).toBe(0);
    expect(serverPid(HUB_DATA_DIR)).toBeUndefined();
  });

  test('a command beside it leaves its database running; stopped while it starts, it leaves nothing behind', async () => {
    const HUB_DATA_DIR = dataDirectory();
    await using hub = new HubProcess(['start'], { HUB_DATA_DIR });
    const [, url = ''] = await hub.prints(HOME);
    await using beside = new HubProcess(['migrate'], { HUB_DATA_DIR });
    expect(await beside.exit()).toBe(0);
    expect(await ask(url, EMPTY)).toEqual({ status: 200, data: ANSWER });
    const other = dataDirectory();
    const hasty = new HubProcess(['start'], { HUB_DATA_DIR: other });
    while (serverPid(other) === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await hasty.end('SIGINT')).toBe(0);
    expect(serverPid(other)).toBeUndefined();
  });

  test('says what is wrong in both languages, and does nothing', async () => {
    const HUB_DATA_DIR = dataDirectory();
    await using hub = new HubProcess(['start'], { HUB_DATA_DIR });
    const port = new URL(String((await hub.prints(HOME))[1])).port;
    const cases: [string[], Record<string, string>, RegExp][] = [
      [['start'], { PORT: port }, /端口 \d+ 已被占用[^]*port \d+ is taken/],
      [['start'], { PORT: 'four' }, /环境变量 PORT=four 无效[^]*not valid/],
      [['start'], { DATABASE_URL: 'postgresql://hub@127.0.0.1:1/x' }, /连接不上 DATABASE_URL[^]*cannot connect/],
      [['serve', 'weather'], {}, /没有名为 weather 的服务[^]*there is no service weather/],
      [['serve', 'gateway'], {}, /HUB_URL_REGISTRY/],
    ];
    for (const [args, environment, message] of cases) {
      const failing = new HubProcess(args, { HUB_DATA_DIR: dataDirectory(), ...environment });
      expect(await failing.exit()).toBe(1);
      expect(failing.output).toMatch(message);
      expect(failing.output).not.toMatch(/^\s+at /m);
    }
  });
});

describe('hub serve', () => {
  test('services and gateway as processes answer as one graph; a killed service costs only its own fields', async () => {
    const HUB_DATA_DIR = dataDirectory();
    await using migrating = new HubProcess(['migrate'], { HUB_DATA_DIR });
    expect(await migrating.exit()).toBe(0);
    const services = new Map(SERVICES.map(({ name }) => [name, new HubProcess(['serve', name], { HUB_DATA_DIR })]));
    const environment: Record<string, string> = {};
    for (const [name, service] of services) {
      const [, url = ''] = await service.prints(/^\w+ (http:\S+\/graphql)$/m);
      environment[urlVariable(name)] = url;
    }
    await using gateway = new HubProcess(['serve', 'gateway'], environment);
    const [, url = ''] = await gateway.prints(/^gateway (http:\S+)$/m);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await ask(url, EMPTY)).toEqual({ status: 200, data: ANSWER });
    await services.get('procurement')?.end('SIGKILL');
    const { status, data, errors } = await ask(url, EMPTY);
    expect({ status, data }).toEqual({ status: 200, data: { ...ANSWER, contracts: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', subgraph: 'procurement' } }]);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect(await gateway.end('SIGTERM')).toBe(0);
    for (const [name, service] of services) if (name !== 'procurement') expect(await service.end('SIGTERM')).toBe(0);
    expect(serverPid(HUB_DATA_DIR)).toBeUndefined();
  });
});
