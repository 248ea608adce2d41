import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ownAndForeign } from '../../../subgraph/check/whose-rows.js';
import { Project } from './project.entity.js';

const operand = (field: string, value: string) => ({ entity: 'Project', key: 's.id', field, value });

const startsBeforeItEnds = ownAndForeign('P01', ({ id, severity, among }) =>
  defineRule({
    id,
    severity,
    zh: '计划开工不晚于计划竣工，实际开工不晚于实际竣工',
    en: 'A project starts before it is completed, as planned and in fact',
    remedy: '更正开工或竣工日期 / correct the dates',
    source: 'OC4IDS 0.9.5 implementationPeriod',
    entity: Project,
    reads: [Project],
    alone: true,
    sql: (t) => {
      const planned = 's.start_date > s.end_date';
      const broken = `(coalesce(${planned}, false) or coalesce(s.actual_start > s.actual_completion, false))`;
      const by = (plan: string, fact: string): string => `case when ${planned} then ${plan} else ${fact} end`;
      return judged({
        from: `${t(Project)} s`,
        key: 's.id',
        agency: 's.authority_agency_id',
        applies: among('s.jurisdiction', t),
        known: `${broken} or (s.start_date is not null and s.end_date is not null)`,
        holds: `not ${broken}`,
        left: by('s.start_date', 's.actual_start'),
        right: by('s.end_date', 's.actual_completion'),
        delta: by('s.end_date - s.start_date', 's.actual_completion - s.actual_start'),
        field: 'endDate',
        zh: `{${by("'计划'", "'实际'")}}开工 {${by('s.start_date', 's.actual_start')}} 晚于竣工 {${by('s.end_date', 's.actual_completion')}}`,
        en: `The {${by("'planned'", "'actual'")}} start {${by('s.start_date', 's.actual_start')}} is after the completion {${by('s.end_date', 's.actual_completion')}}`,
        operands: [
          operand('startDate', 's.start_date'),
          operand('endDate', 's.end_date'),
          operand('actualStart', 's.actual_start'),
          operand('actualCompletion', 's.actual_completion'),
        ],
      });
    },
  }),
);

const keepsItsPlan: Rule = defineRule({
  id: 'P01b',
  severity: 'W',
  zh: '实际开工、竣工不晚于计划',
  en: 'A project starts and is completed no later than planned',
  remedy: '核对日期，说明延误原因 / check the dates, or state why it is late',
  source: 'OC4IDS 0.9.5 implementationPeriod, completion',
  entity: Project,
  reads: [Project],
  alone: true,
  sql: (t) => {
    const startsLate = 's.actual_start > s.start_date';
    const by = (start: string, end: string): string => `case when ${startsLate} then ${start} else ${end} end`;
    return judged({
      from: `${t(Project)} s`,
      key: 's.id',
      agency: 's.authority_agency_id',
      applies: 's.actual_start is not null or s.actual_completion is not null',
      known: `(s.actual_start is null or s.start_date is not null) and (s.actual_completion is null or s.end_date is not null)`,
      holds: `coalesce(s.actual_start <= s.start_date, true) and coalesce(s.actual_completion <= s.end_date, true)`,
      left: by('s.actual_start', 's.actual_completion'),
      right: by('s.start_date', 's.end_date'),
      delta: by('s.actual_start - s.start_date', 's.actual_completion - s.end_date'),
      field: 'actualStart',
      zh: `实际{${by("'开工'", "'竣工'")}} {${by('s.actual_start', 's.actual_completion')}} 晚于计划 {${by('s.start_date', 's.end_date')}}`,
      en: `The actual {${by("'start'", "'completion'")}} {${by('s.actual_start', 's.actual_completion')}} is later than planned, {${by('s.start_date', 's.end_date')}}`,
      operands: [
        operand('startDate', 's.start_date'),
        operand('actualStart', 's.actual_start'),
        operand('endDate', 's.end_date'),
        operand('actualCompletion', 's.actual_completion'),
      ],
    });
  },
});

export const projectDayRules: readonly Rule[] = [...startsBeforeItEnds, keepsItsPlan];
