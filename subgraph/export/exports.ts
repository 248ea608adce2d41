/** A service's exports: how many run at once, what they answer, and that all of them end with the service. */
import { Readable } from 'node:stream';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { createReadPool } from '../database/read-pool.js';
import { ERRORS, hubError } from '../errors.js';
import type { PastInstants } from '../time/past-instants.js';
import { maskError } from '../mask-error.js';
import type { EntityModel } from '../model/entity-model.js';
import { sealCursor } from '../read/cursor.js';
import { csv } from './csv.js';
import { ExportBody } from './export-body.js';
import { readFields, selectedFields } from './export-fields.js';
import { badExport, readQuestion } from './export-question.js';
import { exportSql, type ExportPlace } from './export-statement.js';
import { fileName } from './file-name.js';
import { argumentType, readFilter } from './filter-argument.js';
import { ndjson } from './ndjson.js';
import { readOrder } from './order-argument.js';
import { RowCursor } from './row-cursor.js';

/** Each holds a connection for as long as its reader takes. */
const AT_ONCE = 4;
const RETRY_AFTER_S = 30;

/** An answer as HTTP has it; one process or two, it is the same. */
export interface ExportAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Destroyed by its reader, it frees everything behind it; failing midway, it never ends cleanly. */
  readonly body: Readable;
}

export interface ExportsOptions extends ExportPlace {
  readonly databaseUrl: string;
  readonly schema: GraphQLSchema;
  readonly models: readonly EntityModel[];
  readonly past: PastInstants;
  /** Errors name no fields that there are. */
  readonly production?: boolean | undefined;
}

export class Exports {
  // One more for the cancellation of another.
  readonly #pool;
  readonly #running = new Set<ExportBody>();
  readonly #opening = new Set<Promise<ExportAnswer>>();
  #isClosing = false;

  constructor(private readonly options: ExportsOptions) {
    this.#pool = createReadPool(options.databaseUrl, AT_ONCE + 1);
  }

  /** Refusals are answers too: the status and `errors` as GraphQL has them. */
  async open(collection: string, parameters: URLSearchParams): Promise<ExportAnswer> {
    const { namespace } = this.options;
    if (this.#isClosing) return this.#refuse(hubError('SERVICE_UNAVAILABLE', { zh: namespace, en: namespace }));
    if (this.#running.size + this.#opening.size >= AT_ONCE) return this.#refuse(hubError('EXPORT_BUSY'));
    const opening = this.#answer(collection, parameters);
    this.#opening.add(opening);
    try {
      return await opening;
    } catch (error) {
      return this.#refuse(error);
    } finally {
      this.#opening.delete(opening);
    }
  }

  /** Breaks off what is under way: a reader sees a connection that broke, and goes on from its last cursor. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.allSettled(this.#opening);
    const ended = [...this.#running].map((body) => new Promise((resolve) => body.once('close', resolve)));
    for (const body of this.#running) body.destroy(new Error('the service is closing'));
    // A cancellation needs the pool: it ends when nobody does.
    await Promise.all(ended);
    await this.#pool.end();
  }

  async #answer(collection: string, parameters: URLSearchParams): Promise<ExportAnswer> {
    const { models, schema, cursorSecret, past } = this.options;
    const model = models.find(({ role, plural }) => role === 'entity' && plural === collection);
    if (!model) throw hubError('UNKNOWN_COLLECTION', { zh: collection, en: collection });
    const question = readQuestion(parameters);
    const selection = readFields(model, question.fields);
    if (question.search !== undefined && !argumentType(schema, collection, 'search'))
      throw badExport(`${collection} 没有可检索的文本`, `${collection} has no text to search`);
    const asOf = question.asOf === undefined ? undefined : await past.resolve(question.asOf);
    const { text, values, read } = exportSql(this.options, {
      model,
      args: { filter: question.filter && readFilter(schema, collection, question.filter), search: question.search },
      terms: readOrder(model, question.order),
      after: question.after,
      selected: selectedFields(selection.fields),
      asOf,
    });
    if (asOf !== undefined) await past.ensureKnown(read, asOf);
    const format = question.format === 'csv' ? csv(selection, question) : ndjson(question);
    const seal = (raw: string): string => sealCursor(cursorSecret, raw);
    const cursor = await RowCursor.open(this.#pool, text, values);
    const onFailure = (error: unknown): void => console.error(`${this.options.namespace} export ${collection}`, error);
    const body = new ExportBody(cursor, { format, withCursor: selection.withCursor, seal, onFailure });
    this.#running.add(body);
    // Whoever reads it sees the error too; alone it must not end the process.
    body.on('error', () => undefined);
    body.once('close', () => this.#running.delete(body));
    return {
      status: 200,
      headers: {
        'content-type': format.contentType,
        'content-disposition': fileName(model, format.extension),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
      body,
    };
  }

  #refuse(error: unknown): ExportAnswer {
    const known = error instanceof GraphQLError ? error : hubError('INTERNAL_SERVER_ERROR');
    const masked = maskError(this.options.namespace, known.toJSON(), error);
    const code = String(masked.extensions?.['code']);
    const status = code in ERRORS ? ERRORS[code as keyof typeof ERRORS].status : 500;
    const formatted = this.options.production ? withoutNames(masked) : masked;
    return {
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        ...(status === 503 && { 'retry-after': String(RETRY_AFTER_S) }),
      },
      body: Readable.from([`${JSON.stringify({ errors: [formatted] })}\n`]),
    };
  }
}

function withoutNames({ message, extensions, ...rest }: GraphQLFormattedError): GraphQLFormattedError {
  const { available: _, messageZh, ...others } = extensions ?? {};
  const plain = (text: string): string => text.replace(/ ?Did you mean [^?]*\?/g, '');
  return { ...rest, message: plain(message), extensions: { ...others, messageZh: plain(String(messageZh)) } };
}
