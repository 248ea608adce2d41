/** What the rules of one service say of the sample city, and what they say while a row is changed. */
import { Client } from 'pg';
import { expect, inject } from 'vitest';
import { readCity } from '../../hub/city-file.js';
import { runRules } from '../../subgraph/check/run-rules.js';
import type { RuleFinding, RuleOutcome } from '../../subgraph/check/rule-finding.js';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { copyDatabase } from '../kit/test-database.js';

/** One change of a clean row, and what must be found then: `rule entity key`, nothing else. */
export interface Mutation {
  readonly what: string;
  readonly sql: string;
  readonly finds: string | readonly string[];
}

/** An operand that is blanked, and which rules cannot judge the row any more. */
export interface Blank {
  readonly sql: string;
  /** `rule entity`. */
  readonly leavesOpen: readonly string[];
}

export const nameOf = ({ rule, entity, key }: RuleFinding): string => `${rule} ${entity} ${key}`;

/** `rule entity` of every rule of a service. */
export const rulesOf = ({ rules = [] }: ServiceDefinition): string[] =>
  rules.map(({ id, entity }) => `${id} ${modelOf(entity).name}`);

export class Standing implements AsyncDisposable {
  private constructor(
    readonly client: Client,
    private readonly definition: ServiceDefinition,
    private readonly close: () => Promise<void>,
  ) {}

  static async of(definition: ServiceDefinition): Promise<Standing> {
    const database = await copyDatabase('sample');
    const client = new Client({ connectionString: database.url });
    await client.connect();
    return new Standing(client, definition, async () => {
      await client.end();
      await database[Symbol.asyncDispose]();
    });
  }

  judge(): Promise<RuleOutcome[]> {
    return runRules(this.client, this.definition, { city: readCity(inject('server').sampleFolder) });
  }

  /** Changes rows in a transaction that is rolled back, and gives what the rules say meanwhile. */
  async whileChanged(sql: string): Promise<RuleOutcome[]> {
    await this.client.query('begin');
    try {
      const { rowCount } = await this.client.query(sql);
      expect(rowCount, `${sql} changes a row`).toBeGreaterThan(0);
      return await this.judge();
    } finally {
      await this.client.query('rollback');
    }
  }

  async one(sql: string): Promise<string> {
    const { rows } = await this.client.query<Record<string, string>>(sql);
    const [value] = Object.values(rows[0] ?? {});
    if (value === undefined) throw new Error(`no row for ${sql}`);
    return value;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

export const failed = (outcomes: readonly RuleOutcome[]): Set<string> =>
  new Set(outcomes.flatMap(({ failures }) => failures.map(nameOf)));

/** What is found now and was not before. */
export const added = (before: readonly RuleOutcome[], now: readonly RuleOutcome[]): string[] => {
  const known = failed(before);
  return [...failed(now)].filter((name) => !known.has(name)).toSorted();
};

/** The rules that leave more rows open than before. */
export const opened = (before: readonly RuleOutcome[], now: readonly RuleOutcome[]): string[] => {
  const label = ({ rule, entity }: RuleOutcome): string => `${rule.id} ${entity}`;
  const known = new Map(before.map((outcome) => [label(outcome), outcome.uncertain]));
  return now.filter((outcome) => outcome.uncertain > (known.get(label(outcome)) ?? 0)).map(label);
};
