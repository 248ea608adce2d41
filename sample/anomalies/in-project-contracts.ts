import { addDays } from '../../schema/vocabulary/local-date.js';
import { LAST_DAY, quarterEnd } from '../calendar.js';
import { type Fen, fenOf, yuan } from '../fen.js';
import { itemCode } from '../procurement/catalogue.js';
import { changeTotal } from '../procurement/pay-by-progress.js';
import { type Contract, type Lot, type Process, paymentAmounts } from '../procurement/process.js';
import type { Need } from '../procurement/project-purchases.js';
import type { Project, Report } from '../projects/project.js';
import type { ProjectPlanter } from './in-projects.js';
import type { Anomaly } from './plan.js';

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

const isHalfPaid = (project: Project): boolean => {
  const last = worksOf(project)?.contract.payments.at(-1);
  return last !== undefined && (reportAt(project, last.on)?.percent ?? 100) <= 65;
};

/** What is wrong between a project and its contracts. */
export const CONTRACT_PLANTERS: readonly ProjectPlanter[] = [
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
        rule: 'P06b',
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
        partnerTrade: '',
        budget,
        after: 60,
        parts: 1,
      };
      project.processes.push(...purchases.drawNeed(project, need));
      const extra = project.processes.at(-1);
      if (contractSum(project) <= project.total) return undefined;
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
];

function aboutContract(project: Project, { process, contract, lot }: Works): Pick<Anomaly, 'keys' | 'amounts'> {
  const uscc = lot.winner?.lead.uscc ?? '';
  return {
    keys: { projectCode: project.code, ocid: process.ocid, contractId: contract.no, uscc },
    amounts: { contract: yuan(contract.base) },
  };
}

function reportAt(project: Project, day: string): Report | undefined {
  const end = quarterEnd(day);
  return project.reports.find(
    ({ year, quarter }) => `${year}Q${quarter}` === `${end.slice(0, 4)}Q${Number(end.slice(5, 7)) / 3}`,
  );
}

/** What all contracts of a project come to with their changes, those published by the last day. */
function contractSum(project: Project): Fen {
  return project.processes
    .flatMap(({ lots }) => lots)
    .flatMap(({ contract }) => (contract && contract.publishedOn <= LAST_DAY ? [contract] : []))
    .reduce((sum, contract) => sum + contract.base + changeTotal(contract), 0);
}
