/** A PostgreSQL cursor in a read-only transaction of its own: a batch of rows at a time, whatever their number. */
import type { Pool, PoolClient, QueryArrayConfig } from 'pg';

/** Few enough that a piece is small text: with ten times as many the process grows by half as much again, no faster. */
const BATCH = 100;
/** A batch may be long in coming where rows have to be sorted; what must not be is a transaction nobody reads from. */
const BEGIN = [
  'begin read only',
  'set local statement_timeout = 0',
  "set local lock_timeout = '15s'",
  "set local idle_in_transaction_session_timeout = '10min'",
].join('; ');

const FETCH: QueryArrayConfig = { text: `fetch ${BATCH} from export_rows`, rowMode: 'array' };

/** The row as JSON text, and its cursor's raw content. */
export type ExportRow = readonly [json: string, cursor: string];

export class RowCursor {
  #fetching: Promise<unknown> | undefined;
  #closing: Promise<void> | undefined;

  private constructor(
    private readonly pool: Pool,
    private readonly client: PoolClient,
    private readonly backend: number,
  ) {}

  /** Plans the statement; no row is read yet. */
  static async open(pool: Pool, text: string, values: readonly unknown[]): Promise<RowCursor> {
    const client = await pool.connect();
    // Between two batches nobody waits for the connection; when it breaks, the next batch says so.
    client.on('error', ignore);
    try {
      await client.query(BEGIN);
      await client.query(`declare export_rows no scroll cursor for ${text}`, [...values]);
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() pid');
      return new RowCursor(pool, client, rows[0]?.pid ?? 0);
    } catch (error) {
      release(client, true);
      throw error;
    }
  }

  /** The next rows, fewer than a batch only at the end. */
  async next(): Promise<{ rows: readonly ExportRow[]; isLast: boolean }> {
    const fetching = this.#fetch();
    this.#fetching = fetching.catch(ignore);
    const rows = await fetching.finally(() => (this.#fetching = undefined));
    return { rows, isLast: rows.length < BATCH };
  }

  /** With pg's own promise the batches outlive every quick collection, and the process grows by 200 MB before a slow one. */
  #fetch(): Promise<readonly ExportRow[]> {
    return new Promise((resolve, reject) => {
      this.client.query<[string, string]>(FETCH, (error: Error | null, result) =>
        error ? reject(error) : resolve(result.rows),
      );
    });
  }

  /** Frees cursor and connection; a batch under way is cancelled, not waited for. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    if (!this.#fetching) {
      const isDone = await this.client.query('commit').then(
        () => true,
        () => false,
      );
      return release(this.client, !isDone);
    }
    await this.pool.query('select pg_cancel_backend($1)', [this.backend]).catch(() => undefined);
    await this.#fetching;
    // The cancellation may arrive late: the connection must not serve anyone else.
    release(this.client, true);
  }
}

const ignore = (): void => undefined;

function release(client: PoolClient, isBroken: boolean): void {
  client.off('error', ignore);
  client.release(isBroken);
}
