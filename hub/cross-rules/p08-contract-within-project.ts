import { daysBetween } from '../../schema/vocabulary/local-date.js';
import type { CrossVerdict } from './cross-rule.js';
import { defineRowRule, operand } from './define-cross-rule.js';

interface Contract {
  id: string;
  status: string | null;
  signedOn: string | null;
  startOn: string | null;
  endOn: string | null;
  amount: string | null;
  process: {
    buyer: { agencyId: string | null } | null;
    project: { id: string; title: string; startDate: string | null; endDate: string | null } | null;
  };
}

const DAYS = [
  { field: 'signedOn', zh: '签订', en: 'is signed' },
  { field: 'startOn', zh: '开始', en: 'starts' },
  { field: 'endOn', zh: '终止', en: 'ends' },
] as const;

/** The project's planned days are the frame: that they themselves were missed is P01's. */
export const contractWithinProject = defineRowRule<Contract>({
  id: 'P08',
  severity: 'E',
  zh: '项目合同的签订、开始、终止日期在项目计划工期之内',
  en: 'The contracts of a project are signed, start and end within its planned time',
  remedy: '核对合同期限与项目计划开工、竣工日期 / Check the contract’s days against the project’s',
  source:
    'OC4IDS 0.9.5 implementationPeriod；政府投资条例第二十条 / OC4IDS 0.9.5; Government Investment Regulation art. 20',
  service: 'procurement',
  entity: 'Contract',
  pageSize: 500,
  query: `query ContractWithinProject($first: Int!, $after: String) {
    page: contracts(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id status signedOn startOn endOn amount
        process { buyer { agencyId } project { id title startDate endDate } }
      }
    }
  }`,
  judge,
});

function judge(contract: Contract): CrossVerdict {
  const { id: key, process, amount } = contract;
  const { project } = process;
  if (!project || contract.status === 'CANCELLED') return { key, verdict: 'NOT_APPLICABLE' };
  const { startDate, endDate } = project;
  for (const { field, zh, en } of DAYS) {
    const day = contract[field];
    if (day === null) continue;
    const isEarly = startDate !== null && day < startDate;
    const isLate = endDate !== null && day > endDate;
    const limit = isEarly ? startDate : endDate;
    if ((!isEarly && !isLate) || limit === null) continue;
    const bound = isEarly ? 'startDate' : 'endDate';
    return {
      key,
      verdict: 'FAIL',
      agency: process.buyer?.agencyId ?? null,
      left: day,
      right: limit,
      delta: String(daysBetween(limit, day)),
      field,
      zh: `合同${zh}日期${day}${isEarly ? '早于项目计划开工' : '晚于项目计划竣工'}日期${limit}（项目${project.title}）`,
      en: `the contract ${en} on ${day}, ${isEarly ? 'before the project’s planned start' : 'after the project’s planned completion'} on ${limit} (${project.title})`,
      operands: [
        operand('Contract', key, field, day),
        operand('Contract', key, 'amount', amount),
        operand('Project', project.id, bound, limit),
      ],
    };
  }
  const known = startDate !== null && endDate !== null && DAYS.every(({ field }) => contract[field] !== null);
  return { key, verdict: known ? 'PASS' : 'UNCERTAIN' };
}
