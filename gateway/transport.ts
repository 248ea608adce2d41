import type { FormattedExecutionResult } from 'graphql';
import type { ExportAnswer } from '../subgraph/export/exports.js';
import type { Service } from '../subgraph/service.js';
import { ExportClient } from './export-over-http.js';
import { HttpClient } from './http-client.js';
import { SubgraphFailure } from './subgraph-failure.js';

/** What the gateway sends to a service. */
export interface SubgraphCall {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly isQuery: boolean;
}

export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
}

/** One way to reach a service. Both ways lead to the same executor, with the service's own context. */
export interface Transport {
  readonly name: string;
  execute(call: SubgraphCall): Promise<FormattedExecutionResult>;
  /** The rows of a collection of that service, as a stream. */
  export(collection: string, parameters: URLSearchParams): Promise<ExportAnswer>;
  ready(): Promise<Readiness>;
  close(): void;
}

/** What the gateway needs of a service that runs in its own process. */
export type LocalService = Pick<Service, 'name' | 'execute' | 'export' | 'ready'>;

const READY_TIMEOUT_MS = 2_000;

/** Reaches a service of this process. */
export function inProcess(service: LocalService): Transport {
  return {
    name: service.name,
    execute: ({ query, variables, operationName, headers }) =>
      service.execute({ query, variables, operationName, headers }),
    export: (collection, parameters) => service.export(collection, parameters),
    ready: () => service.ready(),
    close: () => undefined,
  };
}

/** Reaches a service at its GraphQL address, `http://host:port/graphql`. */
export function overHttp(name: string, url: string): Transport {
  const client = new HttpClient(url);
  const exports = new ExportClient(url);
  const { pathname } = new URL(url);
  return {
    name,
    async execute({ query, variables, operationName, headers, signal, isQuery }) {
      const answer = await client.call({
        method: 'POST',
        path: pathname,
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables, operationName }),
        signal,
        isRepeatable: isQuery,
      });
      return readResult(answer.status, answer.text);
    },
    export: (collection, parameters) => exports.open(collection, parameters),
    async ready() {
      const signal = AbortSignal.timeout(READY_TIMEOUT_MS);
      const answer = await client.call({ method: 'GET', path: '/readyz', signal, isRepeatable: true });
      const state = parseObject(answer.text);
      return { database: state?.['database'] === true, migrations: state?.['migrations'] === true };
    },
    close() {
      client.close();
      exports.close();
    },
  };
}

function readResult(status: number, text: string): FormattedExecutionResult {
  const result = parseObject(text);
  if (!result) throw new SubgraphFailure('BAD_ANSWER', `status ${status}, not a JSON object: ${text.slice(0, 200)}`);
  return result as FormattedExecutionResult;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
