import { expect, test } from 'vitest';
import { checkGivenServer, type ServerFacts, whyUnfit } from './embedded-given.js';

const fit: ServerFacts = {
  version: 180_004,
  versionName: '18.4',
  hasBtreeGist: true,
  encoding: 'UTF8',
  mayCreate: true,
  database: 'city',
  role: 'hub',
};

test('a server of version 18 with btree_gist, UTF-8 and the right to create fits', () => {
  expect(whyUnfit(fit)).toBeUndefined();
});

test.each([
  [{ version: 150_018, versionName: '15.18' }, /PostgreSQL 15\.18，需要 18/, /version 18 or later/],
  [{ hasBtreeGist: false }, /btree_gist/, /btree_gist/],
  [{ encoding: 'SQL_ASCII' }, /UTF8/, /UTF8/],
  [{ mayCreate: false }, /hub 无权/, /may not create schemas/],
])('%o is refused in both languages', (change, zh, en) => {
  const problem = whyUnfit({ ...fit, ...change });
  expect(problem?.zh).toMatch(zh);
  expect(problem?.en).toMatch(en);
});

test('a server that does not answer is named as DATABASE_URL, without the password', async () => {
  const failure = checkGivenServer('postgresql://hub:geheim@127.0.0.1:1/city');
  await expect(failure).rejects.toThrow(/cannot connect to the database that DATABASE_URL points at/);
  await expect(failure).rejects.not.toThrow(/geheim/);
});
