import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { Project } from '../project/project.entity.js';
import { ProgressReport } from './progress-report.entity.js';

const operand = (field: string, value: string) => ({ entity: 'Project', key: 's.id', field, value });

const doneIsCompleted: Rule = defineRule({
  id: 'P05',
  severity: 'W',
  zh: '形象进度 100% 的项目已竣工，已竣工的项目形象进度为 100%',
  en: 'A project at 100 % is completed, and a completed one is at 100 %',
  remedy: '核对形象进度、项目阶段和竣工日期 / compare progress, status and the day of completion',
  source: 'OC4IDS 0.9.5 status, completion',
  entity: Project,
  reads: [Project, ProgressReport],
  alone: true,
  sql: (t) => {
    const percent = 'coalesce(r.percent, s.physical_progress)';
    // What was broken off is not completed, even at 100 %; below, nothing is asked of it.
    const isCompleted = `(s.status is distinct from 'CANCELLED'
      and (s.actual_completion is not null or s.status in ('COMPLETION', 'MAINTENANCE', 'DECOMMISSIONING', 'DECOMMISSIONED')))`;
    return judged({
      from: `${t(Project)} s left join (select distinct on (project_id) project_id, id, quarter, percent from ${t(ProgressReport)}
          order by project_id, quarter desc, id) r on r.project_id = s.id`,
      key: 's.id',
      agency: 's.authority_agency_id',
      applies: `(s.status is distinct from 'CANCELLED' or ${percent} >= 100) and (r.id is not null or s.physical_progress is not null or ${isCompleted})`,
      known: `${percent} is not null and (s.status is not null or s.actual_completion is not null)`,
      holds: `(${percent} >= 100) = ${isCompleted}`,
      left: plain(percent),
      right: 'coalesce(s.actual_completion::text, s.status)',
      field: 'physicalProgress',
      zh: `形象进度 {${plain(percent)}}%，项目阶段 {s.status}，竣工日期 {s.actual_completion}`,
      en: `Progress is {${plain(percent)}} %, the status {s.status}, the day of completion {s.actual_completion}`,
      operands: [
        operand('status', 's.status'),
        operand('actualCompletion', 's.actual_completion'),
        operand('physicalProgress', 's.physical_progress'),
        { entity: 'ProgressReport', key: 'r.id', field: 'percent', value: 'r.percent' },
      ],
    });
  },
});

/** Quarters as numbers that follow one another, and back to `2024Q1`. */
const ordinal = (day: string): string => `(extract(year from ${day})::int * 4 + extract(quarter from ${day})::int)`;
const quarterOf = (number: string): string => `concat((${number} - 1) / 4, 'Q', (${number} - 1) % 4 + 1)`;

const everyQuarterIsReported: Rule = defineRule({
  id: 'P09',
  severity: 'W',
  zh: '在建项目每季度都有进度报告（季末后 checks.reportDays 日内，默认 30 日）',
  en: 'A project being built has a report for every quarter (within checks.reportDays of its end, 30 unless set)',
  remedy: '补报缺少的季度 / hand in the missing quarter',
  source: 'measure 17: progress of investment projects, quarterly',
  entity: Project,
  reads: [Project, ProgressReport],
  alone: true,
  sql: (t) => {
    const due = ordinal(
      `(${t.city.today} - (${t.city.number('reportDays', '30')} || ' days')::interval + interval '1 day')::date`,
    );
    return judged({
      // Before the first quarter that anyone of a jurisdiction reported, reports were not handed over at all.
      with: `with reported as (select project_id, jurisdiction, left(quarter, 4)::int * 4 + right(quarter, 1)::int as quarter from ${t(ProgressReport)}),
        first as (select jurisdiction, min(quarter) as quarter from reported group by 1),
        missing as (select p.id, count(*) as quarters, string_agg(${quarterOf('q')}, '、' order by q) as listed,
            jsonb_agg(jsonb_build_object('entity', 'ProgressReport', 'key', concat(p.id, '/', ${quarterOf('q')}), 'field', 'quarter', 'value', null) order by q) as operands
          from ${t(Project)} p join first f on f.jurisdiction = p.jurisdiction
          cross join lateral generate_series(greatest(f.quarter, ${ordinal('p.actual_start')}), least(${due} - 1, coalesce(${ordinal('p.actual_completion')}, ${due} - 1))) q
          where p.actual_start is not null and not exists (select from reported r where r.project_id = p.id and r.quarter = q) group by 1)`,
      from: `${t(Project)} s left join first f on f.jurisdiction = s.jurisdiction left join missing m on m.id = s.id`,
      key: 's.id',
      agency: 's.authority_agency_id',
      applies: `f.quarter is not null and (s.actual_start is not null or s.status in ('IMPLEMENTATION', 'COMPLETION', 'MAINTENANCE'))`,
      known: 's.actual_start is not null',
      holds: 'm.id is null',
      left: 'm.listed',
      delta: 'm.quarters',
      field: 'actualStart',
      zh: '{s.actual_start} 开工，缺少 {m.quarters} 个季度的进度报告：{m.listed}',
      en: 'Started on {s.actual_start}; {m.quarters} quarters have no report: {m.listed}',
      operands: [operand('actualStart', 's.actual_start'), operand('actualCompletion', 's.actual_completion')],
      more: 'm.operands',
    });
  },
});

export const completionRules: readonly Rule[] = [doneIsCompleted, everyQuarterIsReported];
