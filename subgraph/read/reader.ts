/** Runs what the planner wrote: one statement, prepared once per connection, one JSON value back. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { City } from '../city.js';
import { hubError } from '../errors.js';
import type { EntityModel } from '../model/entity-model.js';
import { connectionSql } from './connection.js';
import { openCursor } from './cursor.js';
import { referencesSql, rowSql, type Representation } from './reference.js';
import type { Selected } from './selection.js';
import { Statement } from './statement.js';

/** Statements prepared by name at most; later shapes run unnamed, so that no connection's memory grows without end. */
const PREPARED_AT_MOST = 512;
const QUERY_CANCELED = '57014';

export interface ReaderOptions {
  readonly pool: Pool;
  readonly namespace: string;
  readonly city: City | undefined;
  readonly cursorSecret: string;
  /** Told of each statement before it runs; golden tests keep them. */
  readonly onStatement?: ((text: string, values: readonly unknown[]) => void) | undefined;
}

export class Reader {
  private readonly names = new Map<string, string>();

  constructor(private readonly options: ReaderOptions) {}

  /** A page of a root collection, as JSON text with the selected response keys. */
  connection(model: EntityModel, item: Selected): Promise<string> {
    const statement = this.statement();
    return this.run(`select j::text from (${connectionSql(statement, model, item)}) root`, statement.values);
  }

  /** A JSON array of the rows for the given keys, in their order; null where there is none. */
  async references(
    model: EntityModel,
    selected: readonly Selected[],
    keys: readonly Representation[],
  ): Promise<string> {
    if (!keys.length) return '[]';
    const statement = this.statement();
    return this.run(referencesSql(statement, model, selected, keys), statement.values);
  }

  /** One row by key, as a JSON object or `null`. */
  row(model: EntityModel, selected: readonly Selected[], key: Representation): Promise<string> {
    const statement = this.statement();
    return this.run(rowSql(statement, model, selected, key), statement.values);
  }

  private statement(): Statement {
    const { namespace, city, cursorSecret } = this.options;
    return new Statement({
      namespace,
      city,
      cursorSecret,
      openCursor: (cursor, ordering) => openCursor(cursorSecret, cursor, ordering),
      connection: connectionSql,
    });
  }

  private async run(text: string, values: unknown[]): Promise<string> {
    this.options.onStatement?.(text, values);
    try {
      const name = this.nameOf(text);
      const result = await this.options.pool.query<[string | null]>({
        text,
        values,
        rowMode: 'array',
        ...(name && { name }),
      });
      return result.rows[0]?.[0] ?? 'null';
    } catch (error) {
      if ((error as { code?: string }).code === QUERY_CANCELED) throw hubError('STATEMENT_TIMEOUT');
      throw error;
    }
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= PREPARED_AT_MOST) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    this.names.set(text, name);
    return name;
  }
}
