/** How rules about one row of the graph are written: a query of pages, and what is said of each row. */
import type { FoundOperand } from '../../subgraph/check/rule-finding.js';
import { defineCrossRule, type CrossRule, type CrossSetting, type CrossVerdict } from './cross-rule.js';

export interface RowRule<Node> extends Omit<CrossRule, 'evaluate'> {
  /** What the rule says of one row of a page. */
  judge(node: Node, setting: CrossSetting): CrossVerdict;
}

/** The query has one root field, whose nodes are the rows; without a filter by jurisdiction they are the city's own. */
export const defineRowRule = <Node>({ judge, ...rule }: RowRule<Node>): CrossRule =>
  defineCrossRule({
    ...rule,
    evaluate: (data, setting) =>
      Object.values(data as Record<string, { readonly nodes: readonly Node[] }>).flatMap(({ nodes }) =>
        nodes.map((node) => said(judge(node, setting))),
      ),
  });

/** Who cannot judge says so in words too. */
const said = (verdict: CrossVerdict): CrossVerdict =>
  verdict.verdict === 'UNCERTAIN' && verdict.zh === undefined
    ? { ...verdict, zh: '所需的值有空缺，无法判断', en: 'a value it needs is blank: it cannot be judged' }
    : verdict;

/** A list of the graph, whole or cut off at its page. */
export interface Listed<Row> {
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly Row[];
}

/** What a nested list must ask for: a list that goes on makes the verdict UNCERTAIN. */
export const LIST = 'pageInfo { hasNextPage }';

export const isWhole = (...lists: readonly Listed<unknown>[]): boolean =>
  lists.every(({ pageInfo }) => !pageInfo.hasNextPage);

export const operand = (
  entity: string,
  key: string | null,
  field: string,
  value: string | null | undefined,
): FoundOperand => ({ entity, key, field, value: value ?? null });
