import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// Groups by an instant printed PostgreSQL's own form, and its buckets a day, which is no DateTime.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded')));
afterAll(() => hub?.[Symbol.asyncDispose]());

type Groups = { count: number; keys: { openedAt: string } }[];

it('the keys of groups by an instant are instants: the instant itself, or the first of the bucket', async () => {
  const { bidOpenings } = dataOf(
    await hub!.query<{ bidOpenings: { single: Groups; month: Groups } }>(`{ bidOpenings {
      single: groups(by: [{ field: OPENED_AT }], orderBy: [{ measure: KEY_OPENED_AT, direction: ASC }], first: 1) { count keys { openedAt } }
      month: groups(by: [{ field: OPENED_AT, bucket: MONTH }], orderBy: [{ measure: KEY_OPENED_AT, direction: ASC }], first: 2) { count keys { openedAt } }
    } }`),
  );
  const [earliest] = await hub!.database.sql<{ at: string }>(
    `select to_char(min(opened_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') at from procurement.bid_opening`,
  );
  expect(bidOpenings.single[0]?.keys.openedAt).toBe(earliest?.at);
  const months = await hub!.database.sql<{ month: string; n: string }>(
    `select to_char(opened_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) n
     from procurement.bid_opening group by 1 order by 1 limit 2`,
  );
  expect(bidOpenings.month).toEqual(
    months.map(({ month, n }) => ({
      count: Number(n),
      keys: { openedAt: new Date(`${month}-01T00:00:00+08:00`).toISOString() },
    })),
  );
});
