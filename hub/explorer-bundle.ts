import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { examplesFolder } from './examples.js';
import { packageRoot } from './package-root.js';

/** Where the built explorer lies. */
export const explorerFolder = path.join(packageRoot, 'dist', 'clients', 'explorer');

const sources = path.join(packageRoot, 'clients', 'explorer');

/** Builds the explorer where it is missing or older than its sources; false when there is none to serve. */
export async function ensureExplorer(log: (line: string) => void, signal?: AbortSignal): Promise<boolean> {
  const page = path.join(explorerFolder, 'index.html');
  const built = statSync(page, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > newest(sources) && built > newest(examplesFolder)) return true;
  const bundler = findBundler();
  if (bundler !== undefined && existsSync(sources)) return buildExplorer(bundler, log, signal);
  if (built === 0) {
    log('查询页面 /explorer 没有构建：缺少开发依赖 / the explorer is not built: development packages are missing');
  }
  return built > 0;
}

/** Builds into a folder beside the served one and swaps, so that a page is never half there. */
async function buildExplorer(bundler: string, log: (line: string) => void, signal?: AbortSignal): Promise<boolean> {
  const fresh = `${explorerFolder}.new-${process.pid}`;
  const flags = [
    'build',
    sources,
    '--configLoader',
    'native',
    '--outDir',
    fresh,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ];
  const build = spawn(process.execPath, [bundler, ...flags], {
    cwd: sources,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const [status] = (await once(build, 'close').catch(() => [null])) as [number | null];
  if (status === 0) replaceExplorer(fresh);
  else {
    rmSync(fresh, { recursive: true, force: true });
    if (!signal?.aborted) log(`查询页面 /explorer 构建失败 / the explorer could not be built:\n${said.trim()}`);
  }
  return existsSync(explorerFolder);
}

function replaceExplorer(fresh: string): void {
  rmSync(explorerFolder, { recursive: true, force: true });
  try {
    renameSync(fresh, explorerFolder);
  } catch (error) {
    // Another command has built it meanwhile: its page is as good.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(explorerFolder)) throw error;
  }
}

/** The bundler, where the packages that it bundles are installed too. */
function findBundler(): string | undefined {
  const require = createRequire(path.join(packageRoot, 'package.json'));
  try {
    require.resolve('graphiql/package.json');
    return path.join(path.dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  } catch {
    return undefined;
  }
}

/** When the youngest file of the folder was changed, in milliseconds; 0 where there is no such folder. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(
    0,
    ...files.map((file) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}
