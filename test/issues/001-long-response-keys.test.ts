import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// PostgreSQL cuts a name after 63 bytes, so a longer alias came back as null, without an error.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded')));
afterAll(() => hub?.[Symbol.asyncDispose]());

const long = (end: string): string => `theAmountOfTheContractAsItWasSignedInTheYearTwentyTwentyFour_Part${end}`;

interface Nodes {
  nodes: Record<string, unknown>[];
}

it('an alias longer than a name of PostgreSQL’s is answered under its own name', async () => {
  const [list, amount, title, legal] = [long('L'), long('A'), long('T'), long('E')];
  const query = `{
    short: contracts(first: 1) { nodes { amount title supplier { legalEntity { name } } items(first: 1) { totalCount } } }
    ${list}: contracts(first: 1) {
      nodes { ${amount}: amount ${title}: title supplier { ${legal}: legalEntity { ${title}: name } } ${list}: items(first: 1) { totalCount } }
    }
  }`;
  const data = dataOf(await hub!.query<Record<string, Nodes>>(query));
  const [short] = data['short']!.nodes as [
    { amount: string; title: string; supplier: { legalEntity: { name: string } }; items: object },
  ];
  expect(short.amount).toBeTruthy();
  expect(data[list]!.nodes).toEqual([
    {
      [amount]: short.amount,
      [title]: short.title,
      supplier: { [legal]: { [title]: short.supplier.legalEntity.name } },
      [list]: short.items,
    },
  ]);
});
