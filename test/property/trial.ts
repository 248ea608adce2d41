import type { GeneratorValue } from 'fast-check';
import { askCursors, placeOf } from './ask.js';
import type { Operation, Operations } from './arbitrary-operation.js';
import { Coverage } from './coverage.js';
import { compare, type Compares, type Difference } from './comparison.js';
import { Cursors } from './cursors.js';
import { Dice } from './dice.js';
import { report } from './report.js';
import { runs } from './runs.js';
import { smaller } from './smaller.js';

type Variables = Readonly<Record<string, unknown>>;

const MOST_PAGES = 3;

/** Runs random operations, and pages of them one after another, until two answers differ. */
export class Trial {
  /** Operations compared, and those among them that were answered without an error. */
  compared = 0;
  answered = 0;
  readonly #coverage: Coverage;
  #rows = 0;
  #pages = 0;

  constructor(
    private readonly compares: Compares,
    private readonly operations: Operations,
  ) {
    this.#coverage = new Coverage(compares.plain.schema);
  }

  async run(draw: GeneratorValue): Promise<void> {
    const dice = new Dice(draw);
    const cursors = new Cursors();
    const operation = this.operations.operation(dice);
    let variables = { ...operation.variables, ...(await this.#anyRow(dice, operation, cursors)) };
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await this.#ask(operation, variables, cursors);
      const next = operation.paged.flatMap((paged) => {
        const known = cursorsBelow(answer, paged.key);
        return known.length && dice.chance(70) ? [[paged.variable, dice.pick(known)]] : [];
      });
      if (!next.length) return;
      this.#pages += 1;
      variables = { ...variables, ...(Object.fromEntries(next) as Record<string, string>) };
    }
  }

  summary(): string {
    const { all, unused } = this.#coverage.summary();
    const used = `${Math.round((100 * (all - unused.length)) / all)} % of ${all} fields, arguments and choices used`;
    const sizes = `${this.#pages} of them further pages, ${Math.round(this.#rows / 1024)} KiB of JSON`;
    return `${this.compared} operations compared, ${this.answered} answered without an error, ${sizes}; ${used}`;
  }

  /** A page may begin at any row, also at one that the filter leaves out. */
  async #anyRow(dice: Dice, { paged }: Operation, cursors: Cursors): Promise<Variables> {
    const given: Record<string, string> = {};
    for (const { variable, model, orderBy, isRoot } of paged) {
      const rows = this.compares.plain.tables.of(model);
      if (!isRoot || !rows.length || !dice.chance(40)) continue;
      const place = placeOf(model, dice.pick(rows), orderBy);
      given[variable] = (await askCursors(this.compares.text, cursors, [place])).get(place) ?? '';
    }
    return given;
  }

  async #ask({ query }: Operation, variables: Variables, cursors: Cursors): Promise<unknown> {
    this.#coverage.take(query);
    const { difference, answer } = await compare(this.compares, query, variables, cursors);
    this.compared += 1;
    if (!answer.errors) this.answered += 1;
    this.#rows += JSON.stringify(answer.data)?.length ?? 0;
    if (!difference) return answer.data;
    const { name } = this.compares.text;
    const again = async (candidate: string) => (await compare(this.compares, candidate, variables, cursors)).difference;
    const differs = async (candidate: string): Promise<boolean> => isLike(difference, await again(candidate));
    const small = runs.isReduced ? await smaller(this.compares.plain.schema, query, differs) : query;
    throw new Error(report((await again(small)) ?? difference, name, small, variables));
  }
}

/** The same two answers part, and neither is an error that the other difference did not have. */
function isLike(one: Difference, other: Difference | undefined): boolean {
  const codes = ({ expected, actual }: Difference): string =>
    [expected, actual].map(({ errors }) => errors.map((error) => error.split(' ')[1]).join()).join(' / ');
  return other !== undefined && one.between === other.between && codes(one) === codes(other);
}

/** Cursors of the first list with this response key that has any. */
function cursorsBelow(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  for (const [name, inner] of Object.entries(value)) {
    const found = name === key ? cursorsOf(inner) : cursorsBelow(inner, key);
    if (found.length) return found;
  }
  return [];
}

function cursorsOf(page: unknown): string[] {
  const { edges, pageInfo } = (page ?? {}) as {
    edges?: readonly { cursor?: string }[];
    pageInfo?: { startCursor?: string | null; endCursor?: string | null };
  };
  const all = [...(edges ?? []).map(({ cursor }) => cursor), pageInfo?.startCursor, pageInfo?.endCursor];
  return all.filter((cursor) => typeof cursor === 'string');
}
