/** The text of an export: read from the cursor as fast as it is taken, never faster. */
import { Readable } from 'node:stream';
import type { LineFormat } from './line-format.js';
import type { RowCursor } from './row-cursor.js';

/** Whoever does not take a piece of at most a hundred rows in this time holds a connection for nothing. */
const PATIENCE_MS = 120_000;

export interface BodyOptions {
  readonly format: LineFormat;
  readonly withCursor: boolean;
  /** Raw content of a cursor → what a client gets. */
  readonly seal: (raw: string) => string;
  /** Told when the source fails; a reader that goes away is no failure. */
  readonly onFailure: (error: unknown) => void;
  readonly patienceMs?: number | undefined;
}

export class ExportBody extends Readable {
  #rows = 0;
  #last: string | undefined;
  #patience: NodeJS.Timeout | undefined;

  constructor(
    private readonly cursor: RowCursor,
    private readonly options: BodyOptions,
  ) {
    super({ encoding: 'utf8' });
    if (options.format.head) this.push(options.format.head);
  }

  override _read(): void {
    clearTimeout(this.#patience);
    void this.#give();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#patience);
    void this.#free(error, done);
  }

  async #give(): Promise<void> {
    try {
      const { text, isLast } = await this.#piece();
      if (this.destroyed) return;
      const giveUp = (): void => void this.destroy(new Error('the export was not read'));
      // Before the text is given: whoever takes it at once asks for more at once, and that ends the waiting.
      this.#patience = setTimeout(giveUp, this.options.patienceMs ?? PATIENCE_MS).unref();
      if (text) this.push(text);
      if (isLast) this.push(null);
    } catch (error) {
      if (this.destroyed) return;
      this.options.onFailure(error);
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #free(error: Error | null, done: (error?: Error | null) => void): Promise<void> {
    await this.cursor.close();
    done(error);
  }

  async #piece(): Promise<{ text: string; isLast: boolean }> {
    const { format, withCursor, seal } = this.options;
    const { rows, isLast } = await this.cursor.next();
    const lines = rows.map(([json, raw]) => format.line(json, withCursor ? seal(raw) : undefined));
    this.#rows += rows.length;
    this.#last = rows.at(-1)?.[1] ?? this.#last;
    if (!isLast) return { text: lines.join(''), isLast };
    await this.cursor.close();
    lines.push(format.end(this.#rows, this.#last === undefined ? undefined : seal(this.#last)));
    return { text: lines.join(''), isLast };
  }
}
