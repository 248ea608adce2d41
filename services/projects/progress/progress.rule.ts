import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { sumTolerance } from '../../../subgraph/check/printed-unit.js';
import { Project } from '../project/project.entity.js';
import { ProgressReport } from './progress-report.entity.js';

const report = (field: string, value: string, alias = 's') => ({
  entity: 'ProgressReport',
  key: `${alias}.id`,
  field,
  value,
});

/** Quarters counted through, so that the one before is always one less. */
const ORDINAL = `(left(quarter, 4)::int * 4 + right(quarter, 1)::int)`;

const cumulativeAddsUp: Rule = defineRule({
  id: 'P02',
  severity: 'E',
  zh: '累计完成等于上季度累计加本季度（年累计自一月起另计），且不减少',
  en: 'What is completed so far is the last quarter’s figure plus this quarter’s, anew from January, and never falls',
  remedy: '核对本季度与累计数 / compare the quarter’s figure with the totals',
  source: 'OC4IDS 0.9.5 metrics',
  entity: ProgressReport,
  reads: [ProgressReport, Project],
  sql: (t) => {
    const sum = '(b.completed_cumulative + s.completed_this_quarter)';
    const inYear = `case when s.quarter_no = 1 then s.completed_this_quarter else b.completed_this_year + s.completed_this_quarter end`;
    const tolerance = sumTolerance(
      'WAN_YUAN',
      ['s.completed_cumulative', 's.completed_this_quarter', 'b.completed_cumulative'],
      '2',
    );
    const exceeds = (difference: string): string => `coalesce(abs(${difference}) > ${tolerance}, false)`;
    return judged({
      with: `with counted as (select *, ${ORDINAL} as ordinal, right(quarter, 1)::int as quarter_no from ${t(ProgressReport)}),
        placed as (select *, lag(id) over before as before_id, lag(ordinal) over before as before_ordinal from counted
          window before as (partition by project_id order by ordinal))`,
      from: `placed s left join ${t(Project)} p on p.id = s.project_id left join ${t(ProgressReport)} b on b.id = s.before_id
        cross join lateral (select s.before_ordinal = s.ordinal - 1 as follows, ${inYear} as year_sum,
          coalesce(s.completed_cumulative < b.completed_cumulative, false) as falls) q
        cross join lateral (select (q.follows is true and ${exceeds(`s.completed_cumulative - ${sum}`)}) as breaks,
          ((q.follows is true or s.quarter_no = 1) and ${exceeds('s.completed_this_year - q.year_sum')}) as breaks_year) f`,
      key: 's.id',
      agency: 'p.authority_agency_id',
      applies: 's.before_id is not null or s.quarter_no = 1',
      // A quarter that nobody reported leaves the sum unknown, but not that the figure fell.
      known: `q.falls or f.breaks or f.breaks_year or (coalesce(q.follows, true) and s.completed_cumulative is not null and s.completed_this_quarter is not null
        and s.completed_this_year is not null and (s.before_id is null or (b.completed_cumulative is not null and (s.quarter_no = 1 or b.completed_this_year is not null))))`,
      holds: 'not (q.falls or f.breaks or f.breaks_year)',
      left: plain(`case when q.falls or f.breaks then s.completed_cumulative else s.completed_this_year end`),
      right: plain(`case when f.breaks then ${sum} when q.falls then b.completed_cumulative else q.year_sum end`),
      delta: plain(
        `case when f.breaks then s.completed_cumulative - ${sum} when q.falls then s.completed_cumulative - b.completed_cumulative else s.completed_this_year - q.year_sum end`,
      ),
      tolerance,
      field: 'completedCumulative',
      zh: `{case when q.falls or f.breaks then '累计' else '本年累计' end}完成 {${plain('case when q.falls or f.breaks then s.completed_cumulative else s.completed_this_year end')}} 元，上季度与本季度之和为 {${plain(`case when q.falls or f.breaks then ${sum} else q.year_sum end`)}} 元`,
      en: `{case when q.falls or f.breaks then 'In all' else 'In the year' end} {${plain('case when q.falls or f.breaks then s.completed_cumulative else s.completed_this_year end')}} yuan are completed; the last figure and this quarter come to {${plain(`case when q.falls or f.breaks then ${sum} else q.year_sum end`)}}`,
      operands: [
        report('completedCumulative', 's.completed_cumulative'),
        report('completedThisYear', 's.completed_this_year'),
        report('completedThisQuarter', 's.completed_this_quarter'),
        report('completedCumulative', 'b.completed_cumulative', 'b'),
      ],
    });
  },
});

/** 万元 taken for 元, or the other way round, moves a figure ten thousand times. */
const noSlipOfUnit: Rule = defineRule({
  id: 'R16b',
  severity: 'W',
  zh: '年度计划投资与上一期相比没有约一万倍的跳变（万元与元混用）',
  en: 'The year’s plan is not about ten thousand times the one before, nor a ten-thousandth: a slip of 万元 and 元',
  remedy: '核对金额单位 / check the unit of the amounts',
  source: 'R16 of the list of rules',
  entity: ProgressReport,
  reads: [ProgressReport, Project],
  sql: (t) => {
    const ratio = 's.planned_investment / s.before_planned';
    return judged({
      with: `with told as (select *, lag(planned_investment) over before as before_planned, lag(id) over before as before_id from ${t(ProgressReport)}
        window before as (partition by project_id order by quarter))`,
      from: `told s left join ${t(Project)} p on p.id = s.project_id`,
      key: 's.id',
      agency: 'p.authority_agency_id',
      applies:
        's.before_id is not null and coalesce(s.before_planned, 1) > 0 and coalesce(s.planned_investment, 1) > 0',
      known: 's.planned_investment is not null and s.before_planned is not null',
      holds: `${ratio} not between 5000 and 20000 and ${ratio} not between 0.00005 and 0.0002`,
      left: plain('s.planned_investment'),
      right: plain('s.before_planned'),
      field: 'plannedInvestment',
      zh: `年度计划投资 {${plain('s.planned_investment')}} 元，上一期 {${plain('s.before_planned')}} 元，相差约一万倍`,
      en: `The year’s plan is {${plain('s.planned_investment')}} yuan, the one before {${plain('s.before_planned')}}: ten thousand times apart`,
      operands: [
        report('plannedInvestment', 's.planned_investment'),
        { entity: 'ProgressReport', key: 's.before_id', field: 'plannedInvestment', value: 's.before_planned' },
      ],
    });
  },
});

export const progressRules: readonly Rule[] = [cumulativeAddsUp, noSlipOfUnit];
