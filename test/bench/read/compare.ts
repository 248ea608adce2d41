/** Before anything is timed: every variant gives the answer that the hand-written SQL gives. */
import { isDeepStrictEqual } from 'node:util';
import type { Ask, Case, GraphqlForm, Variables } from './case.js';
import type { Variant, VariantName } from './variant-process.js';
import type { City } from '../../../subgraph/city.js';

/** The request bodies of one case for one variant; undefined where the variant cannot answer it. */
export async function bodiesOf(
  { name, graphql, postgraphile }: Case,
  variant: Variant,
  variables: readonly Variables[],
  city: City,
): Promise<readonly object[] | undefined> {
  if (variant.name === 'raw') return variables.map((each) => ({ name, variables: each }));
  const form = formOf({ graphql, postgraphile }, variant.name);
  if (!form) return undefined;
  const bodies: object[] = [];
  for (const each of variables) {
    const own = variant.name === 'postgraphile' ? { ...each, city: city.jurisdiction } : each;
    bodies.push({ query: form.query, variables: (await form.variables?.(own, variant.ask as Ask)) ?? own });
  }
  return bodies;
}

const formOf = (each: Pick<Case, 'graphql' | 'postgraphile'>, name: VariantName): GraphqlForm | undefined => {
  if (name !== 'postgraphile') return each.graphql;
  return 'query' in each.postgraphile ? each.postgraphile : undefined;
};

/** Throws with the first difference; gives the length of the first answer as text otherwise. */
export async function compare(
  each: Case,
  variant: Variant,
  bodies: readonly object[],
  expected: readonly unknown[],
): Promise<void> {
  for (const [index, body] of bodies.entries()) {
    const answer = await comparableAnswer(each, variant, body);
    if (isDeepStrictEqual(answer, expected[index])) continue;
    throw new Error(
      `${each.name}: ${variant.name} differs from raw for ${JSON.stringify(body).slice(0, 2000)}\n${firstDifference(expected[index], answer)}`,
    );
  }
}

export async function comparableAnswer(each: Case, variant: Variant, body: object): Promise<unknown> {
  const data = (await variant.ask(body)) as never;
  const form = variant.name === 'raw' ? undefined : formOf(each, variant.name);
  const shaped = (form?.shaped?.(data) ?? data) as never;
  return each.comparable?.(shaped) ?? shaped;
}

function firstDifference(expected: unknown, actual: unknown, path = ''): string {
  if (typeof expected === 'object' && expected && typeof actual === 'object' && actual) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const [left, right] = [(expected as Record<string, unknown>)[key], (actual as Record<string, unknown>)[key]];
      if (!isDeepStrictEqual(left, right)) return firstDifference(left, right, `${path}.${key}`);
    }
  }
  return `${path}: ${JSON.stringify(expected)?.slice(0, 500)} ≠ ${JSON.stringify(actual)?.slice(0, 500)}`;
}
