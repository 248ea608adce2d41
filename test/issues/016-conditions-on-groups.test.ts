import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf, expectOneError } from '../kit/expect-answer.js';

// `having` with an empty or a null part, and one that compared an average of whole numbers with a fraction, were
// errors of ours.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded')));
afterAll(() => hub?.[Symbol.asyncDispose]());

const groups = (having: string): string =>
  `{ changeOrders(filter: { currency: { eq: "CNY" } }) { groups(by: [{ field: KIND }], having: ${having}) { average { daysDelta } } } }`;

interface Averages {
  changeOrders: { groups: { average: { daysDelta: string | null } }[] };
}

async function averages(having: string): Promise<(string | null)[]> {
  const { changeOrders } = dataOf(await hub!.query<Averages>(groups(having)));
  return changeOrders.groups.map(({ average }) => average.daysDelta);
}

describe('groups', () => {
  it.each(['{ sum: {} }', '{ sum: { daysDelta: {} } }', '{ count: {} }'])('are all kept by %s', async (having) => {
    expect(await averages(having)).toEqual(await averages('{}'));
  });

  it('are compared by their average as it is, though it is of whole numbers', async () => {
    const all = await averages('{}');
    const middle = all.filter((each) => each !== null).toSorted((a, b) => Number(a) - Number(b))[1]!;
    expect(middle).toMatch(/\.\d*[1-9]/);
    expect(await averages(`{ average: { daysDelta: { lte: "${middle}" } } }`)).toEqual(
      all.filter((each) => each !== null && Number(each) <= Number(middle)),
    );
  });

  it.each(['{ sum: null }', '{ average: { daysDelta: null } }', '{ count: null }'])('refuse %s', async (having) => {
    expectOneError(await hub!.query(groups(having)), 'NULL_OPERAND');
  });
});
