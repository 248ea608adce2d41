import { addDecimals, compareDecimals, multiplyDecimals } from '../../schema/vocabulary/decimal.js';
import { defineCrossRule, type CrossSetting, type CrossVerdict } from './cross-rule.js';
import { isWhole, LIST, type Listed, operand } from './define-cross-rule.js';

interface Change {
  id: string;
  kind: string | null;
  contractNo: string | null;
  amountDelta: string | null;
  currency: string | null;
  approvalNo: string | null;
}
interface Contract {
  id: string;
  localId: string | null;
  amount: string | null;
  currency: string | null;
}
interface Project {
  id: string;
  authorityAgencyId: string | null;
  changeOrders: Listed<Change>;
  contractingProcesses: Listed<{ contracts: Listed<Contract> }>;
}

/** Several small changes of one contract count together; what is approved is not asked how large it is. */
export const changesApproved = defineCrossRule({
  id: 'P07',
  severity: 'W',
  zh: '合同变更累计超过合同金额 10% 时须有批复（city.yaml 的 checks.changeShare）',
  en: 'Changes of a contract that together exceed 10 % of it have an approval (checks.changeShare in city.yaml)',
  remedy: '补登批复文号，或报批 / add the number of the approval, or have the change approved',
  source: '《政府采购法》第四十九条、《政府投资条例》第二十一条 / Government Procurement Law art. 49',
  service: 'projects',
  entity: 'ChangeOrder',
  pageSize: 40,
  query: `query ChangesApproved($first: Int!, $after: String) {
    page: projects(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id authorityAgencyId
        changeOrders(first: 200, filter: { contractNo: { isNull: false } }) {
          ${LIST} nodes { id kind contractNo amountDelta currency approvalNo }
        }
        contractingProcesses(first: 60) {
          ${LIST} nodes { contracts(first: 20) { ${LIST} nodes { id localId amount currency } } }
        }
      }
    }
  }`,
  evaluate: (data, setting) => {
    const { page } = data as { page: { nodes: readonly Project[] } };
    return page.nodes.flatMap((project) => project.changeOrders.nodes.map((change) => judge(project, change, setting)));
  },
});

function judge(project: Project, change: Change, setting: CrossSetting): CrossVerdict {
  const { changeOrders, contractingProcesses, authorityAgencyId } = project;
  const found = { key: change.id, agency: authorityAgencyId, field: 'approvalNo' } as const;
  if (change.kind === 'DURATION') return { ...found, verdict: 'NOT_APPLICABLE' };
  if (change.approvalNo !== null) return { ...found, verdict: 'PASS' };
  const lists = contractingProcesses.nodes.map(({ contracts }) => contracts);
  const contract = lists.flatMap(({ nodes }) => nodes).find(({ localId }) => localId === change.contractNo);
  const together = changeOrders.nodes.filter(
    ({ contractNo, approvalNo, kind }) =>
      contractNo === change.contractNo && approvalNo === null && kind !== 'DURATION',
  );
  const total = together.reduce((sum, { amountDelta }) => addDecimals(sum, amountDelta ?? '0'), '0');
  const isKnown =
    contract?.amount != null &&
    together.every(({ amountDelta, currency }) => amountDelta !== null && currency === contract.currency) &&
    isWhole(changeOrders, contractingProcesses, ...lists);
  if (!isKnown) return { ...found, verdict: 'UNCERTAIN' };
  const amount = contract.amount ?? '0';
  const most = multiplyDecimals(amount, setting.number('changeShare', '0.1'));
  if (compareDecimals(total.replace('-', ''), most) <= 0) return { ...found, verdict: 'PASS' };
  return {
    ...found,
    verdict: 'FAIL',
    left: total,
    right: most,
    zh: `合同 ${change.contractNo} 金额 ${amount}，未见批复的变更累计 ${total}，超过 ${most}`,
    en: `Contract ${change.contractNo} is of ${amount}; its changes without approval come to ${total}, above ${most}`,
    operands: [
      ...together.map(({ id, amountDelta }) => operand('ChangeOrder', id, 'amountDelta', amountDelta)),
      operand('ChangeOrder', change.id, 'approvalNo', change.approvalNo),
      operand('Contract', contract.id, 'amount', amount),
    ],
  };
}
