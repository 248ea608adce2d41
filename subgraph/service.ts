/** A running service: its schema over its own database, reached in process or over HTTP by the same executor. */
import { ApolloServer, type BaseContext } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { buildSubgraph } from './build-schema.js';
import type { City } from './city.js';
import type { SubgraphContext } from './context.js';
import { createReadPool } from './database/read-pool.js';
import { createOrm, migrate, pendingMigrations } from './database/orm.js';
import type { ServiceDefinition } from './define-service.js';
import { AnswerText, stringifyAnswer } from './execute/answer-text.js';
import { executeAsOf } from './execute/execute-as-of.js';
import type { Executor } from './execute/execute-operation.js';
import { Exports, type ExportAnswer } from './export/exports.js';
import { maskError } from './mask-error.js';
import { Reader, type ReaderOptions } from './read/reader.js';
import { serve } from './serve.js';
import { AS_OF_HEADER } from './time/as-of-header.js';
import { PastInstants } from './time/past-instants.js';

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface ServiceOptions {
  /** `postgres://…`, or a directory socket as libpq writes it. */
  readonly databaseUrl: string;
  readonly city?: City | undefined;
  /** Key that signs cursors; replicas of a service share it. */
  readonly cursorSecret: string;
  readonly production?: boolean | undefined;
  readonly onStatement?: ReaderOptions['onStatement'];
  /** `reference` answers through graphql-js; slower, for comparison. */
  readonly executor?: 'text' | 'reference' | undefined;
}

export interface Service extends AsyncDisposable {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly orm: MikroORM;
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  /** All rows of a collection as a stream; parameters as `GET /export/<collection>` takes them. */
  export(collection: string, parameters: URLSearchParams): Promise<ExportAnswer>;
  /** Brings the service's own PostgreSQL schema up to date. */
  migrate(): Promise<void>;
  listen(options: { host: string; port: number }): Promise<{ url: string }>;
  ready(): Promise<{ database: boolean; migrations: boolean }>;
  close(): Promise<void>;
}

/** Apollo Server asks a gateway for the schema and for answers; here the gateway is the service's own executor. */
const executeWith = (schema: GraphQLSchema, executor: Executor): GatewayInterface => ({
  load: () =>
    Promise.resolve({
      executor: async ({ document, request, context }) => {
        const operation = { document, operationName: request.operationName, variables: request.variables };
        return executeAsOf(executor, operation, context as SubgraphContext);
      },
    }),
  onSchemaLoadOrUpdate(callback) {
    callback({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: () => Promise.resolve(),
});

/** Connects and builds; neither migrates nor listens. */
export async function createService(definition: ServiceDefinition, options: ServiceOptions): Promise<Service> {
  const { schema, sdl, models, executors } = buildSubgraph(definition);
  const executor = executors[options.executor ?? 'text'];
  const orm = await createOrm(definition, options.databaseUrl);
  const pool = createReadPool(options.databaseUrl);
  const byName = new Map(models.filter(({ role }) => role === 'entity').map((model) => [model.name, model]));
  const past = new PastInstants(pool, definition.name);
  const reader = new Reader({
    pool,
    namespace: definition.name,
    city: options.city,
    cursorSecret: options.cursorSecret,
    models: byName,
    past,
    onStatement: options.onStatement,
  });
  const { databaseUrl, city, cursorSecret, production } = options;
  const place = { namespace: definition.name, databaseUrl, city, cursorSecret };
  const exports = new Exports({ ...place, schema, models, past, production });
  const context: SubgraphContext = { reader, cursorSecret: options.cursorSecret };
  const server = new ApolloServer<BaseContext & SubgraphContext>({
    gateway: executeWith(schema, executor),
    stringifyResult: stringifyAnswer,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    formatError: (formatted, error) => maskError(definition.name, formatted, error),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  const listeners: { close(): Promise<void> }[] = [];
  const service: Service = {
    name: definition.name,
    schema,
    sdl,
    orm,
    async execute({ query, variables, operationName, headers }) {
      const contextValue = { ...context, asOf: headers?.[AS_OF_HEADER] };
      const response = await server.executeOperation({ query, variables, operationName }, { contextValue });
      if (response.body.kind !== 'single') throw new Error('a subgraph answers in one piece');
      const result = response.body.singleResult as FormattedExecutionResult;
      const { data } = result as { data?: unknown };
      return data instanceof AnswerText ? { ...result, data: data.value } : result;
    },
    migrate: () => migrate(orm, definition, options.databaseUrl),
    export: (collection, parameters) => exports.open(collection, parameters),
    async listen(address) {
      const listening = await serve(service, server, context, address);
      listeners.push(listening);
      return listening;
    },
    async ready() {
      try {
        await pool.query('select 1');
        return { database: true, migrations: (await pendingMigrations(orm)) === 0 };
      } catch {
        return { database: false, migrations: false };
      }
    },
    async close() {
      await exports.close();
      await Promise.all(listeners.map((each) => each.close()));
      await server.stop();
      await pool.end();
      await orm.close(true);
    },
    [Symbol.asyncDispose]: () => service.close(),
  };
  return service;
}
