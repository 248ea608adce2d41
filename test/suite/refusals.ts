import { describe, expect, it } from 'vitest';
import type { TestHub } from '../kit/create-hub.js';
import { expectNoInternals, expectOneError } from '../kit/expect-answer.js';

/** A code whose check character is wrong: 17 right characters ask for `P`. */
const WRONG_USCC = '913401001234567890';
const COUNT = 'query Q($f: ContractFilter) { contracts(filter: $f) { totalCount } }';
const countBy = (filter: string): string => `{ contracts(filter: ${filter}) { totalCount } }`;

/** What a client gets for a question that cannot be answered: a code, the rule, both languages, nothing of the inside. */
export function defineRefusals(running: () => TestHub): void {
  describe('refuses', () => {
    it.each([
      ['R02', 'supplier', { supplier: { uscc: { eq: WRONG_USCC } } }],
      ['R01', 'supplier', { supplier: { uscc: { in: ['123'] } } }],
      ['DECIMAL', 'amount', { amount: { gte: '1,000' } }],
      ['LOCAL_DATE', 'signedOn', { signedOn: { between: ['2024-02-30', '2024-03-01'] } }],
    ])('a value that breaks %s of the field %s, as a literal and as a variable', async (rule, _, filter) => {
      const literal = JSON.stringify(filter).replaceAll(/"(\w+)":/g, '$1:');
      for (const answer of [await running().query(countBy(literal)), await running().query(COUNT, { f: filter })]) {
        expect(answer.status).toBe(400);
        expect(answer.body.data ?? null).toBeNull();
        expect(expectOneError(answer, 'BAD_CODE').extensions).toMatchObject({ rule });
      }
    });

    it('a wrong code as the key of a look-up', async () => {
      const answer = await running().query(`{ legalEntity(uscc: "${WRONG_USCC}") { name } }`);
      expect(answer.status).toBe(400);
      expect(expectOneError(answer, 'BAD_CODE').extensions).toMatchObject({ rule: 'R02' });
    });

    it('a field that is not there, with a suggestion', async () => {
      const answer = await running().query('{ contrats { totalCount } }');
      expect(answer.status).toBe(400);
      expect(expectOneError(answer, 'GRAPHQL_VALIDATION_FAILED').message).toContain('Did you mean "contracts"');
    });

    it.each([
      ['an operand', '{ amount: { gte: null } }', { amount: { gte: null } }],
      ['a condition', '{ amount: null }', { amount: null }],
      ['a condition on a party', '{ supplier: { uscc: null } }', { supplier: { uscc: null } }],
      ['a list of alternatives', '{ or: null }', { or: null }],
      ['a condition on a list', '{ items: { some: null } }', { items: { some: null } }],
    ])('null as %s, and says to use isNull', async (_, literal, filter) => {
      for (const answer of [await running().query(countBy(literal)), await running().query(COUNT, { f: filter })])
        expect(expectOneError(answer, 'NULL_OPERAND').extensions['hint']).toContain('isNull');
    });

    it.each([
      ['an interval of one value', '{ amount: { between: ["1"] } }'],
      ['an interval of three values', '{ signedOn: { between: ["2024-01-01", "2024-01-02", "2024-01-03"] } }'],
      ['the character NUL', String.raw`{ title: { contains: "\u0000" } }`],
    ])('%s', async (_, filter) => {
      expectOneError(await running().query(countBy(filter)), 'BAD_FILTER');
    });

    it.each([
      ['no filter', 'contracts', 'aggregates { sum { amount } }'],
      ['an average', 'contracts', 'aggregates { average { amount } }'],
      ['a largest amount', 'contracts', 'aggregates { max { amount } }'],
      [
        'several currencies',
        'contracts(filter: { currency: { in: ["CNY", "USD"] } })',
        'aggregates { sum { amount } }',
      ],
      ['not one currency', 'contracts(filter: { not: { currency: { eq: "CNY" } } })', 'aggregates { sum { amount } }'],
      ['an alternative', 'contracts(filter: { or: [{ currency: { eq: "CNY" } }] })', 'aggregates { sum { amount } }'],
      ['other groups', 'contracts', 'groups(by: [{ field: STATUS }]) { sum { amount } }'],
    ])('a sum over mixed currencies: %s', async (_, collection, totals) => {
      const answer = await running().query(`{ ${collection} { ${totals} } }`);
      expect(expectOneError(answer, 'MIXED_CURRENCY').path).toEqual(['contracts']);
    });

    it('more than the graph can answer at once, and names the list that costs most', async () => {
      const answer = await running().query(
        '{ contracts(first: 500) { nodes { items(first: 500) { nodes { contract { items(first: 500) { totalCount } } } } } } }',
      );
      expect(expectOneError(answer, 'QUERY_TOO_LARGE').message).toContain('items');
    });

    it('each wrong field by itself: the others are answered', async () => {
      const answer = await running().query(
        '{ wrong: contracts(first: 501) { totalCount } right: agencies(first: 1) { totalCount } }',
      );
      expect(expectOneError(answer, 'BAD_PAGE').path).toEqual(['wrong']);
      expect(answer.body.data).toMatchObject({ wrong: null, right: { totalCount: expect.any(Number) as number } });
    });

    it('what is not GraphQL, without a word about the inside', async () => {
      for (const query of ['{ contracts', '{ contracts { nodes } }', '{ contracts(first: "x") { totalCount } }']) {
        const answer = await running().query(query);
        expect(answer.status).toBe(400);
        expectNoInternals(answer);
      }
    });
  });
}
