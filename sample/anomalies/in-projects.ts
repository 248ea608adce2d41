import { addDays } from '../../schema/vocabulary/local-date.js';
import { LAST_DAY, quarterEnd } from '../calendar.js';
import { type Fen, fenOf, yuan } from '../fen.js';
import type { Need, ProjectPurchases } from '../procurement/project-purchases.js';
import { itemCode } from '../procurement/catalogue.js';
import { changeTotal } from '../procurement/pay-by-progress.js';
import { type Contract, type Lot, type Process, paymentAmounts } from '../procurement/process.js';
import type { Land } from '../projects/land.js';
import type { Project, Report } from '../projects/project.js';
import type { Random } from '../random.js';
import { type Place, regionCodeOn } from '../registry/regions.js';
import type { Anomaly, Occasion, Plan } from './plan.js';

interface Room {
  readonly random: Random;
  readonly purchases: ProjectPurchases;
}

interface Planter {
  readonly kind: Occasion;
  readonly suits: (project: Project, room: Room) => boolean;
  /** undefined when it turned out impossible. */
  readonly plant: (project: Project, room: Room) => Omit<Anomaly, 'kind'> | undefined;
}

/** Plants at most one anomaly in a project and its purchases. */
export function spoilProject(project: Project, plan: Plan, room: Room): void {
  const planter = PLANTERS.find(({ kind, suits }) => suits(project, room) && plan.takes(kind));
  if (!planter) return;
  const anomaly = planter.plant(project, room);
  if (anomaly) plan.note({ kind: planter.kind, ...anomaly });
  else plan.postpone(planter.kind);
}

interface Works {
  readonly process: Process;
  readonly lot: Lot;
  readonly contract: Contract;
}

/** The main works contract, when it shows in the sample's years. */
function worksOf(project: Project): Works | undefined {
  for (const process of project.processes) {
    const [lot] = process.lots;
    if (process.category !== 'works' || process.lots.length !== 1 || !lot?.contract) continue;
    if (lot.contract.publishedOn <= LAST_DAY) return { process, lot, contract: lot.contract };
  }
  return undefined;
}

const middle = ({ reports }: Project): Report | undefined => reports[Math.floor(reports.length / 2)];
const isLong = ({ reports }: Project): boolean => reports.length >= 5;
const isHalfPaid = (project: Project): boolean => {
  const last = worksOf(project)?.contract.payments.at(-1);
  return last !== undefined && (reportAt(project, last.on)?.percent ?? 100) <= 65;
};

const PLANTERS: readonly Planter[] = [
  {
    kind: 'PAID_AHEAD',
    suits: isHalfPaid,
    plant(project) {
      const works = worksOf(project);
      const last = works?.contract.payments.at(-1);
      if (!works || !last) return undefined;
      const { percent } = reportAt(project, last.on) ?? { percent: 60 };
      last.upTo = Math.min(0.96, (percent + 20) / 100);
      return {
        rule: 'P06',
        zh: `已支付${Math.round(last.upTo * 100)}%，形象进度仅${percent}%`,
        en: 'More of the contract is paid than is built',
        ...aboutContract(project, works),
        amounts: { contract: yuan(works.contract.base), paid: yuan(Math.round(works.contract.base * last.upTo)) },
      };
    },
  },
  {
    kind: 'PAID_ABOVE_CONTRACT',
    suits: (project) => project.actualEnd !== '' && (worksOf(project)?.contract.payments.at(-1)?.upTo ?? 0) > 0.95,
    plant(project) {
      const works = worksOf(project);
      const last = works?.contract.payments.at(-1);
      if (!works || !last) return undefined;
      last.upTo = 1.06;
      const paid = paymentAmounts(works.contract).reduce((sum, amount) => sum + amount, 0);
      return {
        rule: 'P06',
        zh: '累计支付超过合同金额与已批准变更之和',
        en: 'More was paid than the contract and its approved changes come to',
        ...aboutContract(project, works),
        amounts: { contract: yuan(works.contract.base), changes: yuan(changeTotal(works.contract)), paid: yuan(paid) },
      };
    },
  },
  {
    kind: 'CONTRACT_OUTSIDE_PROJECT',
    suits: (project) => worksOf(project) !== undefined,
    plant(project, { random }) {
      const works = worksOf(project);
      if (!works) return undefined;
      works.contract.end = addDays(project.end, random.int(60, 150));
      const { contract } = works;
      const about = aboutContract(project, works);
      return {
        rule: 'P08',
        zh: `合同终止日期${contract.end}晚于项目计划竣工日期${project.end}`,
        en: 'The contract ends after the project',
        keys: { ...about.keys, contractEnd: contract.end, projectEnd: project.end },
        amounts: about.amounts,
      };
    },
  },
  {
    kind: 'CHANGE_NOT_APPROVED',
    suits: (project) =>
      worksOf(project)?.contract.changes.length === 0 && (worksOf(project)?.contract.signedOn ?? '') < '2024-08-01',
    plant(project, { random }) {
      const works = worksOf(project);
      if (!works) return undefined;
      const { contract } = works;
      const delta = fenOf((contract.base / 100) * random.real(0.11, 0.14), 100);
      const on = addDays(contract.signedOn, random.int(60, 120));
      const id = `${contract.no}-BG1`;
      contract.changes.push({ id, kind: '价款变更', on, delta, days: 0, reason: '增加工程内容', approvalNo: '' });
      const about = aboutContract(project, works);
      return {
        rule: 'P07',
        zh: '变更金额超过合同金额10%且无批复文号',
        en: 'A change of more than a tenth of the contract without an approval',
        keys: { ...about.keys, changeOrderId: id },
        amounts: { ...about.amounts, change: yuan(delta) },
      };
    },
  },
  {
    kind: 'CONTRACTS_ABOVE_ESTIMATE',
    suits: (project) => worksOf(project) !== undefined && project.start > '2022-01-01' && project.start < '2024-05-01',
    plant(project, { purchases }) {
      const before = contractSum(project);
      const budget = fenOf((project.total * 1.25 - before) / 100, 1000);
      const need: Need = {
        category: 'works',
        code: itemCode('B030202'),
        what: '追加工程施工',
        suffix: '追加工程施工',
        trade: 'municipal',
        ...{
          partnerTrade: '',
          budget,
          after: 60,
          parts: 1,
        },
      };
      project.processes.push(...purchases.drawNeed(project, need));
      const extra = project.processes.at(-1);
      return {
        rule: 'X03',
        zh: '项目各合同金额之和超过批复总投资',
        en: 'The project’s contracts together exceed its approved total',
        keys: { projectCode: project.code, ocid: extra?.ocid ?? '' },
        amounts: { contracts: yuan(contractSum(project)), approved: yuan(project.total) },
      };
    },
  },
  {
    kind: 'HOLDER_IS_SUPPLIER',
    suits: (project) => project.land !== null && worksOf(project) !== undefined,
    plant(project) {
      const works = worksOf(project);
      const supplier = works?.lot.winner?.lead;
      if (!works || !supplier || !project.land) return undefined;
      project.land.holder = supplier;
      const about = aboutContract(project, works);
      return {
        rule: 'X05',
        zh: `项目用地的土地使用权人${supplier.name}同时是该项目的供应商`,
        en: 'The holder of the project’s land is a supplier of the project',
        keys: { ...about.keys, landNo: project.land.landNo, uscc: supplier.uscc },
        amounts: about.amounts,
      };
    },
  },
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
        rule: 'P01',
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
        rule: 'P01',
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

function aboutContract(project: Project, { process, contract, lot }: Works): Pick<Anomaly, 'keys' | 'amounts'> {
  const uscc = lot.winner?.lead.uscc ?? '';
  return {
    keys: { projectCode: project.code, ocid: process.ocid, contractId: contract.no, uscc },
    amounts: { contract: yuan(contract.base) },
  };
}

function aboutReport(project: Project, { year, quarter }: Report): Pick<Anomaly, 'keys'> {
  return { keys: { projectCode: project.code, quarter: `${year}Q${quarter}` } };
}

function aboutCompletion(project: Project, zh: string, en: string): Omit<Anomaly, 'kind'> {
  return { rule: 'P05', zh, en, keys: { projectCode: project.code }, amounts: {} };
}

function reportAt(project: Project, day: string): Report | undefined {
  const end = quarterEnd(day);
  return project.reports.find(
    ({ year, quarter }) => `${year}Q${quarter}` === `${end.slice(0, 4)}Q${Number(end.slice(5, 7)) / 3}`,
  );
}

/** What all contracts of a project come to, those published by the last day. */
function contractSum(project: Project): Fen {
  return project.processes
    .flatMap(({ lots }) => lots)
    .reduce((sum, { contract }) => sum + (contract && contract.publishedOn <= LAST_DAY ? contract.base : 0), 0);
}
