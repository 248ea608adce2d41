/** The read path beside its limit and its peers. */
import type { Client } from 'pg';
import { withClient } from '../../../hub/import-place.js';
import type { City } from '../../../subgraph/city.js';
import { openBenchDatabase } from '../data/bench-database.js';
import { CASES } from './cases.js';
import type { Case } from './case.js';
import { bodiesOf, comparableAnswer, compare } from './compare.js';
import { printCase, type CaseResult } from './figures.js';
import { describeMachine } from './machine.js';
import { measure, type Contestant, type Effort, type Samples } from './measure.js';
import type { ReadReport } from './report.js';
import { startVariant, VARIANTS, type Variant } from './variant-process.js';

export interface ReadOptions {
  readonly effort: Effort;
  /** Names of cases; all when empty. */
  readonly only: readonly string[];
  readonly log: (line: string) => void;
}

/** Cases whose cost must not grow with the tables: they are asked of a ten times smaller database, too. */
const GROWING = new Set(['list', 'list-of-buyer', 'deep-page', 'entities-process', 'search', 'one-row']);

/** Variants that run on one database. */
interface Place {
  readonly client: Client;
  readonly variants: readonly Variant[];
}

export async function benchRead({ effort, only, log }: ReadOptions): Promise<ReadReport> {
  await using database = await openBenchDatabase(log);
  const { urls, city } = database;
  await using stack = new AsyncDisposableStack();
  const place = async (
    client: Client,
    url: string,
    names: typeof VARIANTS | readonly ['raw', 'hub'],
    suffix: string,
  ) => {
    const variants: Variant[] = [];
    for (const name of names)
      variants.push(stack.use(await startVariant(name, `bench-${name}${suffix}`, url, city, client)));
    return { client, variants };
  };
  return await withClient(urls.large, (largeClient) =>
    withClient(urls.small, async (smallClient) => {
      const large = await place(largeClient, urls.large, VARIANTS, '');
      const small = await place(smallClient, urls.small, ['raw', 'hub'], '-small');
      const results: CaseResult[] = [];
      for (const each of CASES.filter(({ name }) => !only.length || only.includes(name))) {
        log(`${each.name}: ${each.title}`);
        const wide = await compared(each, large, city);
        const narrow = GROWING.has(each.name) ? await compared(each, small, city) : [];
        const samples = await measure([...wide, ...narrow], effort);
        const result = { case: each, large: measured(wide, samples), small: measured(narrow, samples) };
        for (const line of printCase(result)) log(line);
        results.push(result);
      }
      return { results, effort, machine: await describeMachine(largeClient, smallClient) };
    }),
  );
}

/** The variants that can answer the case; all of them give what the first, raw, gives. */
async function compared(each: Case, { client, variants }: Place, city: City): Promise<Contestant[]> {
  const variables = await each.variables({ client, city });
  if (!variables.length) throw new Error(`${each.name}: the data holds nothing to ask for`);
  const expected: unknown[] = [];
  const contestants: Contestant[] = [];
  for (const variant of variants) {
    const bodies = await bodiesOf(each, variant, variables, city);
    if (!bodies) continue;
    if (variant.name === 'raw') for (const body of bodies) expected.push(await comparableAnswer(each, variant, body));
    else await compare(each, variant, bodies, expected);
    contestants.push({ variant, bodies: bodies.map((body) => JSON.stringify(body)) });
  }
  return contestants;
}

const measured = (contestants: readonly Contestant[], samples: Samples): CaseResult['large'] =>
  contestants.map((contestant) => ({ name: contestant.variant.name, samples: samples.get(contestant) }));
