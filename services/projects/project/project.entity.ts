import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import {
  CurrencyCode,
  Decimal,
  DocNo,
  enumType,
  ID,
  listOf,
  LocalDate,
  ProjectCode,
  RegionCode,
  RegionEdition,
  Text,
} from '../../../subgraph/model/types.js';
import { ChangeOrder } from '../change-order/change-order.entity.js';
import { LandTransfer } from '../land/land-transfer.entity.js';
import { Party } from '../party/party.js';
import { ProgressReport } from '../progress/progress-report.entity.js';
import { Agency } from '../stubs/agency.stub.js';
import { Region } from '../stubs/region.stub.js';
import { ProjectComponent } from './project-component.entity.js';
import { FundingSource } from './funding-source.entity.js';

export const ProjectStatus = enumType('ProjectStatus', '项目阶段 / Status of a project (OC4IDS projectStatus)', {
  IDENTIFICATION: '谋划 / Identification',
  PREPARATION: '前期 / Preparation',
  IMPLEMENTATION: '在建 / Implementation',
  COMPLETION: '竣工 / Completion',
  MAINTENANCE: '运营 / Maintenance and operation',
  DECOMMISSIONING: '拆除中 / Decommissioning',
  DECOMMISSIONED: '已拆除 / Decommissioned',
  CANCELLED: '终止 / Cancelled',
});

export const ProjectType = enumType('ProjectType', '建设性质 / Type of a project (OC4IDS projectType)', {
  CONSTRUCTION: '新建 / Construction',
  REHABILITATION: '改建 / Rehabilitation',
  REPLACEMENT: '迁建 / Replacement',
  EXPANSION: '扩建 / Expansion',
  DECOMMISSIONING: '拆除 / Decommissioning',
});

@Entity({
  table: 'project',
  plural: 'projects',
  doc: '政府投资项目 / Public investment project (OC4IDS 0.9.5 project)',
  orderBy: ['publishedOn desc'],
})
export class Project {
  @Key(
    ID,
    '项目标识：国家统一代码，没有则为“标识体系/编号” / Id: the national code, else `scheme/identifier` of its source',
  )
  id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(ProjectCode, '投资项目统一代码 / National project code (GB/T 40058-2021)', { filter: true })
  code?: string | null;
  @Column(
    Text,
    '标识体系：CN-GBT40058 为国家统一代码 / Scheme of the id: CN-GBT40058, or the source’s own (OC4IDS identifiers.scheme)',
    { required: true, filter: true, group: true },
  )
  scheme!: string;
  @Column(Text, '原项目代码（2020 年 11 月以前的编法） / Earlier code, as laid out before November 2020', {
    filter: true,
  })
  legacyCode?: string | null;
  @Column(Text, '项目名称 / Title', { required: true, filter: true, order: true, search: true, pinyin: true })
  title!: string;
  @Column(Text, '建设内容 / What is built', { search: true }) description?: string | null;
  @Embed(() => Party, '项目单位（项目法人、建设单位） / Owner of the project (OC4IDS publicAuthority)', {
    filter: true,
    group: true,
  })
  publicAuthority?: PartyColumns | null;
  @Column(ID, '主管部门的机构标识 / Id of the authority in charge', { filter: true, group: true })
  authorityAgencyId?: string | null;
  @ToOne(() => Agency, '主管部门 / Authority in charge', { columns: { id: 'authority_agency_id' }, group: true })
  authorityAgency?: Rel<Agency> | null;
  @Column(ProjectStatus, '项目阶段 / Status', { filter: true, group: true }) status?: string | null;
  @Column(ProjectType, '建设性质 / Type', { filter: true, group: true }) type?: string | null;
  @Column(listOf(Text), '行业领域代码，如 education、health、transport.road / Sectors (OC4IDS projectSector)', {
    filter: true,
  })
  sector?: string[] | null;
  @Column(Text, '国民经济行业代码 / Industry (GB/T 4754-2017)', { filter: true, group: true })
  industryCode?: string | null;
  @Column(RegionCode, '行政区划代码 / Region code (GB/T 2260)', { filter: true, group: true })
  regionCode?: string | null;
  @Column(RegionEdition, '区划代码版次（年月） / Edition of the region code, yyyymm') regionEdition?: string | null;
  @ToOne(() => Region, '所在行政区 / Region', {
    columns: { code: 'region_code', edition: 'region_edition' },
    group: true,
  })
  region?: Rel<Region> | null;
  @Column(Decimal, '总投资，单位：元（按币种） / Total investment, in units of the currency (OC4IDS budget.amount)', {
    filter: true,
    order: true,
    money: 'budgetCurrency',
  })
  budgetAmount?: string | null;
  @Column(
    Decimal,
    '最近年度计划投资，单位：元（按币种） / Investment planned for the latest year, in units of the currency',
    { filter: true, order: true, money: 'budgetCurrency' },
  )
  annualPlanAmount?: string | null;
  @Column(CurrencyCode, '投资金额币种 / Currency of both amounts (ISO 4217)', {
    filter: true,
    group: true,
  })
  budgetCurrency?: string | null;
  @Column(LocalDate, '计划开工日期 / Planned start', { filter: true, order: true, group: true })
  startDate?: string | null;
  @Column(LocalDate, '计划竣工日期 / Planned completion', { filter: true, order: true, group: true })
  endDate?: string | null;
  @Column(LocalDate, '实际开工日期 / Actual start', { filter: true, order: true, group: true })
  actualStart?: string | null;
  @Column(LocalDate, '实际竣工日期 / Actual completion', { filter: true, order: true, group: true })
  actualCompletion?: string | null;
  @Column(Decimal, '形象进度，单位：%，0–100 / Physical progress, in percent, 0 to 100', {
    filter: true,
    order: true,
  })
  physicalProgress?: string | null;
  @Column(DocNo, '立项批复文号 / Number of the approval (GB/T 9704-2012)', { filter: true }) approvalNo?: string | null;
  @Column(LocalDate, '批复日期 / Approved on', { filter: true, order: true, group: true }) approvedOn?: string | null;
  @Column(Text, '建设地点 / Place') locationText?: string | null;
  @Column(Decimal, '经度，单位：度 / Longitude, in degrees', { filter: true }) longitude?: string | null;
  @Column(Decimal, '纬度，单位：度 / Latitude, in degrees', { filter: true }) latitude?: string | null;
  @Column(LocalDate, '发布日期 / Published on', { filter: true, order: true, group: true }) publishedOn?: string | null;
  @ToMany(() => ProjectComponent, 'project', '单项工程及其位置 / Components with their places') components!: unknown;
  @ToMany(() => FundingSource, 'project', '资金来源 / Sources of funding (OC4IDS budget.finance)')
  fundingSources!: unknown;
  @ToMany(() => ProgressReport, 'project', '季度进度 / Quarterly progress') progressReports!: unknown;
  @ToOne(
    () => ProgressReport,
    '最近一季的进度，未报送则为空 / Progress of the latest quarter; null before the first report',
    {
      from: (project, table) =>
        `select r.id from ${table(ProgressReport)} r where r.project_id = ${project}.id order by r.quarter desc, r.id limit 1`,
    },
  )
  latestProgress?: Rel<ProgressReport> | null;
  @ToMany(() => ChangeOrder, 'project', '设计变更 / Change orders (OC4IDS modifications)') changeOrders!: unknown;
  @ToMany(() => LandTransfer, 'project', '关联的土地供应 / Land supplied for it') landTransfers!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
