import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { spawnHub } from '../kit/hub-command.js';

/** A command of the hub as a process of its own, with what it prints. */
export class HubProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  readonly lines: string[] = [];
  readonly #exited: Promise<unknown>;
  readonly #waiting: (() => void)[] = [];

  constructor(args: readonly string[], environment: Readonly<Record<string, string>>) {
    this.child = spawnHub(args, { HUB_SAMPLE: 'off', PORT: '0', ...environment });
    this.#exited = once(this.child, 'exit').finally(() => this.#wake());
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.lines.push(line);
        this.#wake();
      });
    }
  }

  get output(): string {
    return this.lines.join('\n');
  }

  /** The first match in what was printed, as soon as it is; an error with all of it when the process ends before. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`ended without ${pattern}:\n${this.output}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Sends the signal and gives the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    await this.#exited;
    return this.child.exitCode;
  }

  async exit(): Promise<number | null> {
    await this.#exited;
    return this.child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await this.end('SIGTERM');
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** Asks a gateway. */
export async function ask(url: string, query: string): Promise<{ status: number; data?: unknown; errors?: unknown[] }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
