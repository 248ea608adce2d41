import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// An average of amounts of a trillion and more was rounded to fewer than its six decimals: …124.523300.
let hub: TestHub | undefined;
beforeAll(async () => {
  hub = await createHub('embedded', { sample: false, writes: true });
  await hub.database.sql(
    `insert into procurement.asset_sale (id, jurisdiction, currency, trade_value) values
     ('1', 'CN-1', 'CNY', 9123456789012.56), ('2', 'CN-1', 'CNY', 9234567890123.01), ('3', 'CN-1', 'CNY', 9345678901238.00),
     ('4', 'CN-1', 'CNY', null), ('5', 'CN-1', 'USD', null)`,
  );
});
afterAll(() => hub?.[Symbol.asyncDispose]());

it('an average has six decimals, however large it is', async () => {
  const query = `{ assetSales { groups(by: [{ field: CURRENCY }]) { keys { currency } average { tradeValue } } } }`;
  expect(dataOf(await hub!.query(query))).toEqual({
    assetSales: {
      groups: [
        { keys: { currency: 'CNY' }, average: { tradeValue: '9234567860124.523333' } },
        { keys: { currency: 'USD' }, average: { tradeValue: null } },
      ],
    },
  });
});
