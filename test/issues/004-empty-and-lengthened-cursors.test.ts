import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf, expectOneError } from '../kit/expect-answer.js';

// `after: ""` gave the first page again, for ever; letters that base64 does not know were passed over.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded')));
afterAll(() => hub?.[Symbol.asyncDispose]());

it('only a cursor as it was given is one', async () => {
  const page = (after?: string) =>
    hub!.query<{ agencies: { pageInfo: { endCursor: string } } }>(
      'query Page($after: String) { agencies(first: 1, after: $after) { pageInfo { endCursor } } }',
      { after },
    );
  const cursor = dataOf(await page()).agencies.pageInfo.endCursor;
  for (const other of ['', ' ', `${cursor}!`, `${cursor}=`, `${cursor}\n`, cursor.replace(/^./, '$&*')])
    expectOneError(await page(other), 'BAD_CURSOR');
  expect(dataOf(await page(cursor)).agencies.pageInfo.endCursor).not.toBe(cursor);
});
