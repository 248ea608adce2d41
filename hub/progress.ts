/** Where the commands say what they do. */
export interface Progress {
  readonly log: (line: string) => void;
  /** Does the work; what takes longer than a second is announced, and its time told at the end. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}

const SLOW_MS = 1_000;

/** Progress as plain lines, readable on a terminal and in a log. */
export function lineProgress(log: (line: string) => void): Progress {
  return {
    log,
    async step(title, work) {
      const began = performance.now();
      let isSlow = false;
      const notice = setTimeout(() => {
        isSlow = true;
        log(`… ${title}`);
      }, SLOW_MS);
      try {
        const result = await work();
        if (isSlow) log(`✓ ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
        return result;
      } finally {
        clearTimeout(notice);
      }
    },
  };
}
