/** The whole graph of this process for a command: no port is opened, what the gateway does to a query is done. */
import { randomUUID } from 'node:crypto';
import { createGraphServer } from '../../gateway/graph-server.js';
import { inProcess } from '../../gateway/transport.js';
import type { Service } from '../../subgraph/service.js';
import { supergraphOf } from '../schema-files.js';

export interface Graph extends AsyncDisposable {
  /** The data of a whole answer; one with errors throws the first: a rule must not pass because a service is down. */
  ask(query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>>;
}

export interface GraphOptions {
  /** ISO instant as of which to answer. */
  readonly asOf?: string | undefined;
  readonly log: (line: string) => void;
}

export async function openGraph(services: readonly Service[], { asOf, log }: GraphOptions): Promise<Graph> {
  const { server } = createGraphServer({
    supergraph: supergraphOf(services),
    transports: services.map((service) => inProcess(service)),
    production: false,
    introspection: false,
    log,
  });
  await server.start();
  return {
    async ask(query, variables) {
      const contextValue = { traceId: randomUUID(), ...(asOf !== undefined && { asOf }) };
      const { body } = await server.executeOperation({ query, variables }, { contextValue });
      if (body.kind !== 'single') throw new Error('the graph answers in one piece');
      const { data, errors } = body.singleResult;
      if (errors?.[0]) throw new Error(errors[0].message);
      return data ?? {};
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
