import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, printSchema } from 'graphql';
import { hubError } from '../subgraph/errors.js';
import { AS_OF_HEADER, readAsOf } from '../subgraph/time/as-of-header.js';
import { drainable } from './drain.js';
import { ExportDoor } from './export.js';
import { type GraphOptions, type GraphServer, createGraphServer } from './graph-server.js';
import { askReadiness } from './readiness.js';
import { readBody } from './request-body.js';
import { StaticFiles } from './static-files.js';

export interface GatewayOptions extends GraphOptions {
  /** The built explorer; it may appear after the gateway has started. */
  readonly explorer: string;
}

export interface Gateway extends AsyncDisposable {
  /** The schema that clients see. */
  readonly sdl: string;
  listen(address: { host: string; port: number }): Promise<{ url: string }>;
  /** Takes no new requests, lets those under way finish, then ends. */
  close(): Promise<void>;
}

interface Room {
  readonly options: GatewayOptions;
  readonly server: GraphServer;
  readonly sdl: string;
  readonly explorer: StaticFiles;
  readonly exports: ExportDoor;
  readonly isDraining: () => boolean;
}

/** Loads the supergraph; listens to nothing yet. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { server, gateway } = createGraphServer(options);
  await server.start();
  const sdl = gateway.schema ? `${printSchema(gateway.schema)}\n` : '';
  let isDraining = false;
  const room: Room = {
    options,
    server,
    sdl,
    explorer: new StaticFiles(options.explorer),
    exports: new ExportDoor(options),
    isDraining: () => isDraining,
  };
  const http = createServer((request, response) => {
    answer(room, request, response).catch((error: unknown) => {
      options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (!response.headersSent)
        sendJson(response, 500, refusal('INTERNAL_SERVER_ERROR', '系统内部错误', 'Internal error'));
      else response.destroy();
    });
  });
  const drain = drainable(http);
  http.requestTimeout = 30_000;
  http.keepAliveTimeout = 65_000;
  const close = async (): Promise<void> => {
    isDraining = true;
    await drain();
    await server.stop();
    for (const transport of options.transports) transport.close();
  };
  let closed: Promise<void> | undefined;
  const closeOnce = (): Promise<void> => (closed ??= close());
  return {
    sdl,
    async listen({ host, port }) {
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, resolve);
      });
      const { port: taken } = http.address() as AddressInfo;
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}` };
    },
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  };
}

async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (room.isDraining()) response.setHeader('connection', 'close');
  const { pathname, search } = addressOf(request);
  if (pathname === '/graphql') return answerGraphQL(room, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return sendJson(response, 405, refusal('BAD_REQUEST', '该地址只支持 GET', 'This address answers GET only'));
  }
  if (pathname === '/') return redirect(response, '/explorer/');
  if (pathname === '/healthz') return sendJson(response, 200, { status: 'ok' });
  if (pathname === '/readyz') {
    const state = await askReadiness(room.options.transports);
    const ready = state.ready && !room.isDraining();
    return sendJson(response, ready ? 200 : 503, { ...state, ready });
  }
  if (pathname === '/schema.graphql' && room.options.introspection) {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(room.sdl);
    return;
  }
  if (pathname.startsWith('/export/')) {
    const parameters = new URLSearchParams(search);
    // The header means the same everywhere: rows of today would be another answer than was asked for.
    const asOf = request.headers[AS_OF_HEADER];
    if (asOf !== undefined && !parameters.has('asOf')) parameters.set('asOf', String(asOf));
    return room.exports.answer(pathname.slice('/export/'.length), parameters, response);
  }
  if (pathname === '/explorer') return redirect(response, '/explorer/');
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const file = pathname.startsWith('/explorer/') ? decodeName(pathname.slice('/explorer/'.length)) : undefined;
  if (file !== undefined && (await room.explorer.send(file, takesGzip, response))) return;
  sendJson(response, 404, refusal('NOT_FOUND', '没有这个地址', 'There is nothing at this address'));
}

async function answerGraphQL(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const traceId = randomUUID();
  const body = await readBody(request);
  response.setHeader('hub-trace-id', traceId);
  if (!body.ok) {
    response.setHeader('connection', 'close');
    return sendJson(response, body.status, refusal('BAD_REQUEST', body.zh, body.en));
  }
  const { search } = addressOf(request);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const asOf = askedAsOf(headers.get(AS_OF_HEADER));
  if (asOf instanceof GraphQLError) return sendJson(response, 400, { errors: [asOf] });
  const method = request.method ?? 'GET';
  const result = await room.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body: body.value },
    context: async () => ({ traceId, asOf }),
  });
  response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
  response.end(result.body.kind === 'complete' ? result.body.string : undefined);
}

/** What to pass on to the services: `now` is one instant for all of them. */
function askedAsOf(header: string | undefined): string | undefined | GraphQLError {
  if (header === undefined) return undefined;
  const asked = readAsOf(header);
  if (!asked) return hubError('AS_OF_INVALID', { zh: header, en: header });
  if (asked.kind === 'edition') return asked.name;
  return asked.kind === 'instant' ? asked.instant : new Date().toISOString();
}

/** Path and search as they came; a URL parser would refuse some and read a host into others. */
function addressOf(request: IncomingMessage): { pathname: string; search: string } {
  const [pathname = '/', search] = (request.url ?? '/').split(/\?(.*)/s);
  return { pathname, search: search === undefined ? '' : `?${search}` };
}

function decodeName(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

const refusal = (code: string, zh: string, en: string): object => ({
  errors: [{ message: en, extensions: { code, messageZh: zh } }],
});

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location });
  response.end();
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
