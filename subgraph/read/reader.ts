/** Runs what the planner wrote: one statement, prepared once per connection, one JSON value back. */
import type { Pool } from 'pg';
import type { City } from '../city.js';
import { PreparedStatements } from '../database/prepared.js';
import { hubError } from '../errors.js';
import type { PastInstants } from '../time/past-instants.js';
import type { EntityModel } from '../model/entity-model.js';
import { connectionSql } from './connection.js';
import { openCursor } from './cursor.js';
import { referencesSql, rowSql, type Representation } from './reference.js';
import type { Selected } from './selection.js';
import { Statement } from './statement.js';
import { loadTombstones, type Tombstones } from './tombstones.js';

/** Statements kept prepared on one connection: a hub's usual questions, with room. */
const PREPARED_AT_MOST = 256;
const QUERY_CANCELED = '57014';

export interface ReaderOptions {
  readonly pool: Pool;
  readonly namespace: string;
  readonly city: City | undefined;
  readonly cursorSecret: string;
  /** Entities of the service by name. */
  readonly models: ReadonlyMap<string, EntityModel>;
  readonly past: PastInstants;
  /** Told of each statement before it runs; golden tests keep them. */
  readonly onStatement?: ((text: string, values: readonly unknown[]) => void) | undefined;
}

export class Reader {
  #tombstones: Tombstones | undefined;

  constructor(
    private readonly options: ReaderOptions,
    private readonly statements = new PreparedStatements(options.pool, PREPARED_AT_MOST),
    /** ISO instant as of which this reader answers; absent: now. */
    readonly asOf?: string,
  ) {}

  /** Of one request: what it asks is asked together. */
  forRequest(): Reader {
    return new Reader(this.options, this.statements, this.asOf);
  }

  /** What became of records that are not there. */
  get tombstones(): Tombstones {
    return (this.#tombstones ??= loadTombstones(this.options.pool, this.asOf));
  }

  /** A reader of the past, over the same prepared statements; `header` as `hub-as-of` may say it. */
  async at(header: string): Promise<Reader> {
    return new Reader(this.options, this.statements, await this.options.past.resolve(header));
  }

  /** A page of a root collection, as JSON text with the selected response keys. */
  connection(model: EntityModel, item: Selected): Promise<string> {
    const statement = this.statement();
    return this.run(`select j::text from (${connectionSql(statement, model, item)}) root`, statement);
  }

  /** A JSON array of the rows for the given keys, in their order; null where there is none. */
  async references(
    model: EntityModel,
    selected: readonly Selected[],
    keys: readonly Representation[],
  ): Promise<string> {
    if (!keys.length) return '[]';
    const statement = this.statement();
    return this.run(referencesSql(statement, model, selected, keys), statement);
  }

  /** One row by key, as a JSON object or `null`. */
  row(model: EntityModel, selected: readonly Selected[], key: Representation): Promise<string> {
    const statement = this.statement();
    return this.run(rowSql(statement, model, selected, key), statement);
  }

  private statement(): Statement {
    const { namespace, city, cursorSecret } = this.options;
    return new Statement({
      namespace,
      city,
      cursorSecret,
      openCursor: (cursor, ordering) => openCursor(cursorSecret, cursor, ordering),
      connection: connectionSql,
      models: this.options.models,
      asOf: this.asOf,
    });
  }

  private async run(text: string, { values, read }: Statement): Promise<string> {
    if (this.asOf !== undefined) await this.options.past.ensureKnown(read, this.asOf);
    this.options.onStatement?.(text, values);
    try {
      return (await this.statements.first(text, values)) ?? 'null';
    } catch (error) {
      if ((error as { code?: string }).code === QUERY_CANCELED) throw hubError('STATEMENT_TIMEOUT');
      throw error;
    }
  }
}
