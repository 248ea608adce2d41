const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Stopping {
  /** The orderly end. */
  readonly close: () => Promise<void>;
  /** What a second signal does at once: only what would outlive this process. */
  readonly force: () => Promise<void>;
  readonly log: (line: string) => void;
}

/**
 * Waits for Ctrl-C or a supervisor's signal and ends in order. A second signal skips the waiting, a third the rest.
 */
export function untilStopped({ close, force, log }: Stopping): Promise<void> {
  return new Promise((resolve, reject) => {
    let signals = 0;
    const onSignal = (): void => {
      signals += 1;
      if (signals === 1) {
        log('\n正在停止 … 再按一次 Ctrl-C 立即停止 / stopping … Ctrl-C again to stop at once');
        close().then(() => {
          for (const signal of SIGNALS) process.off(signal, onSignal);
          resolve();
        }, reject);
      } else if (signals === 2) {
        force().finally(() => process.exit(130));
      } else {
        process.exit(130);
      }
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}
