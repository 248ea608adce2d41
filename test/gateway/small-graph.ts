import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FormattedExecutionResult, graphql, parse } from 'graphql';
import { VOCABULARY } from '../../schema/vocabulary/scalars.js';
import { buildUscc } from '../../schema/vocabulary/uscc.js';
import { composeSupergraph } from '../../gateway/compose.js';
import { type Gateway, createGateway } from '../../gateway/server.js';
import { type LocalService, type Transport, inProcess, overHttp } from '../../gateway/transport.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
export const ACME = buildUscc({ department: '9', category: '1', region: '350100', organisation8: 'M0001001' });

const REGISTRY = `${LINK}
  scalar Uscc
  input LegalEntityFilter { uscc: Uscc, named: String }
  type Query { legalEntities(filter: LegalEntityFilter): [LegalEntity!] broken: String }
  type LegalEntity @key(fields: "uscc") { uscc: Uscc! name: String }`;

const PROCUREMENT = `${LINK}
  scalar Uscc
  scalar Decimal
  type Query { contracts: [Contract!] total: Decimal }
  type Contract @key(fields: "id") { id: ID! amount: Decimal supplier: LegalEntity }
  type LegalEntity @key(fields: "uscc") { uscc: Uscc! contracts: [Contract!] }`;

const acme = { __typename: 'LegalEntity', uscc: ACME, name: '阳光建设有限公司' };
const contract = { id: 'c1', amount: '1200000.00', supplier: { uscc: ACME } };

const RESOLVERS: Record<string, Record<string, unknown>> = {
  registry: {
    Query: {
      legalEntities: () => [acme],
      broken: () => {
        throw new Error('relation "registry.secret_table" does not exist');
      },
    },
    LegalEntity: { __resolveReference: () => acme },
  },
  procurement: {
    Query: { contracts: () => [contract], total: () => '1200000.00' },
    Contract: { __resolveReference: () => contract },
    LegalEntity: { __resolveReference: ({ uscc }: { uscc: string }) => ({ uscc }), contracts: () => [contract] },
  },
};

export const SDL: Readonly<Record<string, string>> = { registry: REGISTRY, procurement: PROCUREMENT };

/** A service small enough to read, with what it was asked. */
export function smallService(name: 'registry' | 'procurement'): LocalService & { readonly asked: string[] } {
  const scalars = Object.fromEntries(VOCABULARY.map((scalar) => [scalar.name, scalar]));
  const own = Object.fromEntries(Object.entries(scalars).filter(([scalar]) => SDL[name]?.includes(`scalar ${scalar}`)));
  const resolvers = { ...own, ...RESOLVERS[name] };
  const schema = buildSubgraphSchema([{ typeDefs: parse(SDL[name] ?? ''), resolvers: resolvers as never }]);
  const asked: string[] = [];
  return {
    name,
    asked,
    async execute({ query, variables, operationName }) {
      asked.push(query);
      const result = await graphql({ schema, source: query, variableValues: variables, operationName });
      return JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
    },
    export: () => Promise.reject(new Error('a small service has no rows to export')),
    ready: async () => ({ database: true, migrations: true }),
  };
}

/** Serves a small service as `hub serve` would. */
export async function serveSmall(service: LocalService): Promise<{ url: string; stop: () => Promise<void> }> {
  return serve((request, response) => {
    if (request.url === '/readyz') return void response.end('{"database":true,"migrations":true}');
    let body = '';
    request.on('data', (text) => (body += text));
    request.on('end', () => {
      void service.execute(JSON.parse(body)).then((result) => response.end(JSON.stringify(result)));
    });
  });
}

export async function serve(listener: RequestListener, port = 0): Promise<{ url: string; stop: () => Promise<void> }> {
  const http = createServer(listener);
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`, stop };
}

export interface SmallGraph extends AsyncDisposable {
  readonly url: string;
  readonly gateway: Gateway;
  readonly logs: string[];
  ask(query: string, variables?: object): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

interface SmallGraphOptions {
  transports?: Transport[];
  production?: boolean;
  introspection?: boolean;
  explorer?: string;
}

/** The two services behind a gateway that listens; in process unless transports are given. */
export async function smallGraph(options: SmallGraphOptions = {}): Promise<SmallGraph> {
  const composed = composeSupergraph(Object.entries(SDL).map(([name, sdl]) => ({ name, sdl })));
  if (!composed.ok) throw new Error(composed.problems.join('\n'));
  const logs: string[] = [];
  const gateway = await createGateway({
    supergraph: composed.supergraph,
    transports: options.transports ?? [inProcess(smallService('registry')), inProcess(smallService('procurement'))],
    production: options.production ?? false,
    introspection: options.introspection ?? true,
    explorer: options.explorer ?? '/nowhere',
    log: (line) => void logs.push(line),
  });
  const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    gateway,
    logs,
    async ask(query, variables) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) };
    },
    [Symbol.asyncDispose]: () => gateway.close(),
  };
}

export { inProcess, overHttp };
