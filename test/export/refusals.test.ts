import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { refusalOf } from './ask-export.js';

describe.each(['embedded', 'distributed'] as const)('a hub that is %s', (mode) => {
  let hub: TestHub;
  beforeAll(async () => void (hub = await createHub(mode)));
  afterAll(() => hub[Symbol.asyncDispose]());

  it.each([
    '{ supplier: { uscc: { eq: "91349903MATRJNUQ4X" } } }',
    '{"supplier":{"uscc":{"eq":"91349903MATRJNUQ4X"}}}',
  ])('refuses a code that breaks its rule with the words of a query: %s', async (filter) => {
    const refusal = await refusalOf(hub, 'contracts', { filter });
    const { body } = await hub.query(
      '{ contracts(filter: { supplier: { uscc: { eq: "91349903MATRJNUQ4X" } } }) { totalCount } }',
    );
    const [error] = body.errors ?? [];
    expect(refusal).toMatchObject({
      status: 400,
      code: 'BAD_CODE',
      rule: 'R02',
      messageZh: error?.extensions['messageZh'],
    });
    expect(refusal['message']).toContain(error?.message);
  });

  it.each(['{ amount: { gt: null } }', '{"amount":{"gt":null}}'])('refuses a null operand: %s', async (filter) => {
    const { body } = await hub.query('{ contracts(filter: { amount: { gt: null } }) { totalCount } }');
    expect(await refusalOf(hub, 'contracts', { filter })).toMatchObject({
      status: 400,
      code: 'NULL_OPERAND',
      message: body.errors?.[0]?.message,
    });
  });

  it.each([
    ['a field that is not there', '{ ammount: { gt: "1" } }', 'Field "ammount" is not defined'],
    ['the same in JSON', '{"ammount":{"gt":"1"}}', 'Field "ammount" is not defined'],
    ['a number where a decimal is a string', '{"amount":{"gt":0.1}}', 'filter.amount.gt'],
    ['what is no literal', '{ amount: { gt: "1" }', 'Syntax Error'],
    ['a list', '[]', 'ContractFilter'],
    ['more than one value', '{}) { nodes { id } } x: contracts(filter: {}', 'Syntax Error'],
    ['a variable', '{ amount: { gt: $x } }', 'Syntax Error'],
    ['too few bounds', '{ amount: { between: ["1"] } }', 'exactly two values'],
  ])('refuses as a filter %s', async (_, filter, words) => {
    const refusal = await refusalOf(hub, 'contracts', { filter });
    expect([refusal['status'], refusal['subgraph']]).toEqual([400, 'procurement']);
    expect(['BAD_FILTER', 'BAD_CODE']).toContain(refusal['code']);
    expect(refusal['message']).toContain(words);
  });

  it.each([
    [{ fields: 'id,titel' }, 'titel: Contract has no field "titel"', ['title']],
    [{ fields: 'supplier.name2' }, 'supplier.name2: Party has no field "name2"', ['uscc']],
    [{ fields: 'supplier.legalEntity.name' }, 'belongs to another service', ['uscc']],
    [{ fields: 'id,,title' }, 'Contract has no field ""', ['id']],
    [{ fields: 'amendments' }, 'export the collection amendments instead', undefined],
    [{ fields: 'title.length' }, 'title is a value', undefined],
    [{ fields: 'cursor' }, '1 to 300 fields', undefined],
    [{ fields: 'process.tender.process.tender.process.tender.id' }, 'more than 6 steps', undefined],
    [{ order: 'supplier' }, 'Contract is not ordered by supplier', ['signedOn']],
    [{ order: 'signedOn downwards' }, 'is written: field asc|desc', undefined],
    [{ format: 'xlsx' }, 'format=xlsx', ['csv', 'ndjson']],
    [{ filtre: '{}' }, 'no parameter filtre', ['filter']],
    [{ format: 'ndjson', bom: 'off' }, 'bom is for csv only', undefined],
  ])('refuses the parameters %o', async (parameters, words, available) => {
    const refusal = await refusalOf(hub, 'contracts', parameters as unknown as Record<string, string>);
    expect(refusal).toMatchObject({
      status: 400,
      code: 'BAD_EXPORT',
      messageZh: expect.stringMatching(/^导出参数无效：/),
    });
    expect(refusal['message']).toContain(words);
    if (available) expect(refusal['available']).toEqual(expect.arrayContaining(available));
  });

  it('refuses a cursor of another order, a forged one, and a collection that is not there', async () => {
    const { body } = await hub.query<{ contracts: { pageInfo: { endCursor: string } } }>(
      '{ contracts(first: 1) { pageInfo { endCursor } } }',
    );
    const after = String(body.data?.contracts.pageInfo.endCursor);
    expect(await refusalOf(hub, 'contracts', { after, order: 'amount' })).toMatchObject({
      status: 400,
      code: 'BAD_CURSOR',
    });
    expect(await refusalOf(hub, 'contracts', { after: 'AAAA' })).toMatchObject({ status: 400, code: 'BAD_CURSOR' });
    for (const name of ['contractz', 'contract', '__schema', 'contracts/..', '%00'])
      expect(await refusalOf(hub, name)).toMatchObject({ status: 404, code: 'UNKNOWN_COLLECTION' });
    expect((await hub.fetch('/export/contracts', { method: 'POST' })).status).toBe(405);
  });

  // The last of them: the service is gone then.
  it('says which service is gone', async () => {
    await hub.stopService('procurement');
    expect(await refusalOf(hub, 'agencies', { format: 'xml' })).toMatchObject({ code: 'BAD_EXPORT' });
    if (mode === 'distributed')
      expect(await refusalOf(hub, 'contracts')).toMatchObject({
        status: 503,
        code: 'SERVICE_UNAVAILABLE',
        subgraph: 'procurement',
      });
  });
});

it('names no fields in production', async () => {
  await using hub = await createHub('embedded', { production: true });
  const field = await refusalOf(hub, 'contracts', { fields: 'titel' });
  expect([field['code'], field['available']]).toEqual(['BAD_EXPORT', undefined]);
  const filter = await refusalOf(hub, 'contracts', { filter: '{ ammount: { gt: "1" } }' });
  expect(JSON.stringify(filter)).not.toContain('Did you mean');
});
