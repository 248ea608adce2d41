import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { SERVICES } from '../../gateway/services.js';
import { urlVariable } from '../../hub/config.js';
import { CURSOR_SECRET, type RunningHub, type Setting } from './running-hub.js';
import { spawnHub } from './hub-command.js';

const PATIENCE_MS = 5_000;

/** The commands of `docker-compose.yml` as processes of this machine: `hub serve <service>` each, then the gateway. */
export async function startDistributed({ databaseUrl, city, production }: Setting): Promise<RunningHub> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  if (city) writeFileSync(path.join(folder, 'city.yaml'), stringify(city, { defaultStringType: 'QUOTE_DOUBLE' }));
  const shared = { PORT: '0', HUB_DATA_DIR: folder, ...(production && { NODE_ENV: 'production' }) };
  const children = new Map<string, ChildProcess>();
  const serve = (name: string, variables: Record<string, string>): Promise<string> => {
    const child = spawnHub(['serve', name], { ...shared, ...variables });
    children.set(name, child);
    return addressOf(name, child);
  };
  const close = async (): Promise<void> => {
    await Promise.all([...children.values()].map((child) => end(child, 'SIGTERM')));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const database = { DATABASE_URL: databaseUrl, HUB_CURSOR_SECRET: CURSOR_SECRET };
    const urls = await Promise.all(
      SERVICES.map(async ({ name }) => [urlVariable(name), await serve(name, database)] as const),
    );
    const url = await serve('gateway', Object.fromEntries(urls));
    return {
      url,
      takeStatements: () => [],
      async stopService(name) {
        const child = children.get(name);
        if (child) await end(child, 'SIGKILL');
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address that `hub serve` prints when it listens: `registry http://…`. */
async function addressOf(name: string, child: ChildProcess): Promise<string> {
  if (!child.stdout || !child.stderr) throw new Error('the output of the process is not read');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    said += `${line}\n`;
    if (!line.startsWith(`${name} http`)) continue;
    // What follows is not read line by line, but must not fill the pipe either.
    child.stdout.resume();
    return line.slice(name.length + 1);
  }
  throw new Error(`hub serve ${name} ended before it listened:\n${said}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(impatient);
}
