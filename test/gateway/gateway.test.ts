import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ACME, inProcess, overHttp, serve, serveSmall, smallGraph, smallService } from './small-graph.js';

const BOTH = '{ contracts { id amount supplier { uscc name contracts { id } } } legalEntities { name } }';
const BOTH_DATA = {
  contracts: [
    { id: 'c1', amount: '1200000.00', supplier: { uscc: ACME, name: '阳光建设有限公司', contracts: [{ id: 'c1' }] } },
  ],
  legalEntities: [{ name: '阳光建设有限公司' }],
};

describe('a query over two services', () => {
  test('answers the same in process and over HTTP', async () => {
    await using local = await smallGraph();
    expect(await local.ask(BOTH)).toEqual({ status: 200, data: BOTH_DATA });
    const servers = await Promise.all([serveSmall(smallService('registry')), serveSmall(smallService('procurement'))]);
    const [registry, procurement] = servers;
    await using remote = await smallGraph({
      transports: [overHttp('registry', String(registry?.url)), overHttp('procurement', String(procurement?.url))],
    });
    expect(await remote.ask(BOTH)).toEqual({ status: 200, data: BOTH_DATA });
    for (const server of servers) await server.stop();
  });

  test('GET answers as POST does; a GET from a foreign form is refused', async () => {
    await using graph = await smallGraph();
    const url = `${graph.url}/graphql?query=${encodeURIComponent('query Q($f: LegalEntityFilter) { legalEntities(filter: $f) { name } }')}&variables=${encodeURIComponent(JSON.stringify({ f: { uscc: ACME } }))}`;
    const answer = await fetch(url, { headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ data: { legalEntities: [{ name: '阳光建设有限公司' }] } });
    const foreign = await fetch(url);
    expect(foreign.status).toBe(400);
    expect(await foreign.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST', messageZh: /格式/ } }],
    });
  });
});

describe('a service that is gone', () => {
  test('is one error with its name; the other service’s data stays', async () => {
    const registry = await serveSmall(smallService('registry'));
    await registry.stop();
    await using graph = await smallGraph({
      transports: [overHttp('registry', registry.url), inProcess(smallService('procurement'))],
    });
    const { status, data, errors } = await graph.ask(BOTH);
    expect(status).toBe(200);
    expect(data).toMatchObject({
      contracts: [{ id: 'c1', supplier: { uscc: ACME, name: null } }],
      legalEntities: null,
    });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('registry'),
      extensions: {
        code: 'SERVICE_UNAVAILABLE',
        subgraph: 'registry',
        reason: 'UNREACHABLE',
        messageZh: expect.stringContaining('暂时不可用'),
        hint: expect.stringContaining('稍后重试'),
        traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        affected: expect.arrayContaining(['legalEntities', 'contracts.supplier']),
      },
    });
    expect(JSON.stringify(errors)).not.toContain('127.0.0.1');
    expect(graph.logs.join()).toContain('ECONNREFUSED');
  });

  test.each([
    ['null without an error', (write: (s: number, b: string) => void) => write(200, '{"data":null}')],
    ['a page', (write: (s: number, b: string) => void) => write(502, '<html>Bad gateway</html>')],
    ['a redirect', (write: (s: number, b: string) => void) => write(302, '')],
    ['a list', (write: (s: number, b: string) => void) => write(200, '[]')],
    ['nothing of the graph', (write: (s: number, b: string) => void) => write(200, '{"ok":true}')],
  ])('when it answers %s', async (_, reply) => {
    const bad = await serve((_request, response) => {
      reply((status, body) => {
        response.writeHead(status, { location: 'http://127.0.0.1:1/graphql' });
        response.end(body);
      });
    });
    await using graph = await smallGraph({
      transports: [overHttp('registry', bad.url), inProcess(smallService('procurement'))],
    });
    expect(await graph.ask('{ legalEntities { name } total }')).toMatchObject({
      data: { legalEntities: null, total: '1200000.00' },
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', reason: 'BAD_ANSWER' } }],
    });
    await bad.stop();
  });

  test('when it does not answer, or answers without end: both within the deadline', { timeout: 20_000 }, async () => {
    const silent = await serve(() => undefined);
    const endless = await serve((_request, response) => {
      const chunk = Buffer.alloc(1 << 20, 'x');
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    });
    await using graph = await smallGraph({
      transports: [overHttp('registry', silent.url), overHttp('procurement', endless.url)],
    });
    const began = performance.now();
    const { data, errors } = await graph.ask('{ legalEntities { name } total }');
    expect(performance.now() - began).toBeLessThan(6_000);
    expect(data).toEqual({ legalEntities: null, total: null });
    expect(errors?.map((error) => error.extensions['reason']).sort()).toEqual(['TIMEOUT', 'TOO_LARGE']);
    await Promise.all([silent.stop(), endless.stop()]);
  });

  test('a connection that breaks is tried once more', async () => {
    let calls = 0;
    const service = smallService('registry');
    const shaky = await serve((request, response) => {
      calls += 1;
      if (calls === 1) return void request.socket.destroy();
      let body = '';
      request.on('data', (text) => (body += text));
      request.on(
        'end',
        () => void service.execute(JSON.parse(body)).then((result) => response.end(JSON.stringify(result))),
      );
    });
    await using graph = await smallGraph({
      transports: [overHttp('registry', shaky.url), inProcess(smallService('procurement'))],
    });
    expect(await graph.ask('{ legalEntities { name } }')).toMatchObject({
      data: { legalEntities: [{ name: '阳光建设有限公司' }] },
    });
    expect(calls).toBe(2);
    await shaky.stop();
  });
});

describe('the HTTP side', () => {
  test('health, readiness, schema, redirects, unknown addresses', async () => {
    const gone = await serve(() => undefined);
    await gone.stop();
    await using graph = await smallGraph();
    await using half = await smallGraph({
      transports: [overHttp('registry', gone.url), inProcess(smallService('procurement'))],
    });
    const get = async (path: string, base = graph.url): Promise<Response> => fetch(base + path, { redirect: 'manual' });
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    const state = { reachable: true, database: true, migrations: true };
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, services: { registry: state, procurement: state } },
    ]);
    const notReady = await get('/readyz', half.url);
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toMatchObject({ ready: false, services: { registry: { reachable: false } } });
    const schema = await get('/schema.graphql');
    expect(schema.headers.get('content-type')).toContain('charset=utf-8');
    expect(await schema.text()).toMatch(/type LegalEntity \{\n {2}uscc: Uscc!/);
    const home = await get('/');
    expect([home.status, home.headers.get('location')]).toEqual([302, '/explorer/']);
    for (const path of [
      '/nothing',
      '/explorer/../../etc/passwd',
      '/explorer/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '/explorer/%00',
      '/explorer/%',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await fetch(`${graph.url}/healthz`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${graph.url}/graphql`, { method: 'PUT' })).status).toBe(400);
  });

  test('introspection is a switch', async () => {
    await using closed = await smallGraph({ introspection: false });
    const { status, errors } = await closed.ask('{ __schema { types { name } } }');
    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect((await fetch(`${closed.url}/schema.graphql`)).status).toBe(404);
    await using open = await smallGraph();
    expect((await open.ask('{ __type(name: "Contract") { name } }')).data).toEqual({ __type: { name: 'Contract' } });
  });

  test('a large body, a batch, a form and what is not JSON are refused', async () => {
    await using graph = await smallGraph();
    const post = async (body: string, type = 'application/json'): Promise<[number, unknown]> => {
      const response = await fetch(`${graph.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code];
    };
    expect(await post(JSON.stringify({ query: '{ total }', variables: { x: 'x'.repeat(1 << 20) } }))).toEqual([
      413,
      'BAD_REQUEST',
    ]);
    expect(await post('[{"query":"{ total }"},{"query":"{ total }"}]')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('{"query":')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('{"query":"{ total }"}', 'text/plain')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('{"query":"{ total }"}', 'application/xml')).toEqual([400, 'BAD_REQUEST']);
  });

  test('an answer under way is finished before the gateway ends, and nothing hangs on an open connection', async () => {
    let release = (): void => undefined;
    const service = smallService('registry');
    const waiting = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => undefined;
    const asked = new Promise<void>((resolve) => (begun = resolve));
    const slow = {
      ...service,
      execute: async (request: Parameters<typeof service.execute>[0]) => {
        begun();
        await waiting;
        return service.execute(request);
      },
    };
    const graph = await smallGraph({ transports: [inProcess(slow), inProcess(smallService('procurement'))] });
    const idle = connect(Number(new URL(graph.url).port), '127.0.0.1');
    const answer = graph.ask('{ legalEntities { name } }');
    await asked;
    const closing = graph.gateway.close();
    await expect(fetch(`${graph.url}/healthz`)).rejects.toThrow();
    release();
    expect((await answer).data).toEqual({ legalEntities: [{ name: '阳光建设有限公司' }] });
    const began = performance.now();
    await closing;
    expect(performance.now() - began).toBeLessThan(2_000);
    idle.destroy();
  });
});
