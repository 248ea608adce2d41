import { addDecimals, compareDecimals, multiplyDecimals, subtractDecimals } from '../../schema/vocabulary/decimal.js';
import { quarterOf } from '../../schema/vocabulary/period.js';
import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, isWhole, LIST, type Listed, operand } from './define-cross-rule.js';

interface Payment {
  id: string;
  paidOn: string | null;
  amount: string | null;
  currency: string | null;
}
interface Report {
  id: string;
  quarter: string;
  percent: string | null;
}
interface Contract {
  id: string;
  amount: string | null;
  currency: string | null;
  supplier: { name: string | null } | null;
  transactions: Listed<Payment>;
  amendments: Listed<{ amountDelta: string | null }>;
  process: {
    buyer: { agencyId: string | null } | null;
    project: { id: string; title: string; progressReports: Listed<Report> } | null;
  };
}

const sum = (amounts: readonly (string | null)[]): string =>
  amounts.reduce<string>((total, amount) => addDecimals(total, amount ?? '0'), '0');

/** Physical progress is of works. What is above the contract as a whole is P06b's, and is not said twice. */
export const paidByProgress = defineRowRule<Contract>({
  id: 'P06',
  severity: 'W',
  zh: '工程合同累计支付不超过合同金额乘以最近报送的形象进度',
  en: 'What is paid of a works contract is not more than its share of the physical progress last reported',
  remedy: '核对支付凭证与形象进度；预付款应注明 / Check payments and progress; say where an advance was agreed',
  source: '财建〔2022〕183号；项目季度进度 / MOF rules on progress payments; quarterly progress reports',
  service: 'procurement',
  entity: 'Contract',
  pageSize: 200,
  query: `query PaidByProgress($first: Int!, $after: String) {
    page: contracts(first: $first, after: $after, filter: { process: { mainProcurementCategory: { eq: WORKS } } }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id amount currency supplier { name }
        transactions(first: 200) { ${LIST} nodes { id paidOn amount currency } }
        amendments(first: 100) { ${LIST} nodes { amountDelta } }
        process {
          buyer { agencyId }
          project { id title progressReports(first: 200) { ${LIST} nodes { id quarter percent } } }
        }
      }
    }
  }`,
  judge,
});

function judge(contract: Contract): CrossVerdict {
  const { id: key, amount, process, transactions, amendments } = contract;
  const { project } = process;
  const payments = transactions.nodes;
  if (!project || !payments.length) return { key, verdict: 'NOT_APPLICABLE' };
  const whole = isWhole(transactions, amendments, project.progressReports);
  const known = payments.every(
    (each) => each.amount !== null && each.paidOn !== null && each.currency === contract.currency,
  );
  if (amount === null || !whole || !known) return { key, verdict: 'UNCERTAIN' };
  const most = addDecimals(amount, sum(amendments.nodes.map(({ amountDelta }) => amountDelta)));
  if (compareDecimals(sum(payments.map((each) => each.amount)), most) > 0) return { key, verdict: 'NOT_APPLICABLE' };
  return firstAhead(contract, amount, project) ?? { key, verdict: 'PASS' };
}

/** The first payment that ran ahead of the last report up to its quarter. */
function firstAhead(
  { id: key, process, supplier, transactions, currency }: Contract,
  amount: string,
  project: NonNullable<Contract['process']['project']>,
): CrossVerdict | undefined {
  const reports = project.progressReports.nodes.toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const payments = transactions.nodes.toSorted((a, b) => ((a.paidOn ?? '') < (b.paidOn ?? '') ? -1 : 1));
  let paid = '0';
  for (const payment of payments) {
    paid = addDecimals(paid, payment.amount ?? '0');
    const quarter = quarterOf(payment.paidOn ?? '');
    const report = reports.filter((each) => each.quarter <= quarter).at(-1);
    // A project that has not reported yet says nothing of its progress, and neither does a blank.
    if (report?.percent == null) return { key, verdict: 'UNCERTAIN' };
    const earned = multiplyDecimals(multiplyDecimals(amount, report.percent), '0.01');
    const tolerance = multiplyDecimals('0.005', String(payments.indexOf(payment) + 2));
    if (compareDecimals(paid, addDecimals(earned, tolerance)) <= 0) continue;
    return {
      key,
      verdict: 'FAIL',
      agency: process.buyer?.agencyId ?? null,
      left: paid,
      right: earned,
      delta: subtractDecimals(paid, earned),
      tolerance,
      field: 'transactions',
      zh: `截至${payment.paidOn}已支付${paid}，${report.quarter}形象进度${report.percent}%，合同金额${amount}（项目${project.title}，供应商${supplier?.name ?? '—'}）`,
      en: `${paid} ${currency} of ${amount} were paid by ${payment.paidOn}, while ${report.percent} % was built by ${report.quarter} (${project.title}; ${supplier?.name ?? '—'})`,
      operands: [
        operand('Contract', key, 'amount', amount),
        operand('Project', project.id, 'title', project.title),
        operand('ProgressReport', report.id, 'percent', report.percent),
        ...payments
          .slice(0, payments.indexOf(payment) + 1)
          .map((each) => operand('ContractTransaction', each.id, 'amount', each.amount)),
      ],
    };
  }
  return undefined;
}
