/** How many operations a run compares, and from which seed: fixed, unless `npm run test:property` asks for more. */
export interface Runs {
  readonly cases: number;
  readonly seed: number;
  /** Whether a counterexample is made smaller before it is shown, which takes up to a minute. */
  readonly isReduced: boolean;
  /** A database that holds the odd rows already. */
  readonly database: string | undefined;
}

const FIXED = { cases: 70, seed: 20_240_101 };

// Beside test/kit/corpora.ts and test/kit/golden-files.ts, which say the same of themselves: how tests run, not the hub.
const { PROPERTY_CASES, PROPERTY_SEED, PROPERTY_REDUCE, PROPERTY_DATABASE } = process.env;

export const runs: Runs = {
  cases: PROPERTY_CASES ? Number(PROPERTY_CASES) : FIXED.cases,
  seed: PROPERTY_SEED ? seedOf(PROPERTY_SEED) : FIXED.seed,
  isReduced: PROPERTY_REDUCE !== '0',
  database: PROPERTY_DATABASE,
};

function seedOf(text: string): number {
  return text === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(text);
}
