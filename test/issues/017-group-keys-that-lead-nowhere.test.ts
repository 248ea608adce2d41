import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// A group by a reference that leads nowhere had an object of nulls as its key, where the row itself has null.
let hub: TestHub | undefined;
beforeAll(async () => {
  hub = await createHub('embedded', { sample: false, writes: true });
  await hub.database.sql(
    `insert into registry.agency (id, jurisdiction, name, region_code, region_edition) values ('A', 'CN-1', '甲', '349900', '202401')`,
  );
  await hub.database.sql(
    `insert into projects.project (id, jurisdiction, scheme, title, region_code) values ('P', 'CN-1', 'C', '道路', '349900')`,
  );
});
afterAll(() => hub?.[Symbol.asyncDispose]());

it('the key of a group is null where the reference is', async () => {
  const data = dataOf(
    await hub!.query(`{
      agencies { nodes { region { code } } groups(by: [{ field: REGION }]) { keys { region { code } } } }
      projects { nodes { region { code } } groups(by: [{ field: REGION }]) { keys { region { code } } } }
    }`),
  );
  const both = { nodes: [{ region: null }], groups: [{ keys: { region: null } }] };
  expect(data).toEqual({ agencies: both, projects: both });
});
