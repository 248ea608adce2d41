import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub, type TestHub } from '../kit/create-hub.js';

// The graph has no mutations: asking for one was answered as a failure of ours, 500.
let hub: TestHub | undefined;
beforeAll(async () => void (hub = await createHub('embedded', { sample: false })));
afterAll(() => hub?.[Symbol.asyncDispose]());

it.each(['mutation { a }', 'mutation { __typename }', 'subscription { a }'])(
  '%s is the client’s mistake',
  async (query) => {
    const { status, body } = await hub!.query(query);
    expect([status, body.errors?.length, body.data ?? null]).toEqual([400, 1, null]);
    expect(body.errors?.[0]?.extensions['code']).not.toBe('INTERNAL_SERVER_ERROR');
  },
);
