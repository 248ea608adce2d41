import { describe, expect, test } from 'vitest';
import { ACME, inProcess, smallGraph, smallService } from './small-graph.js';

const WRONG = `${ACME.slice(0, 17)}${ACME.endsWith('0') ? '1' : '0'}`;

describe('errors', () => {
  test('a malformed code in a literal or a variable is refused with its rule before any service is asked', async () => {
    const registry = smallService('registry');
    await using graph = await smallGraph({ transports: [inProcess(registry), inProcess(smallService('procurement'))] });
    const refusals = [
      await graph.ask(`{ legalEntities(filter: { uscc: "${WRONG}" }) { name } }`),
      await graph.ask('query Q($f: LegalEntityFilter) { legalEntities(filter: $f) { name } }', { f: { uscc: WRONG } }),
      await graph.ask('query Q($u: Uscc) { legalEntities(filter: { uscc: $u }) { name } }', { u: WRONG }),
    ];
    for (const { status, data, errors } of refusals) {
      expect(status).toBe(400);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_CODE', rule: 'R02' });
      expect(errors?.[0]?.extensions['messageZh']).toMatch(/[\u4e00-\u9fff]/);
      expect(errors?.[0]?.extensions['hint']).toBeTruthy();
      expect(errors?.[0]?.extensions).not.toHaveProperty('http');
    }
    expect(registry.asked).toEqual([]);
  });

  test('an unknown field gets a suggestion in development and none in production', async () => {
    await using development = await smallGraph();
    await using production = await smallGraph({ production: true });
    const query = '{ legalEntitys { name } }';
    const open = await development.ask(query);
    const closed = await production.ask(query);
    for (const { status, errors } of [open, closed]) {
      expect(status).toBe(400);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'GRAPHQL_VALIDATION_FAILED',
        messageZh: expect.any(String),
      });
    }
    expect(open.errors?.[0]?.message).toContain('Did you mean "legalEntities"?');
    expect(closed.errors?.[0]?.message).not.toContain('Did you mean');
    const variable = 'query Q($f: LegalEntityFilter) { legalEntities(filter: $f) { name } }';
    const inVariable = await production.ask(variable, { f: { name: 'x' } });
    expect(inVariable.status).toBe(400);
    expect(inVariable.errors?.[0]?.message).not.toContain('Did you mean');
    expect((await development.ask(variable, { f: { name: 'x' } })).errors?.[0]?.message).toContain(
      'Did you mean "named"',
    );
  });

  test('what a service says of its inside stays inside', async () => {
    await using graph = await smallGraph();
    const { data, errors } = await graph.ask('{ broken total }');
    expect(data).toEqual({ broken: null, total: '1200000.00' });
    expect(errors).toEqual([
      {
        message: 'Internal error',
        path: ['broken'],
        extensions: {
          code: 'INTERNAL_SERVER_ERROR',
          messageZh: '系统内部错误',
          hint: expect.any(String),
          traceId: expect.any(String),
          subgraph: 'registry',
        },
      },
    ]);
    expect(graph.logs.join()).toContain('secret_table');
    expect(graph.logs.join()).toContain(String(errors?.[0]?.extensions['traceId']));
  });

  test('syntax, type and shape errors are client errors with a sentence in Chinese', async () => {
    await using graph = await smallGraph();
    for (const [query, code] of [
      ['{ legalEntities {', 'GRAPHQL_PARSE_FAILED'],
      ['{ legalEntities }', 'GRAPHQL_VALIDATION_FAILED'],
      ['query A { total } query B { total }', 'OPERATION_RESOLUTION_FAILURE'],
      [`{ ${'a: total '.repeat(6_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ] as const) {
      const { status, errors } = await graph.ask(query);
      expect([status, errors?.[0]?.extensions['code']]).toEqual([400, code]);
      expect(errors?.[0]?.extensions['messageZh']).toMatch(/[\u4e00-\u9fff]/);
      expect(errors?.[0]?.extensions).not.toHaveProperty('stacktrace');
    }
  });
});
