import { expect } from 'vitest';
import type { Answer, GraphError } from './create-hub.js';

/** What only the inside knows: the database's name and language, stack traces, modules, addresses. */
const INTERNALS = /postgres|select |\bfrom "|\n\s+at |node_modules|\.[jt]s:\d+|\w+:\/\/|127\.0\.0\.1|localhost|ECONN/i;

const CHINESE = /[\u4e00-\u9fff]/;

/** A client learns nothing of the inside from this answer. */
export function expectNoInternals({ text }: Answer<unknown>): void {
  expect(text).not.toMatch(INTERNALS);
}

/**
 * The answer's only error, of this code: said in English in its message and in Chinese beside it, with advice.
 * Gives it for further looks.
 */
export function expectOneError(answer: Answer<unknown>, code: string): GraphError {
  expect(answer.body.errors, answer.text).toHaveLength(1);
  const [error] = answer.body.errors ?? [];
  if (!error) throw new Error('there is no error');
  expect(error.extensions, answer.text).toMatchObject({
    code,
    messageZh: expect.stringMatching(CHINESE) as string,
    hint: expect.any(String) as string,
  });
  expect(error.message).toMatch(/^[^\u4e00-\u9fff]+$/);
  expectNoInternals(answer);
  return error;
}

/** The data of an answer without errors. */
export function dataOf<Data>(answer: Answer<Data>): Data {
  expect(answer.body.errors, answer.text).toBeUndefined();
  expect(answer.status).toBe(200);
  if (!answer.body.data) throw new Error(`there is no data: ${answer.text}`);
  return answer.body.data;
}
