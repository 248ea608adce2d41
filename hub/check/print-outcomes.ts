/** What a check found, for a terminal: a line for each rule, then the first findings. */
import type { RuleFinding, RuleOutcome } from '../../subgraph/check/rule-finding.js';

const SHOWN = 20;
const HEADS = ['符合/pass', '不符/fail', '未定/uncertain', '不适用/n.a.'];

export function printOutcomes(outcomes: readonly RuleOutcome[], log: (line: string) => void): void {
  log(`${'规则/rule'.padEnd(10)}  ${'对象/subject'.padEnd(22)}  ${HEADS.map((head) => head.padStart(14)).join('')}`);
  for (const { rule, entity, pass, fail, uncertain, notApplicable } of outcomes) {
    const counts = [pass, fail, uncertain, notApplicable].map((count) => String(count).padStart(14)).join('');
    log(`${rule.severity} ${rule.id.padEnd(8)}  ${entity.padEnd(22)}  ${counts}  ${rule.zh} / ${rule.en}`);
  }
  const failures = failuresOf(outcomes);
  for (const failure of failures.slice(0, SHOWN)) log(lineOf(failure));
  const { length } = failures;
  if (length > SHOWN)
    log(`  另有 ${length - SHOWN} 处，见 --json 或查询 findings / and ${length - SHOWN} more: --json, or ask findings`);
  log(`${outcomes.length} 条规则 / rules, ${length} 处不符 / findings`);
}

/** Refusals before warnings. */
const failuresOf = (outcomes: readonly RuleOutcome[]): RuleFinding[] =>
  outcomes.flatMap(({ failures }) => failures).toSorted((a, b) => a.severity.localeCompare(b.severity));

function lineOf({ severity, rule, entity, key, file, path, zh, en, operands }: RuleFinding): string {
  const values = operands.map((each) => `${each.entity} ${each.key ?? ''}.${each.field} = ${each.value ?? '—'}`);
  const where = file ? `${file} ${path}` : path;
  return [
    `  ${severity} ${rule}  ${entity} ${key}  ${where === key ? '' : where}`,
    `      ${zh} / ${en}`,
    ...(values.length ? [`      ${values.slice(0, 6).join('; ')}${values.length > 6 ? ' …' : ''}`] : []),
  ].join('\n');
}
