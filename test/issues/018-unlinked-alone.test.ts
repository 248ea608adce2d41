import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// Below the row linked to, `unlinked` was read once per row of the list: with none it was null, with several an error.
let hub: TestHub | undefined;
beforeAll(async () => {
  hub = await createHub('embedded', { sample: false, writes: true });
  await hub.database.sql(
    `insert into projects.project (id, jurisdiction, scheme, title) values ('none', 'CN-1', 'C', '甲'), ('two', 'CN-1', 'C', '乙')`,
  );
  await hub.database.sql(
    `insert into projects.land_transfer (id, jurisdiction, project_id) values ('1', 'CN-1', 'two'), ('2', 'CN-1', 'two'), ('3', 'CN-1', null)`,
  );
});
afterAll(() => hub?.[Symbol.asyncDispose]());

it.each(['none', 'two'])('the land that is linked to no project is counted below the project “%s”', async (id) => {
  const query = 'query($id: ID!) { project(id: $id) { landTransfers { aggregates { unlinked } } } }';
  expect(dataOf(await hub!.query(query, { id }))).toEqual({
    project: { landTransfers: { aggregates: { unlinked: 1 } } },
  });
});
