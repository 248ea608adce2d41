import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../../hub/city-file.js';
import { copyDatabase, type TestDatabase } from '../kit/test-database.js';
import { addOddRows } from '../property/odd-rows.js';
import { MutantCopy, PATCHES } from './mutant-copy.js';
import { runTests, type Outcome } from './run-tests.js';

/** Operations for each service: a mutant that takes more to be found is not really seen. */
const CASES = 300;
const SEED = 7;

const PROPERTY = 'test/property/operations.test.ts';
const GOLDEN = 'test/graph/golden.test.ts';

let database: TestDatabase | undefined;
let copy: MutantCopy | undefined;
const rows: string[][] = [];

beforeAll(async () => {
  const server = inject('server');
  database = await copyDatabase('sample');
  await addOddRows(database.url, SERVICES, readCity(server.sampleFolder)?.jurisdiction ?? '');
  const env = {
    PROPERTY_CASES: String(CASES),
    PROPERTY_SEED: String(SEED),
    PROPERTY_REDUCE: '0',
    PROPERTY_DATABASE: database.url,
  };
  copy = new MutantCopy({ server, env });
});

afterAll(async () => {
  copy?.[Symbol.dispose]();
  await database?.[Symbol.asyncDispose]();
  console.info(`\n${table([['mutant', 'random operations', 'golden queries'], ...rows])}\n`);
});

it('the planner as it is passes', async () => {
  const [property, golden] = await runBoth();
  expect([...property.failed, ...golden.failed]).toEqual([]);
  rows.push(['none', 'no difference', `${golden.passed} pass`]);
});

it.each(PATCHES)('%s is caught by random operations', async (patch) => {
  copy?.apply(patch);
  try {
    const [property, golden] = await runBoth();
    const found = property.failed.map(({ title, message }) => differenceIn(title, message)).find(Boolean);
    const name = patch.replace(/\.patch$/, '');
    rows.push([name, found ?? 'SURVIVES', `${golden.failed.length} of ${golden.failed.length + golden.passed} fail`]);
    expect(found, `${patch} survives: ${property.failed.map(({ message }) => message).join('\n')}`).toBeDefined();
  } finally {
    copy?.revert(patch);
  }
});

const runBoth = (): Promise<[Outcome, Outcome]> =>
  Promise.all([
    runTests(copy?.folder ?? '', PROPERTY, { bail: true }),
    runTests(copy?.folder ?? '', GOLDEN, { bail: false }),
  ]);

/** `contract operations, after 12 cases`; undefined for a failure that is no difference between two answers. */
function differenceIn(title: string, message: string): string | undefined {
  const [, cases] = /after (\d+) cases/.exec(message) ?? [];
  const service = /random operations on (\w+)/.exec(title)?.[1];
  if (cases === undefined || !message.includes('the answers of')) return undefined;
  const how = /errors given: .*INTERNAL_SERVER_ERROR/.test(message) ? 'an error' : 'another answer';
  return `${how} in ${service}, case ${cases}`;
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
