import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procurement } from '../../services/procurement/service.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { added, failed, nameOf, rulesOf, Standing } from '../check/standing.js';
import { blanks } from './blanks.js';
import { CleanPurchases } from './clean-purchases.js';
import { recordsOf } from './records.js';
import { type Spoiling, spoilings } from './spoiling.js';

/** A key that ends in `/` or `#` stands for any record below the process. */
const matches = (found: string, expected: string): boolean =>
  found === expected || (/[/#]$/.test(expected) && found.startsWith(expected));

const processOf = (name: string): string => (name.split(' ')[2] ?? '').split(/[/#]/)[0] ?? '';

describe('rules of procurement', () => {
  let city: Standing;
  let before: RuleOutcome[];
  let spoilt: ReadonlySet<string>;

  beforeAll(async () => {
    city = await Standing.of(procurement);
    before = await city.judge();
    spoilt = new Set([...failed(before)].map(processOf));
  });
  afterAll(() => city?.[Symbol.asyncDispose]());

  const pools = async (): Promise<[CleanPurchases, CleanPurchases]> => [
    await CleanPurchases.of(city, spoilt, `p.procurement_method = 'OPEN' and t.amount >= 3000000`),
    await CleanPurchases.of(city, spoilt, `p.procurement_method = 'LIMITED'`),
  ];

  /** Makes all changes in one transaction: every one is about records of its own. */
  async function whileAll(changes: readonly { readonly sql: readonly string[] }[]): Promise<RuleOutcome[]> {
    await city.client.query('begin');
    try {
      for (const sql of changes.flatMap((change) => change.sql))
        expect((await city.client.query(sql)).rowCount, `${sql} changes a row`).toBeGreaterThan(0);
      return await city.judge();
    } finally {
      await city.client.query('rollback');
    }
  }

  it('each finds the one record that was made to break it, and no other rule does', async () => {
    const made: readonly Spoiling[] = spoilings(...(await pools()), await recordsOf(city, spoilt));
    const found = added(before, await whileAll(made));
    const expected = made.flatMap(({ finds }) => finds);
    const missing = expected.filter((name) => found.filter((each) => matches(each, name)).length !== 1);
    const unexpected = found.filter((name) => !expected.some((each) => matches(name, each)));
    expect({ missing, unexpected }).toEqual({ missing: [], unexpected: [] });
  });

  it('has such a record for every rule', async () => {
    const made = spoilings(...(await pools()), await recordsOf(city, spoilt));
    const covered = new Set(made.flatMap(({ finds }) => finds.map((name) => name.split(' ').slice(0, 2).join(' '))));
    expect(rulesOf(procurement).filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it('leaves a record open whose operand is blank, and finds nothing', async () => {
    const made = blanks(...(await pools()), await recordsOf(city, spoilt));
    const now = await whileAll(made);
    const open = (outcomes: readonly RuleOutcome[]): string[] =>
      outcomes.flatMap(({ uncertainties }) => uncertainties.map(nameOf));
    const known = new Set(open(before));
    const opened = open(now).filter((name) => !known.has(name));
    const expected = made.flatMap(({ leavesOpen }) => leavesOpen);
    const missing = expected.filter((name) => !opened.some((each) => matches(each, name)));
    const unexpected = opened.filter((name) => !expected.some((each) => matches(name, each)));
    expect({ missing, unexpected, found: added(before, now) }).toEqual({ missing: [], unexpected: [], found: [] });
  });
});
