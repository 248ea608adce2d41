import { daysBetween } from '../../schema/vocabulary/local-date.js';

/** Two small purchases of one thing by one body look like one purchase split when closer than this; the rule looks at 90 days. */
const APART = 110;

/** Keeps purchases below the open-tender threshold apart, so that none but the planted ones looks like a split. */
export class SplitGuard {
  readonly #days = new Map<string, string[]>();

  /** Whether the body may buy all of these on that day. */
  allows(buyer: string, codes: Iterable<string>, day: string): boolean {
    for (const code of codes) {
      const near = this.#days.get(buyer + code)?.some((other) => Math.abs(daysBetween(other, day)) < APART);
      if (near) return false;
    }
    return true;
  }

  /** Remembers a purchase. */
  note(buyer: string, codes: Iterable<string>, day: string): void {
    for (const code of codes) this.#days.set(buyer + code, [...(this.#days.get(buyer + code) ?? []), day]);
  }
}
