/** Asks the worker, and kills it when a workbook takes too long or too much memory. */
import { Worker } from 'node:worker_threads';
import { UnreadableTable } from '../unreadable-table.js';
import { MEGABYTES_AT_MOST, SECONDS_AT_MOST } from './limits.js';
import type { SheetRow } from './sheet-rows.js';
import type { OpenedSheet, WorkerAnswer, WorkerQuestion } from './worker-messages.js';
import { broken, tooMuchMemory, tooSlow, type FaultText } from './xlsx-fault.js';

/** Tests run the sources, whose imports name the files they are compiled to. */
const FROM_SOURCE = `const { registerHooks } = require('node:module');
registerHooks({ resolve(name, context, next) {
  try { return next(name, context); } catch (error) {
    if (!name.endsWith('.js')) throw error;
    return next(name.slice(0, -3) + '.ts', context);
  }
} });
import(require('node:worker_threads').workerData.entry);`;

export class WorkbookReader implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #watch: NodeJS.Timeout;

  constructor(file: string) {
    const resourceLimits = { maxOldGenerationSizeMb: MEGABYTES_AT_MOST };
    const isSource = import.meta.url.endsWith('.ts');
    const entry = new URL(isSource ? './xlsx-worker.ts' : './xlsx-worker.js', import.meta.url);
    const workerData = { file, entry: entry.href };
    this.#worker = isSource
      ? new Worker(FROM_SOURCE, { eval: true, execArgv: [], workerData, resourceLimits })
      : new Worker(entry, { execArgv: [], workerData, resourceLimits });
    this.#watch = setInterval(() => void this.#killIfSlow(), 1000);
  }

  async open(): Promise<OpenedSheet[]> {
    return (await this.#ask('open')).sheets ?? [];
  }

  /** Rows of a sheet; the worker reads on while those before are dealt with. */
  async *rows(sheet: number): AsyncGenerator<SheetRow[]> {
    let coming = this.#ask({ read: sheet });
    for (;;) {
      const { rows, done } = await coming;
      if (done) return;
      coming = this.#ask('next');
      // The consumer may stop before it asks for this one; then nobody is to hear of its failure.
      coming.catch(() => undefined);
      if (rows?.length) yield rows;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#watch);
    await this.#worker.terminate();
  }

  /** The worker's own time counts: neither a busy machine nor a slow consumer is the file's fault. */
  async #killIfSlow(): Promise<void> {
    const used = await this.#worker.cpuUsage().catch(() => undefined);
    if (used && used.user + used.system > SECONDS_AT_MOST * 1e6) await this.#worker.terminate();
  }

  async #ask(question: WorkerQuestion): Promise<WorkerAnswer> {
    const worker = this.#worker;
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      const end = (then: () => void): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        then();
      };
      const onMessage = (given: WorkerAnswer): void => end(() => resolve(given));
      const onError = (error: Error & { code?: string }): void => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        end(() => reject(unreadable(isMemory ? tooMuchMemory(MEGABYTES_AT_MOST) : broken(error.message))));
      };
      const onExit = (): void => end(() => reject(unreadable(tooSlow(SECONDS_AT_MOST))));
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      worker.postMessage(question);
    });
    if (answer.fault) throw unreadable(answer.fault);
    return answer;
  }
}

const unreadable = ({ rule, zh, en, remedy }: FaultText): UnreadableTable => new UnreadableTable(rule, zh, en, remedy);
