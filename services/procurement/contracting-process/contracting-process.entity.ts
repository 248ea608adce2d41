import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { LinkMethod } from '../../../subgraph/model/link-method.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import {
  CurrencyCode,
  DateTime,
  Decimal,
  enumType,
  ID,
  Int,
  LocalDate,
  RegionCode,
  RegionEdition,
  Text,
} from '../../../subgraph/model/types.js';
import { Amendment } from '../amendment/amendment.entity.js';
import { Award } from '../award/award.entity.js';
import { CandidateNotice } from '../award/candidate-notice.entity.js';
import { BidOpening } from '../bid/bid-opening.entity.js';
import { Bid } from '../bid/bid.entity.js';
import { Complaint } from '../complaint/complaint.entity.js';
import { Contract } from '../contract/contract.entity.js';
import { Party } from '../party/party.js';
import { Release } from '../release/release.entity.js';
import { Project } from '../stubs/project.stub.js';
import { Region } from '../stubs/region.stub.js';
import { Item } from '../tender/item.entity.js';
import { Lot } from '../tender/lot.entity.js';
import { Tender } from '../tender/tender.entity.js';
import { ProcessDocument } from './process-document.entity.js';
import { ProcessMilestone } from './process-milestone.entity.js';
import { ProcessParty } from './process-party.entity.js';
import { ProcurementCategory } from './procurement-category.js';

export const ProcurementMethod = enumType('ProcurementMethod', '采购方式 / Procurement method (OCDS method)', {
  OPEN: '公开招标 / Open to every bidder',
  SELECTIVE: '邀请招标 / Open to qualified bidders that are invited',
  LIMITED: '竞争性谈判、竞争性磋商、询价 / Competition among a few that the buyer approaches',
  DIRECT: '单一来源采购 / Direct award to one supplier',
});

export const ProcessStage = enumType(
  'ProcessStage',
  '采购项目进展，由已有数据推得 / How far a process has come, from the data held',
  {
    PLANNING: '采购意向 / Planned',
    TENDER: '已发采购公告 / Tender announced',
    AWARD: '已定标（成交） / Awarded',
    CONTRACT: '已签合同 / Contract signed',
    IMPLEMENTATION: '履约中 / Contract being performed',
    CLOSED: '已办结 / Closed',
    CANCELLED: '终止采购 / Cancelled',
    UNSUCCESSFUL: '废标或流标 / Unsuccessful',
  },
);

@Entity({
  table: 'contracting_process',
  plural: 'contractingProcesses',
  doc: '采购项目：一次采购从意向到履约的全过程 / Contracting process: one purchase from planning to performance (OCDS)',
  orderBy: ['publishedOn desc'],
  link: 'project',
})
export class ContractingProcess {
  @Key(
    ID,
    '采购项目标识：注册前缀 + 采购项目编号 / Open contracting id: registered prefix + number of the purchase (OCDS ocid)',
  )
  ocid!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(Text, '采购项目名称 / Title', { filter: true, order: true, search: true }) title?: string | null;
  @Column(Text, '采购需求概况 / Description', { search: true }) description?: string | null;
  @Embed(() => Party, '采购人 / Buyer (OCDS buyer)', { filter: true, group: true }) buyer?: PartyColumns | null;
  @Embed(
    () => Party,
    '组织采购的机构，多为采购代理机构 / Who runs the procedure, mostly an agent (OCDS procuringEntity)',
    { filter: true, group: true },
  )
  procuringEntity?: PartyColumns | null;
  @Column(ProcurementCategory, '采购类别 / Main category (OCDS mainProcurementCategory)', { filter: true, group: true })
  mainProcurementCategory?: string | null;
  @Column(ProcurementMethod, '采购方式 / Procurement method (OCDS procurementMethod)', { filter: true, group: true })
  procurementMethod?: string | null;
  @Column(Text, '采购方式原文，如 竞争性磋商 / Method as the source names it (OCDS procurementMethodDetails)', {
    filter: true,
    group: true,
  })
  procurementMethodDetails?: string | null;
  @Column(Text, '采用该方式的理由 / Reason for the method (OCDS procurementMethodRationale)')
  procurementMethodRationale?: string | null;
  @Column(ProcessStage, '进展阶段 / Stage reached', { filter: true, group: true }) statusStage?: string | null;
  @Column(
    Decimal,
    '采购预算，单位：元（按币种） / Approved budget, in units of the currency (OCDS planning.budget.amount)',
    { filter: true, order: true, money: 'budgetCurrency' },
  )
  budgetAmount?: string | null;
  @Column(CurrencyCode, '预算币种 / Currency of the budget (ISO 4217)', { filter: true, group: true })
  budgetCurrency?: string | null;
  @Column(Text, '预算来源说明 / Where the budget comes from (OCDS planning.budget.description)')
  budgetDescription?: string | null;
  @Column(
    Text,
    '来源所载的投资项目代码，未必规范 / Project code as printed, not always a national one (OCDS planning.budget.projectID)',
    { filter: true },
  )
  projectCode?: string | null;
  @Column(Text, '来源所载的项目名称 / Project title as printed (OCDS planning.budget.project)')
  projectTitle?: string | null;
  @Column(ID, '所属投资项目的标识，未能关联则为空 / Id of the linked project; null where no link was found', {
    filter: true,
    group: true,
  })
  projectId?: string | null;
  @ToOne(() => Project, '所属投资项目，未能关联则为空 / The project it belongs to; null where no link was found', {
    columns: { id: 'project_id' },
    group: true,
  })
  project?: Rel<Project> | null;
  @Column(LinkMethod, '与项目的关联方式 / How the project was found', { filter: true, group: true })
  projectLinkMethod?: string | null;
  @Column(Decimal, '关联的可信度，0–1 / Confidence of the link, 0 to 1', { filter: true, order: true })
  projectLinkConfidence?: string | null;
  @Column(RegionCode, '行政区划代码 / Region code (GB/T 2260)', { filter: true, group: true })
  regionCode?: string | null;
  @Column(RegionEdition, '区划代码版次（年月） / Edition of the region code, yyyymm') regionEdition?: string | null;
  @ToOne(() => Region, '所在行政区 / Region', {
    columns: { code: 'region_code', edition: 'region_edition' },
    group: true,
  })
  region?: Rel<Region> | null;
  @Column(LocalDate, '首次公告日期 / Day of the first notice known (OCDS date of the first release)', {
    filter: true,
    order: true,
    group: true,
  })
  publishedOn?: string | null;
  @Column(Int, '首次公告年份 / Year of the first notice', {
    filter: true,
    group: true,
    sql: (process) => `extract(year from ${process}.published_on)::int`,
  })
  year?: number | null;
  @Column(DateTime, '最近一次公告的时间 / Instant of the newest release read (OCDS date)', {
    filter: true,
    order: true,
  })
  releasedAt?: string | null;
  @Column(ID, '所据公告的标识 / Id of the release that was read (OCDS id)') releaseId?: string | null;
  @Column(Text, '公告语言，如 zh / Language of the release (BCP 47)') language?: string | null;
  @Column(Text, '发布者 / Publisher of the release', { filter: true, group: true })
  publisher?: string | null;
  @ToMany(() => Tender, 'process', '采购公告，至多一条 / Tender, one at most') tenders!: unknown;
  @ToMany(() => Lot, 'process', '标包 / Lots') lots!: unknown;
  @ToMany(() => Bid, 'process', '投标（响应） / Bids') bids!: unknown;
  @ToMany(() => BidOpening, 'process', '开标记录 / Records of bid openings') bidOpenings!: unknown;
  @ToMany(() => CandidateNotice, 'process', '中标候选人公示 / Candidates announced') candidateNotices!: unknown;
  @ToMany(() => Award, 'process', '中标（成交）结果 / Awards') awards!: unknown;
  @ToMany(() => Contract, 'process', '合同 / Contracts') contracts!: unknown;
  @ToMany(() => ProcessParty, 'process', '当事人及其角色 / Parties with their roles') parties!: unknown;
  @ToMany(() => Item, 'process', '采购标的 / Items') items!: unknown;
  @ToMany(() => ProcessDocument, 'process', '公告与文件 / Notices and documents') documents!: unknown;
  @ToMany(() => ProcessMilestone, 'process', '节点 / Milestones') milestones!: unknown;
  @ToMany(() => Amendment, 'process', '更正与变更 / Amendments') amendments!: unknown;
  @ToMany(() => Release, 'ocid', '逐次公告 / Releases, as published one after another') releases!: unknown;
  @ToMany(() => Complaint, 'process', '质疑与投诉 / Questions and complaints') complaints!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
