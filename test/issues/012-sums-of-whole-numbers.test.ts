import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// Sums and averages of whole numbers came as JSON numbers, though the schema says Decimal, a string.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded')));
afterAll(() => hub?.[Symbol.asyncDispose]());

it('every sum and average is a decimal string', async () => {
  const [row] = await hub!.database.sql(
    'select sum(days_delta) total, round(avg(days_delta), 6) mean, max(days_delta) most from projects.change_order',
  );
  const answer = await hub!.query(
    '{ changeOrders { aggregates { sum { daysDelta } average { daysDelta } max { daysDelta } } groups(by: [{ field: JURISDICTION }]) { sum { daysDelta } average { daysDelta } } } }',
  );
  const totals = { sum: { daysDelta: row?.['total'] }, average: { daysDelta: row?.['mean'] } };
  expect(dataOf(answer)).toEqual({
    changeOrders: { aggregates: { ...totals, max: { daysDelta: Number(row?.['most']) } }, groups: [totals] },
  });
});
