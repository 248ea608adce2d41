import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import {
  Bool,
  CurrencyCode,
  DateTime,
  Decimal,
  ID,
  Int,
  listOf,
  LocalDate,
  Text,
} from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Item } from './item.entity.js';
import { Lot } from './lot.entity.js';
import { TenderStatus } from './tender-status.js';

@Entity({
  table: 'tender',
  plural: 'tenders',
  doc: '采购（招标）公告 / Tender: what is to be bought, on which terms and until when (OCDS tender)',
  orderBy: ['tenderEndAt desc'],
})
export class Tender {
  @Key(ID, '采购公告标识 / Id of the tender') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => ContractingProcess, '所属采购项目 / Contracting process', {
    required: true,
    column: 'ocid',
    group: true,
  })
  process!: Rel<ContractingProcess>;
  @Column(ID, '采购项目标识 / Open contracting id of the process (OCDS ocid)', {
    required: true,
    filter: true,
    sql: (tender) => `${tender}.ocid`,
  })
  ocid!: string;
  @Column(ID, '公告编号，按来源所载 / Id of the tender as printed (OCDS tender.id)', { filter: true })
  localId?: string | null;
  @Column(Text, '标题 / Title', { filter: true, order: true, search: true }) title?: string | null;
  @Column(Text, '说明 / Description') description?: string | null;
  @Column(TenderStatus, '状态 / Status (OCDS tender.status)', { filter: true, group: true }) status?: string | null;
  @Column(LocalDate, '采购公告发布日期 / Day of the tender notice', { filter: true, order: true, group: true })
  publishedOn?: string | null;
  @Column(
    Decimal,
    '预算金额，单位：元（按币种） / Upper estimated value, in units of the currency (OCDS tender.value)',
    { filter: true, order: true, money: 'currency' },
  )
  amount?: string | null;
  @Column(CurrencyCode, '预算金额币种 / Currency of the value (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(
    Decimal,
    '最低估算金额，单位：元（按币种） / Least estimated value, in units of its currency (OCDS tender.minValue)',
    { filter: true, order: true, money: 'minCurrency' },
  )
  minAmount?: string | null;
  @Column(CurrencyCode, '最低估算金额币种 / Currency of the least value (ISO 4217)', {
    filter: true,
    group: true,
  })
  minCurrency?: string | null;
  @Column(Decimal, '最高限价，单位：元（按币种） / Ceiling above which no bid is accepted, in units of its currency', {
    filter: true,
    order: true,
    money: 'ceilingCurrency',
  })
  ceilingAmount?: string | null;
  @Column(CurrencyCode, '最高限价币种 / Currency of the ceiling (ISO 4217)', {
    filter: true,
    group: true,
  })
  ceilingCurrency?: string | null;
  @Column(DateTime, '投标（响应）开始时间 / Bids accepted from (OCDS tenderPeriod.startDate)', {
    filter: true,
    order: true,
    group: true,
  })
  tenderStartAt?: string | null;
  @Column(DateTime, '投标（响应）截止时间 / Bids accepted until (OCDS tenderPeriod.endDate)', {
    filter: true,
    order: true,
    group: true,
  })
  tenderEndAt?: string | null;
  @Column(DateTime, '询问开始时间 / Enquiries from (OCDS enquiryPeriod.startDate)') enquiryStartAt?: string | null;
  @Column(DateTime, '询问截止时间 / Enquiries until (OCDS enquiryPeriod.endDate)') enquiryEndAt?: string | null;
  @Column(DateTime, '评审开始时间 / Evaluation from (OCDS awardPeriod.startDate)') awardStartAt?: string | null;
  @Column(DateTime, '评审结束时间 / Evaluation until (OCDS awardPeriod.endDate)') awardEndAt?: string | null;
  @Column(LocalDate, '拟定合同开始日期 / Planned start of the contract (OCDS contractPeriod)')
  contractStartOn?: string | null;
  @Column(LocalDate, '拟定合同结束日期 / Planned end of the contract (OCDS contractPeriod)')
  contractEndOn?: string | null;
  @Column(DateTime, '开标时间 / Bids opened at (OCDS extension bidOpening)', { filter: true, order: true, group: true })
  bidOpeningAt?: string | null;
  @Column(Text, '评审办法代码 / Award criteria (OCDS awardCriteria)', { filter: true, group: true })
  awardCriteria?: string | null;
  @Column(Text, '评审办法说明 / Award criteria in words') awardCriteriaDetails?: string | null;
  @Column(listOf(Text), '递交方式代码 / How bids are submitted (OCDS submissionMethod)', { filter: true })
  submissionMethod?: string[] | null;
  @Column(Text, '递交方式说明 / Submission in words') submissionMethodDetails?: string | null;
  @Column(Text, '供应商资格要求 / Eligibility criteria') eligibilityCriteria?: string | null;
  @Column(Bool, '是否收到询问 / Were enquiries received (OCDS hasEnquiries)', { filter: true })
  hasEnquiries?: boolean | null;
  @Column(Int, '投标人数，按来源所载 / Number of tenderers as the source states it', {
    filter: true,
    order: true,
    group: true,
    sum: true,
  })
  numberOfTenderers?: number | null;
  @Column(Int, '列名的投标人数，未列名单则为空 / Tenderers listed by name; null when there is no list', {
    filter: true,
    order: true,
  })
  tenderersListed?: number | null;
  @ToMany(() => Lot, 'tender', '标包 / Lots') lots!: unknown;
  @ToMany(() => Item, 'tender', '采购标的 / Items to be bought') items!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
