#!/usr/bin/env node
// Runs on whatever Node the machine has (20 or later) and hands over to the Node 24 that comes as a dependency.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = module.createRequire(path.join(root, 'package.json'));
const program = path.join(root, 'dist', 'hub', 'main.js');
const stamp = path.join(root, 'dist', '.built');
const SOURCES = ['schema', 'subgraph', 'services', 'gateway', 'sample', 'hub'];

if (Number(process.versions.node.split('.')[0]) < 24) await handOver();
else {
  await buildIfStale();
  module.enableCompileCache?.(path.join(root, 'node_modules', '.cache', 'hub'));
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(program).href);
}

/** Runs this file again with the dependency's Node and ends as it ends. */
async function handOver() {
  const node = find('node/bin/node');
  if (!node) fail('需要 Node 24，请先运行 npm ci', 'Node 24 is needed; run npm ci first');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; a supervisor's signal reaches only this process.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Compiles when what was built is not of these sources; an installed copy without sources is used as it is. */
async function buildIfStale() {
  const state = fingerprint();
  if (isBuilt(state)) return;
  const compiler = find('typescript/bin/tsc');
  if (!compiler) fail('程序尚未编译，请运行 npm run build', 'the program is not built; run npm run build');
  await alone(async () => {
    if (isBuilt(state)) return;
    console.error('正在编译 … / building …');
    // Whether the types are right is another check's question.
    const build = spawn(process.execPath, [compiler, '-p', root, '--noCheck'], { stdio: 'inherit' });
    const status = await new Promise((resolve) => build.on('exit', resolve));
    if (status === 0) writeFileSync(stamp, state);
    else process.exitCode = 1;
  });
  if (process.exitCode) process.exit();
}

function isBuilt(state) {
  return state === '' || (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state);
}

/** One command compiles at a time; another waits, or takes over from one that was killed. */
async function alone(work) {
  const lock = path.join(root, 'dist', '.building');
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A lock that is still empty is being written, unless its writer died over it. */
function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 5_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Number, youngest change and size of the sources; empty where there are none. */
function fingerprint() {
  let count = 0;
  let youngest = 0;
  let size = 0;
  for (const folder of SOURCES) {
    if (!existsSync(path.join(root, folder))) continue;
    for (const file of readdirSync(path.join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const found = statSync(path.join(root, folder, file));
      count += 1;
      size += found.size;
      youngest = Math.max(youngest, found.mtimeMs);
    }
  }
  return count === 0 ? '' : `${count} ${size} ${youngest}\n`;
}

function find(file) {
  const [name, ...rest] = file.split('/');
  try {
    const found = path.join(path.dirname(require.resolve(`${name}/package.json`)), ...rest);
    return existsSync(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function fail(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}
