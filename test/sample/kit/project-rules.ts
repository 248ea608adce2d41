import { must } from '../../../schema/vocabulary/checked.js';
import {
  addDecimals,
  compareDecimals,
  convertUnit,
  multiplyDecimals,
  parseDecimal,
} from '../../../schema/vocabulary/decimal.js';
import { checkLandNo, checkLandNoAgainst } from '../../../schema/vocabulary/land-no.js';
import { parseLocalDate } from '../../../schema/vocabulary/local-date.js';
import { normaliseName } from '../../../schema/vocabulary/name.js';
import { quarterOf } from '../../../schema/vocabulary/period.js';
import { type CompiledRelease, dayOf, fen } from './compiled-release.js';
import { grouped } from './grouped.js';
import type { Findings } from './procurement-rules.js';
import type { Row, Sample } from './read-sample.js';

const sumOf = (amounts: readonly string[]): string => amounts.reduce((sum, amount) => addDecimals(sum, amount), '0');
const cell = (row: Row, head: string): string => row[head] ?? '';
const day = (row: Row, head: string): string => must(parseLocalDate(cell(row, head)));
const quarterKey = (row: Row): string => `${cell(row, '年度')}Q${cell(row, '季度')}`;

/** Rows by what stands under a head. */
function by(rows: readonly Row[], head: string): Map<string, Row[]> {
  return grouped(rows, (row) => cell(row, head));
}

function projectsWhere({ projects }: Sample, isWrong: (project: Row, code: string) => boolean): Findings {
  return new Set(
    projects.map((project) => cell(project, '项目代码')).filter((code, at) => isWrong(projects[at] ?? {}, code)),
  );
}

/** The project of each process: by code, else by the one title in its title, else by hand. */
export function linksOf({ processes, projects, links }: Sample): Map<string, string> {
  const titles = projects.map((row) => [normaliseName(cell(row, '项目名称')), cell(row, '项目代码')] as const);
  const manual = new Map(links.map((row) => [cell(row, '采购项目编号'), cell(row, '项目代码')]));
  return new Map(
    processes.flatMap(({ ocid, planning, tender }) => {
      const name = normaliseName(tender.title);
      const named = planning.budget.projectID === undefined ? titles.filter(([title]) => name.includes(title)) : [];
      const byName = named.length === 1 ? named[0]?.[1] : undefined;
      const code = planning.budget.projectID ?? byName ?? manual.get(ocid);
      return code === undefined ? [] : [[ocid, code] as const];
    }),
  );
}

interface Linked {
  readonly process: CompiledRelease;
  readonly code: string;
  readonly contract: NonNullable<CompiledRelease['contracts']>[number];
}

function linkedContracts(sample: Sample): Linked[] {
  const links = linksOf(sample);
  return sample.processes.flatMap((process) => {
    const code = links.get(process.ocid);
    return code === undefined ? [] : (process.contracts ?? []).map((contract) => ({ process, code, contract }));
  });
}

const approvedChanges = (sample: Sample, contractNo: string): string =>
  sumOf(
    sample.changes
      .filter((row) => cell(row, '合同编号') === contractNo && cell(row, '批复文号') !== '')
      .map((row) => cell(row, '变更金额(元)')),
  );

function isOverpaid(sample: Sample, contract: Linked['contract']): boolean {
  const transactions = contract.implementation?.transactions ?? [];
  const paid = transactions.reduce((sum, { value }) => sum + fen(value), 0);
  return paid > fen(contract.value) + Number(approvedChanges(sample, contract.id)) * 100 + 1;
}

export const projectRules: Readonly<Record<string, (sample: Sample) => Findings>> = {
  P01: (sample) =>
    projectsWhere(sample, (row) => {
      const [start, end] = [cell(row, '计划开工日期'), cell(row, '计划竣工日期')];
      const [began, ended] = [cell(row, '实际开工日期'), cell(row, '实际竣工日期')];
      return start > end || (ended !== '' && ended < began);
    }),
  P01b: (sample) =>
    projectsWhere(sample, (row) => {
      const [start, end] = [cell(row, '计划开工日期'), cell(row, '计划竣工日期')];
      return cell(row, '实际开工日期') > start || cell(row, '实际竣工日期') > end;
    }),
  P02: ({ reports }) => {
    const found = new Set<string>();
    for (const [code, rows] of by(reports, '项目代码')) {
      const known = new Map(rows.map((row) => [quarterKey(row), row]));
      for (const row of rows) {
        const [quarter, year] = [Number(cell(row, '季度')), Number(cell(row, '年度'))];
        const before = known.get(quarter === 1 ? `${year - 1}Q4` : `${year}Q${quarter - 1}`);
        if (!before) continue;
        const added = cell(row, '本季度完成投资(万元)');
        const total = addDecimals(cell(before, '开工以来累计完成投资(万元)'), added);
        const inYear = quarter === 1 ? added : addDecimals(cell(before, '本年累计完成投资(万元)'), added);
        const isWrong =
          compareDecimals(total, cell(row, '开工以来累计完成投资(万元)')) !== 0 ||
          compareDecimals(inYear, cell(row, '本年累计完成投资(万元)')) !== 0;
        if (isWrong) found.add(`${code} ${quarterKey(row)}`);
      }
    }
    return found;
  },
  P03: (sample) => {
    const reports = by(sample.reports, '项目代码');
    return projectsWhere(sample, (row, code) => {
      const most = multiplyDecimals(must(parseDecimal(cell(row, '总投资(万元)'))), '1.1');
      const done = (reports.get(code) ?? []).map((report) => cell(report, '开工以来累计完成投资(万元)'));
      return done.some((amount) => compareDecimals(amount, most) > 0);
    });
  },
  P04: (sample) => {
    const funding = by(sample.funding, '项目代码');
    return projectsWhere(sample, (row, code) => {
      const parts = (funding.get(code) ?? []).map((source) => cell(source, '金额(万元)'));
      return compareDecimals(sumOf(parts), cell(row, '总投资(万元)')) !== 0;
    });
  },
  P05: (sample) => {
    const reports = by(sample.reports, '项目代码');
    return projectsWhere(sample, (row, code) => {
      const last = reports.get(code)?.at(-1);
      return last !== undefined && (cell(last, '形象进度(%)') === '100') !== (cell(row, '实际竣工日期') !== '');
    });
  },
  P06: (sample) => {
    const reports = by(sample.reports, '项目代码');
    const found = linkedContracts(sample).filter(({ code, contract }) => {
      const total = fen(contract.value);
      let paid = 0;
      if (isOverpaid(sample, contract)) return false;
      return (contract.implementation?.transactions ?? []).some(({ date, value }) => {
        paid += fen(value);
        const known = (reports.get(code) ?? []).filter((row) => quarterKey(row) <= quarterOf(dayOf(date)));
        const percent = Number(cell(known.at(-1) ?? {}, '形象进度(%)') || '0');
        return paid > (total * percent) / 100 + 1;
      });
    });
    return new Set(found.map(({ contract }) => contract.id));
  },
  P06b: (sample) => {
    const found = linkedContracts(sample).filter(({ contract }) => isOverpaid(sample, contract));
    return new Set(found.map(({ contract }) => contract.id));
  },
  P07: (sample) => {
    const values = new Map(linkedContracts(sample).map(({ contract }) => [contract.id, fen(contract.value)]));
    const found = sample.changes.filter((row) => {
      if (cell(row, '合同编号') === '') return false;
      const share = (Number(cell(row, '变更金额(元)')) * 100) / (values.get(cell(row, '合同编号')) ?? 0);
      return share > 0.1 && cell(row, '批复文号') === '';
    });
    return new Set(found.map((row) => cell(row, '变更编号')));
  },
  P07b: (sample) => {
    const projects = by(sample.projects, '项目代码');
    const found = sample.changes.filter((row) => {
      const total = Number(cell(projects.get(cell(row, '项目代码'))?.[0] ?? {}, '总投资(万元)')) * 10_000;
      return (
        cell(row, '合同编号') === '' && cell(row, '批复文号') === '' && Number(cell(row, '变更金额(元)')) > total / 10
      );
    });
    return new Set(found.map((row) => cell(row, '变更编号')));
  },
  P08: (sample) => {
    const projects = by(sample.projects, '项目代码');
    const found = linkedContracts(sample).filter(({ code, contract: { dateSigned, period } }) => {
      const [project = {}] = projects.get(code) ?? [];
      const [start, end] = [cell(project, '计划开工日期'), cell(project, '计划竣工日期')];
      return [dateSigned, period.startDate, period.endDate].some((at) => dayOf(at) < start || dayOf(at) > end);
    });
    return new Set(found.map(({ contract }) => contract.id));
  },
  P09: (sample) => {
    const reported = new Set(sample.reports.map((row) => `${cell(row, '项目代码')} ${quarterKey(row)}`));
    const due = sample.projects.flatMap((row) => {
      const [began, ended] = [cell(row, '实际开工日期'), cell(row, '实际竣工日期')];
      const first = began > '2022-01-01' ? quarterOf(began) : '2022Q1';
      const last = ended === '' ? '2024Q4' : quarterOf(ended);
      const quarters = ['2022', '2023', '2024'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`));
      const within = began === '' ? [] : quarters.filter((quarter) => quarter >= first && quarter <= last);
      return within.map((quarter) => `${cell(row, '项目代码')} ${quarter}`);
    });
    return new Set(due.filter((key) => !reported.has(key)));
  },
  P10: (sample) => {
    const links = linksOf(sample);
    const works = sample.processes.filter(({ tender }) => tender.mainProcurementCategory === 'works');
    return new Set(works.filter(({ ocid }) => !links.has(ocid)).map(({ ocid }) => ocid));
  },
  P11: (sample) => {
    const lands = landsByProject(sample);
    return projectsWhere(sample, (row, code) => {
      const began = cell(row, '实际开工日期');
      return (lands.get(code) ?? []).some((land) => began !== '' && began < day(land, '合同签订日期'));
    });
  },
  L01: ({ lands }) => {
    const found = lands.filter((row) => {
      const parts = cell(row, '分期支付约定')
        .split(';')
        .map((part) => part.split(':')[2] ?? '');
      return cell(row, '分期支付约定') !== '' && compareDecimals(sumOf(parts), cell(row, '成交价格(万元)')) !== 0;
    });
    return landNos(found);
  },
  L02: ({ lands }) => {
    const heads = ['合同签订日期', '约定开工时间', '约定竣工时间'];
    return landNos(
      lands.filter((row) => heads.some((head, at) => at > 0 && day(row, head) < day(row, heads[at - 1] ?? ''))),
    );
  },
  L03: ({ lands }) =>
    landNos(lands.filter((row) => (cell(row, '成交价格(万元)') === '') !== (cell(row, '供地方式') === '划拨'))),
  R13: ({ lands }) => {
    const found = lands.filter((row) => {
      const landNo = cell(row, '电子监管号');
      const against = { regionCode: cell(row, '行政区代码'), signedOn: day(row, '合同签订日期') };
      return !checkLandNo(landNo).ok || !checkLandNoAgainst(landNo, against).ok;
    });
    return landNos(found);
  },
  X03: (sample) => {
    const contracts = grouped(linkedContracts(sample), ({ code }) => code);
    return projectsWhere(sample, (row, code) => {
      const total = Number(convertUnit(must(parseDecimal(cell(row, '总投资(万元)'))), 'WAN_YUAN')) * 100;
      const values = (contracts.get(code) ?? []).map(
        ({ contract }) => fen(contract.value) + Number(approvedChanges(sample, contract.id)) * 100,
      );
      return values.reduce((sum, value) => sum + value, 0) > total;
    });
  },
  X05: (sample) => {
    const lands = landsByProject(sample);
    const found = linkedContracts(sample).filter(({ code, contract }) => {
      const holders = new Set(
        (lands.get(code) ?? []).map((row) => `CN-USCC-${cell(row, '土地使用权人统一社会信用代码')}`),
      );
      return contract.suppliers.some(({ id }) => holders.has(id));
    });
    return new Set(found.map(({ code }) => code));
  },
};

function landNos(rows: readonly Row[]): Findings {
  return new Set(rows.map((row) => cell(row, '电子监管号')));
}

function landsByProject({ lands, projects }: Sample): Map<string, Row[]> {
  const codes = new Map(projects.map((row) => [normaliseName(cell(row, '项目名称')), cell(row, '项目代码')]));
  return grouped(
    lands,
    (row) => cell(row, '投资项目统一代码') || (codes.get(normaliseName(cell(row, '项目名称'))) ?? ''),
  );
}
