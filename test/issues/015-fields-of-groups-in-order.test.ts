import { afterAll, expect, it } from 'vitest';
import { procurement } from '../../services/procurement/service.js';
import { createService } from '../../subgraph/service.js';
import { CURSOR_SECRET } from '../kit/create-hub.js';
import { sharedSample } from '../kit/test-database.js';

// The keys of a group always came first, wherever the question had them. The gateway put it right, a service did not.
const database = sharedSample();
afterAll(() => database[Symbol.asyncDispose]());

it('a service answers the fields of a group in the order asked for', async () => {
  await using service = await createService(procurement, { databaseUrl: database.url, cursorSecret: CURSOR_SECRET });
  const query =
    '{ contracts { groups(by: [{ field: STATUS }], first: 1) { count keys { status } max { signedOn } } } }';
  const { data } = await service.execute({ query });
  const { contracts } = data as unknown as { contracts: { groups: object[] } };
  expect(contracts.groups.map(Object.keys)).toEqual([['count', 'keys', 'max']]);
});
