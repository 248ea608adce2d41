/** Runs what the planner wrote: one statement, prepared once per connection, one JSON value back. */
import type { Pool } from 'pg';
import type { City } from '../city.js';
import { PreparedStatements } from '../database/prepared.js';
import { hubError } from '../errors.js';
import type { EntityModel } from '../model/entity-model.js';
import { connectionSql } from './connection.js';
import { openCursor } from './cursor.js';
import { referencesSql, rowSql, type Representation } from './reference.js';
import type { Selected } from './selection.js';
import { Statement } from './statement.js';

/** Statements kept prepared on one connection: a hub's usual questions, with room. */
const PREPARED_AT_MOST = 256;
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
  private readonly statements: PreparedStatements;

  constructor(private readonly options: ReaderOptions) {
    this.statements = new PreparedStatements(options.pool, PREPARED_AT_MOST);
  }

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
      return (await this.statements.first(text, values)) ?? 'null';
    } catch (error) {
      if ((error as { code?: string }).code === QUERY_CANCELED) throw hubError('STATEMENT_TIMEOUT');
      throw error;
    }
  }
}
