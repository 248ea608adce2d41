/** A rule over published rows: what it demands, which entities it reads, and the SQL that judges each subject row. */
import type { Class } from '../model/entity-model.js';

/** What a rule says of one row; a blank operand is UNCERTAIN, never 0. */
export type Verdict = 'PASS' | 'FAIL' | 'UNCERTAIN' | 'NOT_APPLICABLE';

/** E refuses the file unless accepted, W keeps and flags, I informs. */
export type Severity = 'E' | 'W' | 'I';

/** What a rule may ask of the city it is evaluated for; every value is SQL. */
export interface CitySetting {
  /** Text literal, or `null::text` for a hub of no city. */
  readonly jurisdiction: string;
  /** GB/T 2260 code of the city, text literal or `null::text`. */
  readonly regionCode: string;
  /** ISO 4217 code of the city's amounts, text literal or `null::text`. */
  readonly currency: string;
  /** The day the check speaks for, `date '2024-12-31'`: of the as-of instant, else the city's `dataAsOf`, else today. */
  readonly today: string;
  /** A number of `checks:` in city.yaml as `numeric` literal, e.g. `number('investmentOverBudget', '1.1')`; else the given one. */
  number(name: string, otherwise: string): string;
  /** Procurement thresholds as a row source: `(values …) as threshold(year, name, amount)` of int, text, numeric (yuan). */
  readonly thresholds: string;
}

/** SQL of the rows of an entity: `"service"."table"`, or those of an instant; the alias is the rule's own. */
export interface Tables {
  (entity: Class): string;
  readonly city: CitySetting;
}

export interface Rule {
  /** As in the list of rules: `L01`. */
  readonly id: string;
  readonly severity: Severity;
  /** What the rule demands, one sentence. */
  readonly zh: string;
  readonly en: string;
  /** What to do about a failure, `中文 / English`. */
  readonly remedy: string;
  /** The law, standard or convention it comes from. */
  readonly source: string;
  /** The subject: a finding is about one row of it. */
  readonly entity: Class;
  /** Every entity it looks at, the subject too: a change in any evaluates the rule again. */
  readonly reads: readonly Class[];
  /** No other row of the subject matters: unless another entity changed, only the rows of a batch need evaluating. */
  readonly alone?: boolean;
  /** The column's type decides it when a file is read: within a batch only what was accepted or stands is judged again. */
  readonly ofCells?: boolean;
  /**
   * One row per subject row, with exactly these columns, all text unless said:
   * `key`, `agency` (id or null), `verdict`, `left_value`, `right_value`, `delta`, `tolerance` (exact decimals or dates),
   * `field` (property of the subject at fault), `detail_zh`, `detail_en` (one sentence with the values, of FAIL and
   * UNCERTAIN only), `operands` (jsonb array of `{entity, key, field, value}`). `judged` builds it from its parts.
   */
  sql(t: Tables): string;
}

export const defineRule = (rule: Rule): Rule => rule;
