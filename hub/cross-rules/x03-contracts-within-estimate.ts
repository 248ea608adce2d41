import { addDecimals, compareDecimals, subtractDecimals } from '../../schema/vocabulary/decimal.js';
import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, isWhole, LIST, type Listed, operand } from './define-cross-rule.js';

interface Contract {
  id: string;
  status: string | null;
  amount: string | null;
  currency: string | null;
  award: { priceForm: string | null } | null;
}
interface Project {
  id: string;
  title: string;
  authorityAgencyId: string | null;
  budgetAmount: string | null;
  budgetCurrency: string | null;
  contractingProcesses: Listed<{ ocid: string; contracts: Listed<Contract> }>;
  changeOrders: Listed<{ id: string; amountDelta: string | null; approvalNo: string | null }>;
}

const sum = (amounts: readonly (string | null)[]): string =>
  amounts.reduce<string>((total, amount) => addDecimals(total, amount ?? '0'), '0');

/** Changes count as far as they are approved: what is not is P07's. A contract at a rate has no amount and is left out. */
export const contractsWithinEstimate = defineRowRule<Project>({
  id: 'X03',
  severity: 'W',
  zh: '项目各合同金额（含已批准的变更）之和不超过批复总投资',
  en: 'The contracts of a project with their approved changes do not come to more than its approved total',
  remedy:
    '核对合同与批复；超概算的应报原审批部门调整 / Check contracts and approval; a project above its estimate needs a new approval',
  source: '《政府投资条例》第二十三条 / Government Investment Regulation art. 23',
  service: 'projects',
  entity: 'Project',
  pageSize: 40,
  query: `query ContractsWithinEstimate($first: Int!, $after: String) {
    page: projects(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id title authorityAgencyId budgetAmount budgetCurrency
        changeOrders(first: 200) { ${LIST} nodes { id amountDelta approvalNo } }
        contractingProcesses(first: 60) {
          ${LIST}
          nodes {
            ocid
            contracts(first: 20) { ${LIST} nodes { id status amount currency award { priceForm } } }
          }
        }
      }
    }
  }`,
  judge,
});

function judge(project: Project): CrossVerdict {
  const { id: key, title, budgetAmount, budgetCurrency, contractingProcesses, changeOrders } = project;
  const lists = contractingProcesses.nodes.map(({ contracts }) => contracts);
  const all = lists.flatMap(({ nodes }) => nodes);
  const contracts = all.filter(
    ({ status, award }) => status !== 'CANCELLED' && (award?.priceForm ?? 'AMOUNT') === 'AMOUNT',
  );
  if (!contracts.length) return { key, verdict: 'NOT_APPLICABLE' };
  const isKnown = contracts.every(({ amount, currency }) => amount !== null && currency === budgetCurrency);
  if (budgetAmount === null || !isKnown || !isWhole(contractingProcesses, changeOrders, ...lists))
    return { key, verdict: 'UNCERTAIN' };
  const changes = changeOrders.nodes.filter(
    ({ approvalNo, amountDelta }) => approvalNo !== null && amountDelta !== null,
  );
  const total = sum([...contracts.map(({ amount }) => amount), ...changes.map(({ amountDelta }) => amountDelta)]);
  if (compareDecimals(total, budgetAmount) <= 0) return { key, verdict: 'PASS' };
  const delta = subtractDecimals(total, budgetAmount);
  return {
    key,
    verdict: 'FAIL',
    agency: project.authorityAgencyId,
    left: total,
    right: budgetAmount,
    delta,
    field: 'budgetAmount',
    zh: `${title}的${contracts.length}份合同共${total}，超过批复总投资${budgetAmount}，超出${delta}`,
    en: `the ${contracts.length} contracts of ${title} come to ${total} ${budgetCurrency}; ${budgetAmount} was approved`,
    operands: [
      operand('Project', key, 'budgetAmount', budgetAmount),
      ...contracts.map(({ id, amount }) => operand('Contract', id, 'amount', amount)),
      ...changes.map(({ id, amountDelta }) => operand('ChangeOrder', id, 'amountDelta', amountDelta)),
    ],
  };
}
