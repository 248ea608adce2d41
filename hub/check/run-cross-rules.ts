/** Evaluates rules across services: asks the graph page by page and counts what each page is judged to be. */
import type { RuleFinding, RuleOutcome } from '../../subgraph/check/rule-finding.js';
import type { City } from '../../subgraph/city.js';
import { shorten } from '../../subgraph/import/finding.js';
import type { CrossRule, CrossSetting, CrossVerdict } from '../cross-rules/cross-rule.js';
import type { Graph } from './ask-graph.js';

const PAGE = 200;
/** Subjects that cannot be judged are counted all, and kept up to this number. */
const UNCERTAIN_AT_MOST = 100;

/** The settings of the city as a rule across services reads them. */
export const crossSetting = (city: City | undefined, today: string): CrossSetting => ({
  today,
  number: (name, otherwise) => city?.checks?.[name] ?? otherwise,
});

export async function runCrossRule(graph: Graph, rule: CrossRule, setting: CrossSetting): Promise<RuleOutcome> {
  const started = performance.now();
  const counts = { PASS: 0, FAIL: 0, UNCERTAIN: 0, NOT_APPLICABLE: 0 };
  const failures: RuleFinding[] = [];
  const uncertainties: RuleFinding[] = [];
  for await (const data of pages(graph, rule)) {
    for (const verdict of rule.evaluate(data, setting)) {
      counts[verdict.verdict] += 1;
      if (verdict.verdict === 'FAIL') failures.push(findingOf(rule, verdict, 'FAIL'));
      else if (verdict.verdict === 'UNCERTAIN' && uncertainties.length < UNCERTAIN_AT_MOST)
        uncertainties.push(findingOf(rule, verdict, 'UNCERTAIN'));
    }
  }
  return {
    rule,
    service: rule.service,
    entity: rule.entity,
    pass: counts.PASS,
    fail: counts.FAIL,
    uncertain: counts.UNCERTAIN,
    notApplicable: counts.NOT_APPLICABLE,
    failures,
    uncertainties,
    milliseconds: performance.now() - started,
  };
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function* pages(graph: Graph, rule: CrossRule): AsyncGenerator<Record<string, unknown>> {
  for (let after: string | null = null; ;) {
    const data = await graph.ask(rule.query, { first: rule.pageSize ?? PAGE, after });
    const [collection] = Object.values(data) as (Page | null)[];
    if (!collection?.pageInfo) throw new Error(`rule ${rule.id}: the graph gave no page`);
    yield data;
    if (!collection.pageInfo.hasNextPage) return;
    after = collection.pageInfo.endCursor;
  }
}

function findingOf(rule: CrossRule, verdict: CrossVerdict, kind: RuleFinding['verdict']): RuleFinding {
  return {
    rule: rule.id,
    severity: rule.severity,
    verdict: kind,
    service: rule.service,
    entity: rule.entity,
    key: verdict.key,
    agency: verdict.agency ?? null,
    field: verdict.field ?? null,
    left: verdict.left ?? null,
    right: verdict.right ?? null,
    delta: verdict.delta ?? null,
    tolerance: verdict.tolerance ?? null,
    operands: verdict.operands ?? [],
    dataset: null,
    file: '',
    sheet: null,
    row: null,
    column: null,
    path: verdict.key,
    value: shorten(verdict.left ?? ''),
    zh: verdict.zh ?? rule.zh,
    en: verdict.en ?? rule.en,
    remedy: rule.remedy,
  };
}
