import { parse, print } from 'graphql';
import type { Difference } from './comparison.js';

/** A difference for whoever has to find out why: the question, and where its two answers part. */
export function report(
  { between, expected, actual }: Difference,
  service: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): string {
  const names = new Set(query.match(/\$\w+/g));
  const used = Object.entries(variables).filter(([name]) => names.has(`$${name}`));
  const lines = [
    `${service}: the answers of ${between} differ`,
    print(parse(query)),
    ...(used.length ? [`variables ${JSON.stringify(Object.fromEntries(used))}`] : []),
    ...(expected.data === actual.data ? [] : [firstDifference(JSON.parse(expected.data), JSON.parse(actual.data))]),
    ...(String(expected.errors) === String(actual.errors)
      ? []
      : [
          `errors expected: ${expected.errors.join('; ') || 'none'}`,
          `errors given:    ${actual.errors.join('; ') || 'none'}`,
        ]),
  ];
  return lines.join('\n');
}

/** Where two JSON values differ first, and how. */
export function firstDifference(expected: unknown, actual: unknown, path = 'data'): string {
  if (isObject(expected) && isObject(actual)) {
    const [keys, others] = [Object.keys(expected), Object.keys(actual)];
    for (const key of keys)
      if (JSON.stringify(expected[key]) !== JSON.stringify(actual[key]) && key in actual)
        return firstDifference(expected[key], actual[key], `${path}.${key}`);
    if (keys.join() !== others.join())
      return `${path}\n  expected the fields ${keys.join(', ')}\n  given the fields    ${others.join(', ')}`;
  }
  return `${path}\n  expected ${shown(expected)}\n  given    ${shown(actual)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 400);
