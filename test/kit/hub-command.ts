import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PROGRAM = path.join(REPOSITORY, 'dist', 'hub', 'main.js');

type Variables = Readonly<Record<string, string>>;

/** Starts `hub …` as a process of its own; of this process's environment it sees none that speaks to the hub. */
export function spawnHub(args: readonly string[], variables: Variables = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, NODE_COMPILE_CACHE: path.join(REPOSITORY, 'node_modules', '.cache', 'hub'), ...variables };
  return spawn(process.execPath, ['--enable-source-maps', PROGRAM, ...args], {
    cwd: REPOSITORY,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface CommandResult {
  readonly status: number | null;
  readonly output: string;
}

/** Runs `hub …` to its end. */
export async function tryHubCommand(args: readonly string[], variables: Variables = {}): Promise<CommandResult> {
  const child = spawnHub(args, variables);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}

/** The same for a command that must succeed; gives what it printed. */
export async function runHubCommand(args: readonly string[], variables: Variables = {}): Promise<string> {
  const { status, output } = await tryHubCommand(args, variables);
  if (status !== 0) throw new Error(`hub ${args.join(' ')} ended with ${status}:\n${output}`);
  return output;
}

/** Compiles the sources, about a second; whether their types are right is another check's question. */
export async function build(): Promise<void> {
  const compiler = path.join(REPOSITORY, 'node_modules', 'typescript', 'bin', 'tsc');
  const child = spawn(process.execPath, [compiler, '-p', REPOSITORY, '--noCheck'], { stdio: 'inherit' });
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error('the hub does not build');
}
