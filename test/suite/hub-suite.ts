import { afterAll, beforeAll, describe } from 'vitest';
import type { CreateHub, TestHub } from '../kit/create-hub.js';
import { defineAnswers } from './answers.js';
import { defineForeignRows } from './foreign-rows.js';
import { defineHttp } from './http.js';
import { defineOutage } from './outage.js';
import { definePages } from './pages.js';
import { defineRefusals } from './refusals.js';

/** What a hub does, whatever its parts run on: the same tests for one process and for many. */
export function defineHubSuite(createHub: CreateHub): void {
  describe('a hub with the sample city', () => {
    let hub: TestHub | undefined;
    beforeAll(async () => void (hub = await createHub()));
    afterAll(() => hub?.[Symbol.asyncDispose]());
    const running = (): TestHub => {
      if (!hub) throw new Error('the hub did not start');
      return hub;
    };
    defineHttp(running);
    defineAnswers(running);
    defineRefusals(running);
    definePages(running);
  });

  defineOutage(createHub);
  defineForeignRows(createHub);
}
