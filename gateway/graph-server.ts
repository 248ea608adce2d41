import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayContext } from './data-source.js';
import { formatError } from './errors.js';
import { HubGateway } from './hub-gateway.js';
import type { Transport } from './transport.js';

/** A document longer than this is no query that a person or a program of good will writes. */
const MOST_TOKENS = 10_000;

export interface GraphOptions {
  readonly supergraph: string;
  readonly transports: readonly Transport[];
  /** Hides suggestions of field names from errors. */
  readonly production: boolean;
  readonly introspection: boolean;
  readonly log: (line: string) => void;
}

export type GraphServer = ApolloServer<GatewayContext>;

/** The GraphQL server over the gateway; it loads the supergraph with `start()`. */
export function createGraphServer(options: GraphOptions): { server: GraphServer; gateway: HubGateway } {
  const { production, introspection, log } = options;
  const gateway = new HubGateway(options);
  const server = new ApolloServer<GatewayContext>({
    gateway,
    introspection,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    nodeEnv: production ? 'production' : 'development',
    formatError: formatError(production, log),
    // The hub stops in its own order, the database last.
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    logger: { debug: () => undefined, info: () => undefined, warn: log, error: log },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  return { server, gateway };
}
