import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { sumTolerance } from '../../../subgraph/check/printed-unit.js';
import { ownAndForeign } from '../../../subgraph/check/whose-rows.js';
import { ChangeOrder } from '../change-order/change-order.entity.js';
import { ProgressReport } from '../progress/progress-report.entity.js';
import { FundingSource } from './funding-source.entity.js';
import { Project } from './project.entity.js';

const operand = (field: string, value: string) => ({ entity: 'Project', key: 's.id', field, value });

const investmentWithinBudget: Rule = defineRule({
  id: 'P03',
  severity: 'W',
  zh: '累计完成投资不超过总投资的 110%（city.yaml 的 checks.investmentOverBudget）',
  en: 'Completed investment is within 110 % of the total (checks.investmentOverBudget in city.yaml)',
  remedy: '核对累计完成投资；超概算的应报批调整 / check the figure; an overrun needs an approved adjustment',
  source: '政府投资条例 §23 / Regulation on Government Investment',
  entity: Project,
  reads: [Project, ProgressReport],
  alone: true,
  sql: (t) => {
    const most = `s.budget_amount * ${t.city.number('investmentOverBudget', '1.1')}`;
    return judged({
      from: `${t(Project)} s left join (select distinct on (project_id) project_id, id, completed_cumulative, currency from ${t(ProgressReport)}
          order by project_id, completed_cumulative desc nulls last, quarter) r on r.project_id = s.id`,
      key: 's.id',
      agency: 's.authority_agency_id',
      applies: 'r.id is not null',
      known: 's.budget_amount is not null and r.completed_cumulative is not null and r.currency = s.budget_currency',
      holds: `r.completed_cumulative <= ${most}`,
      left: plain('r.completed_cumulative'),
      right: plain(most),
      delta: plain(`r.completed_cumulative - ${most}`),
      field: 'budgetAmount',
      zh: `累计完成 {${plain('r.completed_cumulative')}} 元，总投资 {${plain('s.budget_amount')}} 元，上限 {${plain(most)}} 元`,
      en: `{${plain('r.completed_cumulative')}} yuan are completed of a total of {${plain('s.budget_amount')}}; at most {${plain(most)}} may be`,
      operands: [
        operand('budgetAmount', 's.budget_amount'),
        { entity: 'ProgressReport', key: 'r.id', field: 'completedCumulative', value: 'r.completed_cumulative' },
      ],
    });
  },
});

const fundingIsTotal = ownAndForeign('P04', ({ id, severity, among }) =>
  defineRule({
    id,
    severity,
    zh: '各资金来源之和等于总投资',
    en: 'The sources of funding sum to the total investment',
    remedy: '核对资金来源与批复的总投资 / compare the sources with the approved total',
    source: 'OC4IDS 0.9.5 budget.finance',
    entity: Project,
    reads: [Project, FundingSource],
    alone: true,
    sql: (t) => {
      const tolerance = sumTolerance('WAN_YUAN', ['s.budget_amount', 'f.total'], 'f.parts');
      return judged({
        from: `${t(Project)} s left join (select project_id, count(*) as parts, count(amount) as known, sum(amount) as total,
          min(currency) as currency, count(distinct currency) as currencies,
          jsonb_agg(jsonb_build_object('entity', 'FundingSource', 'key', id, 'field', 'amount', 'value', amount::text) order by id) as listed
        from ${t(FundingSource)} group by 1) f on f.project_id = s.id`,
        key: 's.id',
        agency: 's.authority_agency_id',
        applies: `${among('s.jurisdiction', t)} and f.parts is not null`,
        known:
          's.budget_amount is not null and f.known = f.parts and f.currencies = 1 and f.currency = s.budget_currency',
        holds: `abs(f.total - s.budget_amount) <= ${tolerance}`,
        left: plain('f.total'),
        right: plain('s.budget_amount'),
        delta: plain('f.total - s.budget_amount'),
        tolerance,
        field: 'budgetAmount',
        zh: `{f.parts} 项资金来源合计 {${plain('f.total')}} 元，总投资 {${plain('s.budget_amount')}} 元，相差 {${plain('f.total - s.budget_amount')}} 元`,
        en: `{f.parts} sources come to {${plain('f.total')}} yuan, the total is {${plain('s.budget_amount')}}, {${plain('f.total - s.budget_amount')}} apart`,
        operands: [operand('budgetAmount', 's.budget_amount')],
        more: 'f.listed',
      });
    },
  }),
);

/** A change that names its contract is measured against that, across services; without one the project is all there is. */
const changesAreApproved: Rule = defineRule({
  id: 'P07b',
  severity: 'W',
  zh: '未写明合同的变更超过总投资 10% 时须有批复（city.yaml 的 checks.changeShare）',
  en: 'A change of no named contract that exceeds 10 % of the total has an approval (checks.changeShare in city.yaml)',
  remedy: '补登批复文号，或报批 / add the number of the approval, or have it approved',
  source: '政府投资条例 §21 / Regulation on Government Investment',
  entity: ChangeOrder,
  reads: [ChangeOrder, Project],
  alone: true,
  sql: (t) => {
    const most = `p.budget_amount * ${t.city.number('changeShare', '0.1')}`;
    return judged({
      from: `${t(ChangeOrder)} s join ${t(Project)} p on p.id = s.project_id`,
      key: 's.id',
      agency: 'p.authority_agency_id',
      applies: `s.contract_no is null and s.kind is distinct from 'DURATION'`,
      known: 's.amount_delta is not null and p.budget_amount is not null and s.currency = p.budget_currency',
      holds: `abs(s.amount_delta) <= ${most} or s.approval_no is not null`,
      left: plain('s.amount_delta'),
      right: plain(most),
      delta: plain(`abs(s.amount_delta) - ${most}`),
      field: 'approvalNo',
      zh: `变更 {${plain('s.amount_delta')}} 元超过总投资 {${plain('p.budget_amount')}} 元的一成，无批复文号`,
      en: `A change of {${plain('s.amount_delta')}} yuan, over a tenth of the total of {${plain('p.budget_amount')}}, has no approval`,
      operands: [
        { entity: 'ChangeOrder', key: 's.id', field: 'amountDelta', value: 's.amount_delta' },
        { entity: 'ChangeOrder', key: 's.id', field: 'approvalNo', value: 's.approval_no' },
        { entity: 'Project', key: 'p.id', field: 'budgetAmount', value: 'p.budget_amount' },
      ],
    });
  },
});

export const projectMoneyRules: readonly Rule[] = [investmentWithinBudget, ...fundingIsTotal, changesAreApproved];
