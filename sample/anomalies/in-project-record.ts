import { addDays } from '../../schema/vocabulary/local-date.js';
import { CITY } from '../city.js';
import { LAST_DAY } from '../calendar.js';
import { fenOf, yuan } from '../fen.js';
import type { Project, Report } from '../projects/project.js';
import type { ProjectPlanter } from './in-projects.js';

/** The reports of the last year that has any, when the year before has a plan too. */
function lastYear({ reports }: Project): readonly Report[] {
  const year = reports.at(-1)?.year;
  const before = reports.findLast((report) => report.year !== year);
  const of = reports.filter((report) => report.year === year);
  const [first] = of;
  // A plan that is small beside the one before would look like the slip itself.
  return before && first && before.planned > 0 && first.planned * 10 > before.planned ? of : [];
}

/** What is wrong in the record of a project: its days, numbers and units. */
export const RECORD_PLANTERS: readonly ProjectPlanter[] = [
  {
    kind: 'START_AFTER_END',
    suits: ({ actualStart, status, processes }) =>
      actualStart === '' && status !== '终止' && processes.every(({ lots }) => lots.every(({ contract }) => !contract)),
    plant(project) {
      project.end = addDays(project.start, -20);
      return {
        rule: 'P01',
        zh: `计划竣工${project.end}早于计划开工${project.start}`,
        en: 'The planned completion is before the planned start',
        keys: { projectCode: project.code, plannedStart: project.start, plannedCompletion: project.end },
        amounts: {},
      };
    },
  },
  {
    kind: 'PLAN_IN_OTHER_UNIT',
    suits: (project) => lastYear(project).length > 0,
    plant(project) {
      const reports = lastYear(project);
      const [first] = reports;
      const before = project.reports.findLast(({ year }) => year !== first?.year);
      if (!first || !before) return undefined;
      const right = first.planned;
      // The same size as the year before, printed in yuan under a head that says 万元.
      for (const report of reports) report.planned = before.planned * 10_000;
      return {
        rule: 'R16b',
        zh: '年度计划投资以元填入了万元栏',
        en: 'The year’s plan is in yuan under a head that says 万元',
        keys: { projectCode: project.code, quarter: `${first.year}Q${first.quarter}` },
        amounts: { reported: yuan(first.planned), before: yuan(before.planned), expected: yuan(right) },
      };
    },
  },
  {
    kind: 'CHANGE_OF_NO_CONTRACT',
    suits: ({ actualStart, actualEnd }) => actualStart !== '' && actualStart < '2024-06-01' && actualEnd === '',
    plant(project) {
      const delta = fenOf((project.total / 100) * 0.12, 10_000);
      const on = addDays(project.actualStart, 100);
      const id = `${project.code}-BG9`;
      if (on > LAST_DAY) return undefined;
      project.changes.push({ id, kind: '价款变更', on, delta, days: 0, reason: '增加建设内容', approvalNo: '' });
      return {
        rule: 'P07b',
        zh: '未写明合同的变更超过总投资10%且无批复文号',
        en: 'A change that names no contract, above a tenth of the total, without an approval',
        keys: { projectCode: project.code, changeOrderId: id },
        amounts: { change: yuan(delta), total: yuan(project.total) },
      };
    },
  },
  {
    kind: 'APPROVAL_OF_OTHER_YEAR',
    suits: () => true,
    plant(project) {
      const year = project.approvedOn.slice(0, 4);
      // A serial that no approval of the year before has.
      project.approvalNo = `阳发改审批〔${Number(year) - 1}〕9${project.code.slice(-3)}号`;
      return {
        rule: 'R14',
        zh: `批复文号的年份与批复日期${project.approvedOn}不符`,
        en: 'The year of the approval’s number is not that of its date',
        keys: { projectCode: project.code, approvalNo: project.approvalNo, approvedOn: project.approvedOn },
        amounts: {},
      };
    },
  },
  {
    kind: 'AUTHORITY_UNKNOWN',
    suits: ({ actualStart }) => actualStart !== '',
    plant(project) {
      const id = `${CITY.jurisdiction}-A000`;
      project.authority = { ...project.authority, id };
      return {
        rule: 'R15',
        zh: `主管部门机构编号${id}不在机构名录内`,
        en: 'The authority in charge is not in the directory of agencies',
        keys: { projectCode: project.code, agencyId: id },
        amounts: {},
      };
    },
  },
];
