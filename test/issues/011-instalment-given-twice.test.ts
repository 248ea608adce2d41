import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../kit/test-database.js';
import { DATASETS, digest, firstRows, importRows, sampleFile } from '../services/dataset-files.js';

// A row of a second table with the key of another ended the import with PostgreSQL's own error instead of a finding.
let database: TestDatabase | undefined;
beforeAll(async () => void (database = await copyDatabase('sample')));
afterAll(() => database?.[Symbol.asyncDispose]());

it('two instalments with one number refuse the file, with the row', async () => {
  const handed = DATASETS.find(({ id }) => id === 'projects.land-supply')!;
  const [row, other] = await firstRows(sampleFile(handed.dataset), 2);
  const before = await digest(database!, handed);
  const twice = { ...other, 分期支付约定: '第1期:2024年01月01日:10;第1期:2024年02月01日:20' };
  const { findings, tables } = await importRows(database!, handed, [row!, twice]);
  expect([findings, tables]).toMatchObject([[{ rule: 'KEY-DUPLICATE', severity: 'E', path: '第 3 行 / row 3' }], []]);
  expect(await digest(database!, handed)).toBe(before);
});
