import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';

interface Anomaly {
  readonly rule: string;
  readonly kind: string;
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
}

export interface Compared {
  /** Planted, and no rule found it. */
  readonly missed: readonly string[];
  /** Found, and nobody planted it. */
  readonly unplanned: readonly string[];
  readonly found: number;
}

/** Which of an anomaly's keys names the record that its finding is about, or rests on. */
const KEYS = ['contractId', 'landNo', 'projectCode', 'failedOcid', 'ocid', 'ocids'] as const;

/** Holds what these rules found against what the sample says was planted for them. */
export function comparePlanted(sampleFolder: string, outcomes: readonly RuleOutcome[]): Compared {
  const ids = new Set(outcomes.map(({ rule }) => rule.id));
  const text = readFileSync(path.join(sampleFolder, 'anomalies.json'), 'utf8');
  const { anomalies } = JSON.parse(text) as { anomalies: Anomaly[] };
  const left = new Set(anomalies.filter(({ rule }) => ids.has(rule)));
  const unplanned: string[] = [];
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  for (const { rule, entity, key, operands } of failures) {
    const records = [key, ...operands.map((operand) => operand.key ?? '')].join(' ');
    const planted = [...left].find(
      (anomaly) =>
        anomaly.rule === rule &&
        KEYS.some((name) => [anomaly.keys[name] ?? []].flat().some((each) => records.includes(each))),
    );
    if (planted) left.delete(planted);
    else unplanned.push(`${rule} ${entity} ${key}`);
  }
  return {
    missed: [...left].map(({ rule, kind, keys }) => `${rule} ${kind} ${JSON.stringify(keys)}`),
    unplanned,
    found: failures.length,
  };
}
