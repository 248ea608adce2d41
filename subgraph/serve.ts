/** A service over HTTP: what the gateway asks of it, and whether it is alive and ready. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HeaderMap, type ApolloServer, type BaseContext } from '@apollo/server';
import type { SubgraphContext } from './context.js';
import { sendExport } from './export/send-export.js';
import type { Service } from './service.js';
import { AS_OF_HEADER } from './time/as-of-header.js';

const LARGEST_BODY = 8 * 1024 * 1024;

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

type Server = ApolloServer<BaseContext & SubgraphContext>;

export async function serve(
  service: Service,
  server: Server,
  context: SubgraphContext,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const http = createServer((request, response) => {
    answer(service, server, context, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  http.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, resolve);
  });
  const { port: taken } = http.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/graphql`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeIdleConnections();
      }),
  };
}

async function answer(
  service: Service,
  server: Server,
  context: SubgraphContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/healthz') return send(response, 200, { status: 'ok' });
  if (pathname === '/readyz') {
    const state = await service.ready();
    return send(response, state.database && state.migrations ? 200 : 503, state);
  }
  if (pathname.startsWith('/export/') && request.method === 'GET')
    return sendExport(await service.export(pathname.slice('/export/'.length), searchParams), response);
  if (pathname !== '/graphql') return send(response, 404, { error: 'not found' });
  const body = await readBody(request);
  if (body === undefined) return send(response, 413, { error: 'body too large' });
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  const result = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers, search, body: parseJson(body) },
    context: async () => ({ ...context, asOf: headers.get(AS_OF_HEADER) }),
  });
  response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
  response.end(result.body.kind === 'complete' ? result.body.string : undefined);
}

function parseJson(body: string): unknown {
  try {
    return body ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
