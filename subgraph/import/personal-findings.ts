/** Findings as they may leave the private tables: values of columns that may be personal are not repeated. */
import type { RuleFinding } from '../check/rule-finding.js';
import { PERSONAL_VALUE } from '../dataset/personal-value.js';
import { modelOf } from '../model/entity-model.js';
import type { Dataset } from './define-dataset.js';
import type { Finding } from './finding.js';

export const isRuleFinding = (finding: Finding): finding is RuleFinding => 'verdict' in finding;

/** `LandTransfer.holder.name` of every column that a declaration calls personal. */
export const personalFields = (datasets: readonly Dataset[]): ReadonlySet<string> =>
  new Set(
    datasets.flatMap(({ columns, entities }) =>
      columns.flatMap(({ personal, field }) =>
        personal && field !== undefined ? entities.map((entity) => `${modelOf(entity).name}.${field}`) : [],
      ),
    ),
  );

/** A finding of cells never has such values; what a rule says of them is masked, in values and in sentences. */
export function withoutPersonal<F extends Finding>(finding: F, personal: ReadonlySet<string>): F {
  if (!isRuleFinding(finding)) return finding;
  const hidden = new Set<string>();
  const operands = finding.operands.map((operand) => {
    if (operand.value === null || !personal.has(`${operand.entity}.${operand.field}`)) return operand;
    hidden.add(operand.value);
    return { ...operand, value: PERSONAL_VALUE };
  });
  if (finding.field !== null && personal.has(`${finding.entity}.${finding.field}`))
    for (const value of [finding.left, finding.value]) if (value) hidden.add(value);
  if (!hidden.size) return finding;
  const masked = (text: string): string =>
    [...hidden].reduce((said, value) => (value ? said.replaceAll(value, PERSONAL_VALUE) : said), text);
  const maskedOrNull = (text: string | null): string | null => (text === null ? null : masked(text));
  return {
    ...finding,
    operands,
    value: masked(finding.value),
    left: maskedOrNull(finding.left),
    right: maskedOrNull(finding.right),
    zh: masked(finding.zh),
    en: masked(finding.en),
  };
}
