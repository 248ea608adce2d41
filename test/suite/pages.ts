import { describe, expect, it } from 'vitest';
import type { Answer, TestHub } from '../kit/create-hub.js';
import { dataOf, expectOneError } from '../kit/expect-answer.js';

interface Page {
  contracts: {
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
}

const PAGE = `query Page($first: Int, $after: String, $last: Int, $before: String, $by: [ContractOrder!]) {
  contracts(first: $first, after: $after, last: $last, before: $before, orderBy: $by) {
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

/** Pages of one collection: sizes, directions, and cursors that are not this collection's. */
export function definePages(running: () => TestHub): void {
  const page = (variables: Record<string, unknown>): Promise<Answer<Page>> => running().query<Page>(PAGE, variables);

  describe('pages', () => {
    it.each([
      ['more than 500', { first: 501 }],
      ['more than 500 backward', { last: 501 }],
      ['less than none', { first: -1 }],
      ['both directions', { first: 1, last: 1 }],
    ])('refuses %s', async (_, variables) => {
      expectOneError(await page(variables), 'BAD_PAGE');
    });

    it('gives none, and says that there are more', async () => {
      expect(dataOf(await page({ first: 0 })).contracts).toEqual({
        nodes: [],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
      });
    });

    it('go on after a cursor, and back before it', async () => {
      const whole = dataOf(await page({ first: 5 })).contracts;
      const start = dataOf(await page({ first: 2 })).contracts;
      const rest = dataOf(await page({ first: 3, after: start.pageInfo.endCursor })).contracts;
      expect([...start.nodes, ...rest.nodes]).toEqual(whole.nodes);
      expect(rest.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
      const back = dataOf(await page({ last: 2, before: rest.pageInfo.startCursor })).contracts;
      expect(back.nodes).toEqual(start.nodes);
      expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    });

    it('end with the last row', async () => {
      const { contracts } = dataOf(await page({ last: 2 }));
      const after = dataOf(await page({ first: 5, after: contracts.pageInfo.startCursor })).contracts;
      expect(after.nodes).toEqual(contracts.nodes.slice(1));
      expect(after.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    });

    it.each<[string, (cursor: string) => string]>([
      ['malformed', () => 'page2'],
      ['empty', () => ''],
      ['cut', (cursor) => cursor.slice(0, -8)],
      ['changed', (cursor) => cursor.slice(0, 30) + (cursor[30] === 'A' ? 'B' : 'A') + cursor.slice(31)],
      ['lengthened', (cursor) => `${cursor}!`],
    ])('refuses a cursor that is %s', async (_, change) => {
      const { contracts } = dataOf(await page({ first: 2 }));
      const answer = await page({ first: 2, after: change(contracts.pageInfo.endCursor ?? '') });
      expectOneError(answer, 'BAD_CURSOR');
    });

    it('refuses a cursor of another order or another collection', async () => {
      const byDate = dataOf(await page({ first: 1 })).contracts.pageInfo.endCursor;
      const by = [{ field: 'AMOUNT', direction: 'DESC' }];
      expectOneError(await page({ first: 1, after: byDate, by }), 'BAD_CURSOR');
      const agencies = await running().query<{ agencies: { pageInfo: { endCursor: string } } }>(
        '{ agencies(first: 1) { pageInfo { endCursor } } }',
      );
      expectOneError(await page({ first: 1, after: dataOf(agencies).agencies.pageInfo.endCursor }), 'BAD_CURSOR');
    });
  });
}
