import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { LinkMethod } from '../../../subgraph/model/link-method.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import {
  CurrencyCode,
  Decimal,
  enumType,
  ID,
  LandNo,
  LocalDate,
  RegionCode,
  RegionEdition,
  Text,
} from '../../../subgraph/model/types.js';
import { Party } from '../party/party.js';
import { Project } from '../project/project.entity.js';
import { Region } from '../stubs/region.stub.js';
import { LandInstalment } from './land-instalment.entity.js';

export const LandSupplyMethod = enumType('LandSupplyMethod', '供地方式 / How land is supplied', {
  ALLOCATION: '划拨 / Allocation, without a price',
  LISTING: '挂牌出让 / Grant by listing',
  AUCTION: '拍卖出让 / Grant by auction',
  TENDER: '招标出让 / Grant by tender',
  AGREEMENT: '协议出让 / Grant by agreement',
});

export const SourceUnit = enumType('SourceUnit', '来源所用的金额单位 / Unit in which the source prints its amounts', {
  YUAN: '元 / Yuan',
  WAN_YUAN: '万元 / Ten thousand yuan',
  YI_YUAN: '亿元 / Hundred million yuan',
});

@Entity({
  table: 'land_transfer',
  plural: 'landTransfers',
  doc: '土地供应结果（国有建设用地使用权） / Land supplied: result of an allocation or grant (exchange standard tables 600 and 601)',
  orderBy: ['signedOn desc'],
  link: 'project',
})
export class LandTransfer {
  @Key(ID, '土地供应标识，即电子监管号 / Id, which is the land supervision number') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(LandNo, '电子监管号 / Land supervision number', { filter: true }) landNo?: string | null;
  @Column(RegionCode, '行政区划代码 / Region code (GB/T 2260)', { filter: true, group: true })
  regionCode?: string | null;
  @Column(RegionEdition, '区划代码版次（年月） / Edition of the region code, yyyymm') regionEdition?: string | null;
  @ToOne(() => Region, '所在行政区 / Region', {
    columns: { code: 'region_code', edition: 'region_edition' },
    group: true,
  })
  region?: Rel<Region> | null;
  @Column(Text, '行政区，按来源所载 / Region as printed') regionText?: string | null;
  @Column(Text, '项目名称，按来源所载 / Title of the project as printed', {
    filter: true,
    order: true,
    search: true,
  })
  projectTitle?: string | null;
  @Column(Text, '投资项目统一代码，按来源所载 / Project code as printed (exchange standard INVEST_PROJECT_CODE)', {
    filter: true,
  })
  projectCode?: string | null;
  @ToOne(() => Project, '所属投资项目，未能关联则为空 / The project it belongs to; null where no link was found', {
    group: true,
  })
  project?: Rel<Project> | null;
  @Column(LinkMethod, '与项目的关联方式 / How the project was found', { filter: true, group: true })
  projectLinkMethod?: string | null;
  @Column(Decimal, '关联的可信度，0–1 / Confidence of the link, 0 to 1', { filter: true, order: true })
  projectLinkConfidence?: string | null;
  @Column(Text, '项目位置 / Location', { filter: true, search: true }) location?: string | null;
  @Column(Decimal, '面积，单位：公顷 / Area, in hectares', { filter: true, order: true, sum: true })
  areaHectares?: string | null;
  @Column(Text, '土地来源，如 新增建设用地 / Where the land comes from', { filter: true, group: true })
  landSource?: string | null;
  @Column(Text, '土地用途 / Land use (GB/T 21010)', { filter: true, group: true }) landUse?: string | null;
  @Column(LandSupplyMethod, '供地方式 / How it was supplied', { filter: true, group: true })
  supplyMethod?: string | null;
  @Column(Text, '土地使用年限，按来源所载，单位：年 / Term of use as printed, in years') usageYears?: string | null;
  @Column(Text, '行业分类 / Industry as printed', { filter: true, group: true }) industry?: string | null;
  @Column(Text, '土地级别 / Grade of the land', { filter: true, group: true }) grade?: string | null;
  @Column(
    Decimal,
    '成交价格，划拨则为空，单位：元（按币种） / Price, null for an allocation, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  price?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(SourceUnit, '来源所载价格的单位；本表已换算为元 / Unit of the price in the source; here it is in yuan')
  sourceUnit?: string | null;
  @Embed(() => Party, '土地使用权人 / Holder of the right of use', { filter: true, group: true })
  holder?: PartyColumns | null;
  @Column(Decimal, '约定容积率下限 / Agreed floor area ratio, at least', { filter: true, order: true })
  plotRatioMin?: string | null;
  @Column(Decimal, '约定容积率上限 / Agreed floor area ratio, at most', { filter: true, order: true })
  plotRatioMax?: string | null;
  @Column(LocalDate, '约定交地日期 / Agreed hand-over', { filter: true, order: true })
  handoverPlanned?: string | null;
  @Column(LocalDate, '约定开工日期 / Agreed start of construction', { filter: true, order: true, group: true })
  startPlanned?: string | null;
  @Column(LocalDate, '约定竣工日期 / Agreed completion', { filter: true, order: true, group: true })
  completionPlanned?: string | null;
  @Column(LocalDate, '实际开工日期 / Actual start of construction', { filter: true, order: true })
  actualStart?: string | null;
  @Column(LocalDate, '实际竣工日期 / Actual completion', { filter: true, order: true })
  actualCompletion?: string | null;
  @Column(Text, '批准单位 / Approved by', { filter: true, group: true }) approvedBy?: string | null;
  @Column(LocalDate, '合同签订日期 / Contract signed on', { filter: true, order: true, group: true })
  signedOn?: string | null;
  @ToMany(() => LandInstalment, 'landTransfer', '分期支付约定 / Agreed instalments') instalments!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
