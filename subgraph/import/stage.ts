/** Rows on their way into a table: a temporary table of the same columns, filled by COPY, gone with the transaction. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { modelOf, type Class } from '../model/entity-model.js';
import { LINE, SHEET } from '../model/system-columns.js';
import { copyCells, copyValue } from './copy-text.js';
import { SeenKeys } from './seen-keys.js';
import { PLACE_COLUMNS, storedColumns, type ImportRow, type StoredColumn } from './stored-columns.js';

/** Characters of one COPY; the next are gathered while they are sent. */
const PIECE = 512 * 1024;

export class Stage {
  /** Columns that the rows fill. */
  readonly columns: readonly StoredColumn[];
  /** Columns that another step fills: an import neither sets nor changes them. */
  readonly kept: readonly StoredColumn[];
  readonly keys: readonly StoredColumn[];
  readonly table: string;
  /** The published table, as SQL. */
  readonly target: string;
  /** The temporary table, as SQL. */
  readonly name: string;
  /** Rows added so far. */
  count = 0;
  readonly seen = new SeenKeys();
  #text = '';
  #sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: Client,
    readonly namespace: string,
    readonly entity: Class,
    keep: readonly string[] = [],
  ) {
    const all = storedColumns(entity);
    this.columns = all.filter(({ name }) => !keep.includes(name));
    this.kept = all.filter(({ name }) => keep.includes(name));
    this.keys = all.filter(({ primary }) => primary);
    this.table = modelOf(entity).table;
    this.target = `"${namespace}"."${this.table}"`;
    this.name = `"stage_${this.table}"`;
  }

  async create(): Promise<void> {
    const names = [...this.columns, ...this.kept, ...PLACE_COLUMNS].map(({ name }) => `"${name}"`).join(', ');
    await this.client.query(`drop table if exists pg_temp.${this.name}`);
    await this.client.query(
      `create temp table ${this.name} on commit drop as select ${names} from ${this.target} with no data`,
    );
  }

  /** True when enough has gathered to be sent. */
  add(row: ImportRow, sheet?: string | null, line?: number): boolean {
    this.#text += `${copyCells(this.columns, row)}\t${copyValue(sheet)}\t${line ?? '\\N'}\n`;
    this.count += 1;
    this.seen.add(this.#keyOf(row));
    return this.#text.length > PIECE;
  }

  /** Waits for what was sent before, then sends what has gathered since, and does not wait for that. */
  async send(): Promise<void> {
    await this.#sending;
    const text = this.#text;
    if (!text) return;
    this.#text = '';
    const names = [...this.columns.map(({ name }) => `"${name}"`), `"${SHEET}"`, `"${LINE}"`].join(', ');
    const copy = this.client.query(copyFrom(`copy ${this.name} (${names}) from stdin`));
    this.#sending = pipeline(Readable.from([text]), copy);
    // The failure is told by the next send; until then nobody waits for it.
    this.#sending.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.send();
    await this.#sending;
  }

  #keyOf(row: ImportRow): string {
    const [first, ...more] = this.keys;
    let key = String(first?.pick(row));
    for (const column of more) key += `\u0000${String(column.pick(row))}`;
    return key;
  }

  /** The key of a staged row `alias` as one text, as findings and withdrawals name it. */
  keySql(alias: string): string {
    const keys = this.keys.map(({ name }) => `${alias}."${name}"::text`);
    return keys.length === 1 ? (keys[0] ?? '') : `concat_ws('/', ${keys.join(', ')})`;
  }
}
