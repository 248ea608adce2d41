import { afterAll, expect, it } from 'vitest';
import { sharedSample } from '../kit/test-database.js';

// Members were numbered through the whole process: the lead of its third bidder was number 3.
const database = sharedSample();
afterAll(() => database[Symbol.asyncDispose]());

it.each([
  ['bid_tenderer', 'bid_id'],
  ['award_supplier', 'award_id'],
  ['contract_supplier', 'contract_id'],
])('each %s is numbered within its consortium, the lead is 1', async (table, owner) => {
  const [found] = await database.sql(
    `select count(*) n, count(*) filter (where position <> place) wrong from (
       select position, row_number() over (partition by ${owner} order by position) place from procurement.${table}) t`,
  );
  expect(Number(found?.['n'])).toBeGreaterThan(1000);
  expect(found?.['wrong']).toBe('0');
});
