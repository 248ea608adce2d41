/** What a rule found wrong with one row, with the records and values that it rests on. */
import type { Finding } from '../import/finding.js';
import type { Rule } from './define-rule.js';

export interface FoundOperand {
  /** GraphQL type name of the record. */
  readonly entity: string;
  readonly key: string | null;
  readonly field: string;
  readonly value: string | null;
}

export interface RuleFinding extends Finding {
  readonly verdict: 'FAIL' | 'UNCERTAIN';
  readonly service: string | null;
  /** GraphQL type name of the subject. */
  readonly entity: string;
  readonly key: string;
  readonly agency: string | null;
  readonly field: string | null;
  readonly left: string | null;
  readonly right: string | null;
  readonly delta: string | null;
  readonly tolerance: string | null;
  readonly operands: readonly FoundOperand[];
  readonly dataset: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  /** Head of the column at fault, as the dataset names it. */
  readonly column: string | null;
}

export interface RuleOutcome {
  readonly rule: Pick<Rule, 'id' | 'severity' | 'zh' | 'en'>;
  readonly service: string | null;
  /** GraphQL type name of the subject. */
  readonly entity: string;
  readonly pass: number;
  readonly fail: number;
  readonly uncertain: number;
  readonly notApplicable: number;
  readonly failures: readonly RuleFinding[];
  /** The first rows that could not be judged; `uncertain` counts them all. */
  readonly uncertainties: readonly RuleFinding[];
  /** SQL over `hub.finding f`: the findings that this run can close; without it all of the rule and entity. */
  readonly judged?: string;
  readonly milliseconds: number;
}
