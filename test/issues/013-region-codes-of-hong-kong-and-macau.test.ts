import { afterAll, expect, it } from 'vitest';
import { checkRegionCode } from '../../schema/vocabulary/region-code.js';
import { sharedSample } from '../kit/test-database.js';

// The national list has counties right below 810000 and 820000; they were stored, but no query could name them.
const database = sharedSample();
afterAll(() => database[Symbol.asyncDispose]());

it('every region code that is stored is one that a query can name', async () => {
  const rows = await database.sql<{ code: string; name: string }>('select code, name from registry.region');
  expect(rows.length).toBeGreaterThan(40_000);
  expect(rows.filter(({ code }) => !checkRegionCode(code).ok)).toEqual([]);
});
