import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// When @include and @skip left nothing of an object, the statement failed and the answer was an error of ours.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded')));
afterAll(() => hub?.[Symbol.asyncDispose]());

it('an object of which nothing is asked for is empty', async () => {
  const query = `query($not: Boolean!) {
    contracts(first: 1) {
      nodes { id @include(if: $not) }
      edges { node { supplier { name @include(if: $not) } } cursor @include(if: $not) }
      pageInfo { endCursor @include(if: $not) }
      aggregates { count @include(if: $not) }
      groups(by: [{ field: STATUS }], first: 1) { keys { status @include(if: $not) } }
    }
    none: contracts(first: 1) { totalCount @include(if: $not) }
    city(jurisdiction: "CN-349900") { name @include(if: $not) }
  }`;
  expect(dataOf(await hub!.query(query, { not: false }))).toEqual({
    contracts: {
      nodes: [{}],
      edges: [{ node: { supplier: {} } }],
      pageInfo: {},
      aggregates: {},
      groups: [{ keys: {} }],
    },
    none: {},
    city: {},
  });
});
