import { HANDOVER, LAST_DAY, chineseDay } from '../calendar.js';
import { wanYuan, yuan } from '../fen.js';
import type { Change, Contract } from '../procurement/process.js';
import { regionCodeOn } from '../registry/regions.js';
import type { Column } from '../write/table.js';
import type { Land } from './land.js';
import { type Funding, type Project, type Report, isAgency } from './project.js';

export const PROJECT_COLUMNS: readonly Column<Project>[] = [
  ['项目代码', ({ code }) => code],
  ['原项目代码', ({ legacyCode }) => legacyCode],
  ['项目名称', ({ title }) => title],
  ['建设内容', ({ description }) => description],
  ['项目单位', ({ owner }) => owner.name],
  ['项目单位统一社会信用代码', ({ owner }) => owner.uscc],
  ['项目单位机构编号', ({ owner }) => (isAgency(owner) ? owner.id : '')],
  ['主管部门机构编号', ({ authority }) => authority.id],
  ['项目阶段', ({ status }) => status],
  ['建设性质', ({ type }) => type],
  ['行业领域', ({ kind }) => kind.sector],
  ['行业代码', ({ kind }) => kind.industry],
  ['行政区划代码', ({ place }) => regionCodeOn(place, HANDOVER)],
  ['总投资(万元)', ({ total }) => Number(wanYuan(total))],
  ['本年度计划投资(万元)', (project) => planOfLastYear(project)],
  ['计划开工日期', ({ start }) => start],
  ['计划竣工日期', ({ end }) => end],
  ['实际开工日期', ({ actualStart }) => actualStart],
  ['实际竣工日期', ({ actualEnd }) => actualEnd],
  ['形象进度(%)', ({ reports }) => reports.at(-1)?.percent ?? ''],
  ['批复文号', ({ approvalNo }) => approvalNo],
  ['批复日期', ({ approvedOn }) => approvedOn],
  ['建设地点', ({ location }) => location],
  ['经度', ({ longitude }) => (longitude === '' ? '' : Number(longitude))],
  ['纬度', ({ latitude }) => (latitude === '' ? '' : Number(latitude))],
  ['发布日期', ({ publishedOn }) => publishedOn],
];

export const FUNDING_COLUMNS: readonly Column<Of<Funding>>[] = [
  ['项目代码', ({ project }) => project.code],
  ['序号', ({ serial }) => serial],
  ['资金来源', ({ row }) => row.kind],
  ['金额(万元)', ({ row }) => wanYuan(row.amount)],
  ['出资单位', ({ row }) => row.provider],
];

export const REPORT_COLUMNS: readonly Column<Of<Report>>[] = [
  ['项目代码', ({ project }) => project.code],
  ['项目名称', ({ project }) => project.title],
  ['年度', ({ row }) => row.year],
  ['季度', ({ row }) => row.quarter],
  ['年度计划投资(万元)', ({ row }) => wanYuan(row.planned)],
  ['本季度完成投资(万元)', ({ row }) => wanYuan(row.thisQuarter)],
  ['本年累计完成投资(万元)', ({ row }) => wanYuan(row.thisYear)],
  ['开工以来累计完成投资(万元)', ({ row }) => wanYuan(row.cumulative)],
  ['形象进度(%)', ({ row }) => row.percent],
  ['形象进度说明', ({ row }) => row.text],
  ['存在问题', ({ row }) => row.problems],
  ['报送日期', ({ row }) => row.publishedOn],
];

export const CHANGE_COLUMNS: readonly Column<Of<Change> & { readonly contract: Contract | null }>[] = [
  ['变更编号', ({ row }) => row.id],
  ['项目代码', ({ project }) => project.code],
  ['合同编号', ({ contract }) => contract?.no ?? ''],
  ['变更类别', ({ row }) => row.kind],
  ['变更金额(元)', ({ row }) => yuan(row.delta)],
  ['变更天数', ({ row }) => row.days],
  ['变更原因', ({ row }) => row.reason],
  ['批复文号', ({ row }) => row.approvalNo],
  ['批准日期', ({ row }) => (row.approvalNo === '' ? '' : row.on)],
];

export const LAND_COLUMNS: readonly Column<Land>[] = [
  ['行政区', ({ regionName }) => regionName],
  ['行政区代码', ({ regionCode }) => regionCode],
  ['电子监管号', ({ landNo }) => landNo],
  ['项目名称', ({ title }) => title],
  ['投资项目统一代码', ({ projectCode }) => projectCode],
  ['项目位置', ({ location }) => location],
  ['面积(公顷)', ({ squareMetres }) => (squareMetres / 10_000).toFixed(4)],
  ['土地来源', ({ source }) => source],
  ['土地用途', ({ use }) => use],
  ['供地方式', ({ method }) => method],
  ['土地使用年限', ({ years }) => years],
  ['行业分类', ({ industry }) => industry],
  ['土地级别', ({ grade }) => grade],
  ['成交价格(万元)', ({ price }) => (price === null ? '' : wanYuan(price, 4))],
  ['分期支付约定', ({ instalments }) => instalments.map(printedInstalment).join(';')],
  ['土地使用权人', ({ holder }) => holder.name],
  ['土地使用权人统一社会信用代码', ({ holder }) => holder.uscc],
  ['土地使用权人机构编号', ({ holder }) => (isAgency(holder) ? holder.id : '')],
  ['约定容积率下限', ({ plotRatio }) => plotRatio[0]],
  ['约定容积率上限', ({ plotRatio }) => plotRatio[1]],
  ['约定交地时间', ({ handoverOn }) => chineseDay(handoverOn)],
  ['约定开工时间', ({ startOn }) => chineseDay(startOn)],
  ['约定竣工时间', ({ completionOn }) => chineseDay(completionOn)],
  ['实际开工时间', ({ actualStart }) => chineseOrBlank(actualStart)],
  ['实际竣工时间', ({ actualCompletion }) => chineseOrBlank(actualCompletion)],
  ['批准单位', ({ approvedBy }) => approvedBy],
  ['合同签订日期', ({ signedOn }) => chineseDay(signedOn)],
];

/** A row that belongs to a project. */
export interface Of<T> {
  readonly project: Project;
  readonly serial: number;
  readonly row: T;
}

/** The changes of a project and its contracts that were made by the last day. */
export function changesOf(project: Project): (Of<Change> & { readonly contract: Contract | null })[] {
  const ofContracts = project.processes
    .flatMap(({ lots }) => lots)
    .flatMap(({ contract }) =>
      (contract?.changes ?? []).map((row, at) => ({ project, serial: at + 1, row, contract })),
    );
  const others = project.changes.map((row, at) => ({ project, serial: at + 1, row, contract: null }));
  return [...ofContracts, ...others].filter(({ row }) => row.on <= LAST_DAY);
}

function planOfLastYear({ reports }: Project): number | '' {
  const last = reports.at(-1);
  return last && last.year === Number(LAST_DAY.slice(0, 4)) ? Number(wanYuan(last.planned)) : '';
}

function printedInstalment({ on, amount }: Land['instalments'][number], at: number): string {
  return `第${at + 1}期:${chineseDay(on)}:${wanYuan(amount, 4)}`;
}

function chineseOrBlank(day: string): string {
  return day === '' ? '' : chineseDay(day);
}
