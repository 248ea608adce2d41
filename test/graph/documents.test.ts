import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectPart, fences, read, REPOSITORY } from '../docs/markdown.js';
import { renderBarred, renderLargest, renderSpending } from '../docs/render-answers.js';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await createHub('embedded');
});

afterAll(() => hub?.[Symbol.asyncDispose]());

async function answerOf<Data>(file: string): Promise<Data> {
  const query = readFileSync(path.join(REPOSITORY, 'schema/operations/examples', file), 'utf8');
  return dataOf(await hub.query<Data>(query));
}

describe('the three questions of README.md', () => {
  it('1: the largest contracts', async () =>
    expectPart('README.md', 'answer:1', renderLargest(await answerOf('1-largest-contracts.graphql'))));
  it('2: barred suppliers', async () =>
    expectPart('README.md', 'answer:2', renderBarred(await answerOf('2-barred-winners.graphql'))));
  it('3: spending by buyer', async () =>
    expectPart('README.md', 'answer:3', renderSpending(await answerOf('3-spending-by-buyer.graphql'))));
});

describe('docs/query-guide.md', () => {
  const examples = fences(read('docs/query-guide.md')).filter(({ language }) => language === 'graphql');

  it.each(examples)('the example at line $line answers as it says', async ({ text }) => {
    const code = /^# → (\w+)/.exec(text)?.[1];
    const { body } = await hub.query(text);
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(code === undefined ? undefined : [code]);
    if (code === undefined) expect(hasRows(body.data), 'an example shows something').toBe(true);
  });
});

/** An example that finds nothing in the sample city teaches nothing. */
function hasRows(data: unknown): boolean {
  return Object.values(data as Record<string, { totalCount?: number; nodes?: unknown[] } | null>).some(
    (root) => root !== null && root.totalCount !== 0 && root.nodes?.length !== 0,
  );
}
