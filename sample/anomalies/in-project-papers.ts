import { addDays } from '../../schema/vocabulary/local-date.js';
import { LAST_DAY, quarterEnd } from '../calendar.js';
import { fenOf, yuan } from '../fen.js';
import type { Land } from '../projects/land.js';
import type { Project, Report } from '../projects/project.js';
import { type Place, regionCodeOn } from '../registry/regions.js';
import type { ProjectPlanter } from './in-projects.js';
import type { Anomaly } from './plan.js';

const middle = ({ reports }: Project): Report | undefined => reports[Math.floor(reports.length / 2)];
const isLong = ({ reports }: Project): boolean => reports.length >= 5;

/** What is wrong in a project's own papers: land, money, reports, days. */
export const PAPER_PLANTERS: readonly ProjectPlanter[] = [
  {
    kind: 'STARTED_BEFORE_LAND',
    suits: ({ land, place, actualStart }) => land !== null && fits(land, place, addDays(actualStart, 45)),
    plant(project) {
      const { land, code, actualStart } = project;
      if (!land) return undefined;
      land.signedOn = addDays(actualStart, 45);
      for (const day of ['handoverOn', 'startOn', 'completionOn'] as const) land[day] = addDays(land[day], 120);
      return {
        rule: 'P11',
        zh: `${actualStart}开工，土地划拨决定于${land.signedOn}签订`,
        en: 'Building started before the land was allocated',
        keys: { projectCode: code, landNo: land.landNo, actualStart, signedOn: land.signedOn },
        amounts: {},
      };
    },
  },
  {
    kind: 'CUMULATIVE_BREAK',
    suits: (project) => isLong(project) && project.actualEnd === '',
    plant(project) {
      const report = project.reports.at(-1);
      if (!report) return undefined;
      const right = report.cumulative;
      report.cumulative = fenOf((right / 100) * 1.04, 100) + 100_00;
      return {
        rule: 'P02',
        zh: '累计完成投资不等于上季度累计与本季度之和',
        en: 'The cumulative figure is not the last one plus this quarter',
        ...aboutReport(project, report),
        amounts: { reported: yuan(report.cumulative), expected: yuan(right) },
      };
    },
  },
  {
    kind: 'OVER_BUDGET',
    suits: (project) => project.actualEnd !== '' && project.reports.length >= 3,
    plant(project) {
      const last = project.reports.at(-1);
      if (!last) return undefined;
      const extra = fenOf((project.total / 100) * 1.16, 100) - last.cumulative;
      last.thisQuarter += extra;
      last.thisYear += extra;
      last.cumulative += extra;
      return {
        rule: 'P03',
        zh: '累计完成投资超过总投资的110%',
        en: 'More than 110 % of the total investment is completed',
        ...aboutReport(project, last),
        amounts: { completed: yuan(last.cumulative), approved: yuan(project.total) },
      };
    },
  },
  {
    kind: 'FUNDING_NOT_TOTAL',
    suits: (project) => project.funding.length >= 2,
    plant(project, { random }) {
      const [first] = project.funding;
      if (!first) return undefined;
      first.amount += fenOf((project.total / 100) * random.real(0.02, 0.06), 10_000) + 10_000_00;
      return {
        rule: 'P04',
        zh: '资金来源之和不等于总投资',
        en: 'The funding sources do not sum to the total',
        keys: { projectCode: project.code },
        amounts: {
          sources: yuan(project.funding.reduce((sum, { amount }) => sum + amount, 0)),
          total: yuan(project.total),
        },
      };
    },
  },
  {
    kind: 'DONE_NOT_COMPLETED',
    // Later quarters would have to be reported too.
    suits: (project) => quarterEnd(project.actualEnd || '2022-01-01') === LAST_DAY,
    plant(project) {
      project.actualEnd = '';
      project.status = '在建';
      return aboutCompletion(
        project,
        '形象进度100%但无竣工日期、仍为在建',
        'Progress is 100 % but the project is not completed',
      );
    },
  },
  {
    kind: 'COMPLETED_NOT_DONE',
    suits: (project) => project.actualEnd !== '' && project.reports.length >= 3,
    plant(project) {
      const last = project.reports.at(-1);
      if (last) last.percent = 98;
      return aboutCompletion(project, '已竣工但形象进度不足100%', 'Completed, but progress is below 100 %');
    },
  },
  {
    kind: 'QUARTER_MISSING',
    suits: isLong,
    plant(project) {
      const missing = middle(project);
      if (!missing) return undefined;
      project.reports = project.reports.filter((report) => report !== missing);
      return {
        rule: 'P09',
        zh: '缺少一个季度的进度报告',
        en: 'A quarter has no report',
        ...aboutReport(project, missing),
        amounts: {},
      };
    },
  },
  {
    kind: 'LATE_START',
    // Still in the quarter of the first report.
    suits: ({ start, actualStart }) => actualStart !== '' && start.slice(8) >= '12' && start.slice(8) <= '27',
    plant(project) {
      project.actualStart = addDays(project.start, 1);
      return {
        rule: 'P01b',
        zh: `实际开工${project.actualStart}晚于计划${project.start}`,
        en: 'Started later than planned',
        keys: { projectCode: project.code, actualStart: project.actualStart, plannedStart: project.start },
        amounts: {},
      };
    },
  },
  {
    kind: 'LATE_COMPLETION',
    suits: ({ end, actualEnd }) => actualEnd !== '' && quarterEnd(addDays(end, 12)) === quarterEnd(actualEnd),
    plant(project) {
      project.actualEnd = addDays(project.end, 12);
      return {
        rule: 'P01b',
        zh: `实际竣工${project.actualEnd}晚于计划${project.end}`,
        en: 'Completed later than planned',
        keys: { projectCode: project.code, actualCompletion: project.actualEnd, plannedCompletion: project.end },
        amounts: {},
      };
    },
  },
];

// The number of the land carries region and year of its contract, so the later day must lie in both.
function fits(land: Land, place: Place, signedOn: string): boolean {
  return land.landNo.startsWith(regionCodeOn(place, signedOn) + signedOn.slice(0, 4));
}

function aboutReport(project: Project, { year, quarter }: Report): Pick<Anomaly, 'keys'> {
  return { keys: { projectCode: project.code, quarter: `${year}Q${quarter}` } };
}

function aboutCompletion(project: Project, zh: string, en: string): Omit<Anomaly, 'kind'> {
  return { rule: 'P05', zh, en, keys: { projectCode: project.code }, amounts: {} };
}
