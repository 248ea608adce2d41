import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

// The bureau of a county that ended on the same day had the edition of the day after, in which its code is no more.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded')));
afterAll(() => hub?.[Symbol.asyncDispose]());

it('an agency that is no more has the region of its last day', async () => {
  const { agencies } = dataOf(
    await hub!.query<{ agencies: { nodes: { regionCode: string; region: { code: string; name: string } | null }[] } }>(
      '{ agencies(filter: { validTo: { isNull: false }, regionCode: { isNull: false } }, first: 100) { nodes { regionCode region { code name } } } }',
    ),
  );
  expect(agencies.nodes.filter(({ regionCode, region }) => region?.code !== regionCode)).toEqual([]);
  expect(agencies.nodes.map(({ region }) => region?.name)).toContain('沐泽县');
});
