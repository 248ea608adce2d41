import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { Bool, CurrencyCode, DateTime, Decimal, enumType, ID, Int, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Party } from '../party/party.js';
import { Lot } from '../tender/lot.entity.js';
import { BidTenderer } from './bid-tenderer.entity.js';
import { PriceForm } from './price-form.js';

export const BidStatus = enumType('BidStatus', '投标状态 / Status of a bid (OCDS bidStatus)', {
  INVITED: '已受邀 / Invited',
  PENDING: '待评审 / Pending',
  VALID: '有效 / Valid',
  DISQUALIFIED: '无效（否决） / Disqualified',
  WITHDRAWN: '撤回 / Withdrawn',
});

@Entity({
  table: 'bid',
  plural: 'bids',
  doc: '投标（响应） / Bid: an offer made in a contracting process (OCDS bids extension)',
  orderBy: ['submittedAt desc'],
})
export class Bid {
  @Key(ID, '投标标识 / Id of the bid') id!: string;
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
    sql: (bid) => `${bid}.ocid`,
  })
  ocid!: string;
  @Column(ID, '投标编号，按来源所载 / Id of the bid as printed (OCDS bids.details.id)') localId?: string | null;
  @ToOne(() => Lot, '所投标包，仅投一包时 / The lot, when the bid is for exactly one', { group: true })
  lot?: Rel<Lot> | null;
  @Embed(() => Party, '投标人；联合体为牵头人 / Tenderer; the lead of a consortium', { filter: true, group: true })
  tenderer?: PartyColumns | null;
  @ToMany(() => BidTenderer, 'bid', '投标人，含联合体全部成员 / All tenderers, with every member of a consortium')
  tenderers!: unknown;
  @Column(BidStatus, '状态 / Status', { filter: true, group: true }) status?: string | null;
  @Column(DateTime, '递交时间 / Submitted at (OCDS bids.details.date)', { filter: true, order: true, group: true })
  submittedAt?: string | null;
  @Column(Decimal, '投标报价，单位：元（按币种） / Price offered, in units of the currency (OCDS bids.details.value)', {
    filter: true,
    order: true,
    money: 'currency',
  })
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(PriceForm, '价格形式 / Form of the price', { filter: true, group: true })
  priceForm?: string | null;
  @Column(Text, '非金额报价原文，如 下浮 8% / The price in words, where it is no amount') priceText?: string | null;
  @Column(Decimal, '综合得分 / Evaluation score', { filter: true, order: true }) score?: string | null;
  @Column(Int, '评审名次，1 为第一 / Rank in the evaluation, 1 is first', {
    filter: true,
    order: true,
    group: true,
  })
  rank?: number | null;
  @Column(Bool, '是否中标，来源未说明则为空 / Did it win; null when the source does not say', {
    filter: true,
    group: true,
  })
  isWinner?: boolean | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
