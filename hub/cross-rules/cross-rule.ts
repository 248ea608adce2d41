/** A rule across services: it asks the graph, as anybody could, and judges each subject that the answer holds. */
import type { Rule, Verdict } from '../../subgraph/check/define-rule.js';
import type { FoundOperand } from '../../subgraph/check/rule-finding.js';

export interface CrossVerdict {
  /** Primary key of the subject. */
  readonly key: string;
  /** Id of the agency that answers for it. */
  readonly agency?: string | null;
  /** A blank operand is UNCERTAIN, never 0. */
  readonly verdict: Verdict;
  /** Exact decimals or dates. */
  readonly left?: string | null;
  readonly right?: string | null;
  readonly delta?: string | null;
  readonly tolerance?: string | null;
  /** Property of the subject at fault. */
  readonly field?: string | null;
  /** One sentence with the values, for FAIL and UNCERTAIN. */
  readonly zh?: string;
  readonly en?: string;
  /** Every record and value that the verdict rests on. */
  readonly operands?: readonly FoundOperand[];
}

export interface CrossSetting {
  /** The day the check speaks for, `YYYY-MM-DD`. */
  readonly today: string;
  /** A number of `checks:` in city.yaml, else the given one; decimal strings. */
  number(name: string, otherwise: string): string;
}

export interface CrossRule extends Pick<Rule, 'id' | 'severity' | 'zh' | 'en' | 'remedy' | 'source'> {
  /** The subject: its service and GraphQL type. */
  readonly service: string;
  readonly entity: string;
  /**
   * `query ($first: Int!, $after: String) { projects(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { … } } }`:
   * one root field, a collection of subjects, asked page by page. Lists inside ask for enough rows to be whole.
   */
  readonly query: string;
  /** Subjects a page; fewer where each brings many rows. 200 unless said. */
  readonly pageSize?: number;
  /** Judges the subjects of one page; `data` is what the query answered. */
  evaluate(data: unknown, setting: CrossSetting): CrossVerdict[];
}

export const defineCrossRule = (rule: CrossRule): CrossRule => rule;
