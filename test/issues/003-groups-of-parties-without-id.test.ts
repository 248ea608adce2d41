import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// Parties without an identifier were all one group, under the name of one of them.
let hub: TestHub | undefined;
beforeAll(async () => {
  hub = await createHub('embedded', { sample: false, writes: true });
  await hub.database.sql(
    `insert into procurement.misconduct_record (id, jurisdiction, subject_name, subject_scheme, subject_id) values
     ('1', 'CN-1', '刘*', null, null), ('2', 'CN-1', '黄*', null, null), ('3', 'CN-1', '黄*', null, null),
     ('4', 'CN-1', '甲公司', 'CN-USCC', 'X'), ('5', 'CN-1', '甲公司（更名前）', 'CN-USCC', 'X'), ('6', 'CN-1', null, null, null)`,
  );
});
afterAll(() => hub?.[Symbol.asyncDispose]());

it('a party without an identifier is a group by its name, one with an identifier by that', async () => {
  const { misconductRecords } = dataOf(
    await hub!.query<{ misconductRecords: { groups: object[] } }>(
      '{ misconductRecords { groups(by: [{ field: SUBJECT }]) { count keys { subject { id name } } } } }',
    ),
  );
  expect(misconductRecords.groups).toHaveLength(4);
  expect(misconductRecords.groups).toEqual(
    expect.arrayContaining([
      { count: 2, keys: { subject: { id: 'X', name: '甲公司（更名前）' } } },
      { count: 2, keys: { subject: { id: null, name: '黄*' } } },
      { count: 1, keys: { subject: { id: null, name: '刘*' } } },
      { count: 1, keys: { subject: null } },
    ]),
  );
});
