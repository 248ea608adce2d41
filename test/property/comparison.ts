import { parse, validate } from 'graphql';
import type { Service } from '../../subgraph/service.js';
import { askCursors } from './ask.js';
import type { Cursors } from './cursors.js';
import type { PlainGraph } from './plain-graph.js';
import { refusalsOf } from './refusals.js';

/** An answer as it is compared: data as its JSON text, errors without their words. */
export interface Compared {
  readonly data: string;
  readonly errors: readonly string[];
}

export interface Difference {
  readonly between: string;
  readonly expected: Compared;
  readonly actual: Compared;
}

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly {
    message: string;
    path?: readonly unknown[];
    extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export interface Compares {
  readonly plain: PlainGraph;
  readonly text: Service;
  readonly reference: Service;
}

/**
 * Asks one operation of the service, of the same service through graphql-js, and of the plain evaluator.
 * @returns what the answers differ in, if anything, and the service's answer
 */
export async function compare(
  { plain, text, reference }: Compares,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  cursors: Cursors,
): Promise<{ difference?: Difference; answer: Result }> {
  const document = parse(query);
  const [invalid] = validate(plain.schema, document);
  if (invalid) throw new Error(`the operation is not valid: ${invalid.message}\n${query}`);
  const request = { query, variables: { ...variables } };
  const answer = (await text.execute(request)) as Result;
  const actual = comparable(answer);
  const through = comparable((await reference.execute(request)) as Result);
  if (!isSame(through, actual))
    return {
      difference: { between: 'graphql-js (expected) and the text executor', expected: through, actual },
      answer,
    };
  const refused = refusalsOf(plain.schema, plain.tables, cursors, document, variables);
  const plainly = plain.answer(query, variables, new Set(refused.keys()), cursors);
  if (plainly.errors) throw new Error(`the plain evaluator: ${plainly.errors[0]?.stack}\n${query}`);
  const places = cursors.takeMarks();
  const given = await askCursors(text, cursors, [...places.values()]);
  const data = JSON.stringify(refused.has('_entities') ? null : plainly.data, (_, value: unknown) => {
    const place = typeof value === 'string' ? places.get(value) : undefined;
    return place ? given.get(place) : value;
  });
  const expected = { data, errors: expectedErrors(answer, refused) };
  return isSame(expected, actual)
    ? { answer }
    : { difference: { between: 'the plain evaluator (expected) and the service', expected, actual }, answer };
}

const isSame = (a: Compared, b: Compared): boolean =>
  a.data === b.data && JSON.stringify(a.errors) === JSON.stringify(b.errors);

const comparable = ({ data, errors = [] }: Result): Compared => ({
  data: JSON.stringify(data ?? null),
  // Root fields are answered side by side: their errors come in any order.
  errors: errors
    .map(({ path, extensions, message }) => `${path?.join('.')} ${String(extensions?.['code'] ?? message)}`)
    .sort(),
});

/** Each refused field has one error; where several codes may say why, whichever was met first. */
function expectedErrors({ errors = [] }: Result, refused: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const given = new Map(errors.map(({ path, extensions }) => [path?.join('.'), String(extensions?.['code'])]));
  return [...refused]
    .map(([key, codes]) => {
      const code = given.get(key) ?? '';
      return `${key} ${codes.has(code) ? code : [...codes].join('|')}`;
    })
    .sort();
}
