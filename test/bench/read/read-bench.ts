/** The read path beside its limit and its peers. */
import { withClient } from '../../../hub/import-place.js';
import { openBenchDatabase } from '../data/bench-database.js';
import { CASES } from './cases.js';
import { bodiesOf, comparableAnswer, compare } from './compare.js';
import type { Variables } from './case.js';
import { measure, type Contestant, type Effort } from './measure.js';
import { printCase, type CaseResult } from './figures.js';
import { startVariant, VARIANTS, type Variant } from './variant-process.js';

export interface ReadOptions {
  readonly effort: Effort;
  /** Names of cases; all when empty. */
  readonly only: readonly string[];
  readonly log: (line: string) => void;
}

/** Cases whose cost must not grow with the table: the same page is asked of a ten times smaller database. */
const GROWING = ['list', 'deep-page', 'entities-process', 'one-row', 'search'];

export async function benchRead({ effort, only, log }: ReadOptions): Promise<CaseResult[]> {
  await using database = await openBenchDatabase(log);
  const { urls, city } = database;
  await using stack = new AsyncDisposableStack();
  return await withClient(urls.large, (client) =>
    withClient(urls.small, async (smaller) => {
      const large: Variant[] = [];
      for (const name of VARIANTS)
        large.push(stack.use(await startVariant(name, `bench-${name}`, urls.large, city, client)));
      const small = stack.use(await startVariant('hub', 'bench-hub-small', urls.small, city, client));
      const smallRaw = stack.use(await startVariant('raw', 'bench-raw-small', urls.small, city, client));
      const contestants = async (
        variants: readonly Variant[],
        each: (typeof CASES)[number],
        variables: readonly Variables[],
      ) => {
        const expected: unknown[] = [];
        const found: Contestant[] = [];
        for (const variant of variants) {
          const bodies = await bodiesOf(each, variant, variables, city);
          if (!bodies) continue;
          if (variant.name === 'raw')
            for (const body of bodies) expected.push(await comparableAnswer(each, variant, body));
          else await compare(each, variant, bodies, expected);
          found.push({ variant, bodies: bodies.map((body) => JSON.stringify(body)) });
        }
        return found;
      };
      const results: CaseResult[] = [];
      for (const each of CASES.filter(({ name }) => !only.length || only.includes(name))) {
        log(`${each.name}: ${each.title}`);
        const wide = await contestants(large, each, await each.variables({ client, city }));
        const narrow = GROWING.includes(each.name)
          ? await contestants([smallRaw, small], each, await each.variables({ client: smaller, city }))
          : [];
        const samples = await measure([...wide, ...narrow], effort);
        const result: CaseResult = {
          case: each,
          large: wide.map((contestant) => ({ name: contestant.variant.name, samples: samples.get(contestant) })),
          small: narrow.map((contestant) => ({ name: contestant.variant.name, samples: samples.get(contestant) })),
        };
        for (const line of printCase(result)) log(line);
        results.push(result);
      }
      return results;
    }),
  );
}
