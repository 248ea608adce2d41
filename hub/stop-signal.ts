const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether somebody wants this process to end: Ctrl-C, a supervisor, a closed terminal. */
export interface StopSignal extends Disposable {
  /** Aborted by the first signal; what takes long looks at it. */
  readonly signal: AbortSignal;
  /** Settles with the first signal. */
  readonly asked: Promise<void>;
  /** What a second signal still does before the process ends: stop what would outlive it. */
  onForce(stop: () => Promise<void>): void;
}

/** Listens from now on. The first signal asks for an orderly end, the second skips the waiting, the third everything. */
export function listenForStop(log: (line: string) => void): StopSignal {
  const controller = new AbortController();
  const forced: (() => Promise<void>)[] = [];
  let signals = 0;
  const onSignal = (): void => {
    signals += 1;
    if (signals === 1) {
      log('\n正在停止 … 再按一次 Ctrl-C 立即停止 / stopping … Ctrl-C again to stop at once');
      controller.abort();
    } else if (signals === 2) {
      void Promise.allSettled(forced.map((stop) => stop())).then(() => process.exit(130));
    } else {
      process.exit(130);
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const asked = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  return {
    signal: controller.signal,
    asked,
    onForce: (stop) => void forced.push(stop),
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
