import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { CurrencyCode, Decimal, enumType, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Amendment } from '../amendment/amendment.entity.js';
import { PriceForm } from '../bid/price-form.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { ProcessDocument } from '../contracting-process/process-document.entity.js';
import { Contract } from '../contract/contract.entity.js';
import { Party } from '../party/party.js';
import { Item } from '../tender/item.entity.js';
import { Lot } from '../tender/lot.entity.js';
import { AwardSupplier } from './award-supplier.entity.js';

export const AwardStatus = enumType('AwardStatus', '中标（成交）结果状态 / Status of an award (OCDS awardStatus)', {
  PENDING: '候选，尚未确定 / Pending: a candidate',
  ACTIVE: '有效 / Active',
  CANCELLED: '取消 / Cancelled',
  UNSUCCESSFUL: '废标或流标 / Unsuccessful: nobody won',
});

@Entity({
  table: 'award',
  plural: 'awards',
  doc: '中标（成交）结果 / Award: who was chosen, for how much (OCDS awards)',
  orderBy: ['awardedOn desc'],
})
export class Award {
  @Key(ID, '中标（成交）结果标识 / Id of the award') id!: string;
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
    sql: (award) => `${award}.ocid`,
  })
  ocid!: string;
  @Column(ID, '结果编号，按来源所载 / Id of the award as printed (OCDS awards.id)', { filter: true })
  localId?: string | null;
  @ToOne(() => Lot, '标包，仅就一包时 / The lot, when the award is for exactly one', { group: true })
  lot?: Rel<Lot> | null;
  @Column(Text, '标题 / Title', { filter: true, order: true }) title?: string | null;
  @Column(Text, '说明 / Description') description?: string | null;
  @Column(AwardStatus, '状态 / Status', { filter: true, group: true }) status?: string | null;
  @Column(Int, '候选名次，1 为第一 / Rank of a candidate, 1 is first', {
    filter: true,
    order: true,
    group: true,
  })
  rank?: number | null;
  @Column(LocalDate, '中标（成交）日期 / Awarded on (OCDS awards.date)', { filter: true, order: true, group: true })
  awardedOn?: string | null;
  @Column(
    Decimal,
    '中标（成交）金额，非金额报价则为空，单位：元（按币种） / Value, null where the price is no amount, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(PriceForm, '价格形式 / Form of the price', { filter: true, group: true })
  priceForm?: string | null;
  @Column(Text, '非金额报价原文，如 下浮 8% / The price in words, where it is no amount') priceText?: string | null;
  @Embed(() => Party, '供应商；联合体为牵头人 / Supplier; the lead of a consortium', { filter: true, group: true })
  supplier?: PartyColumns | null;
  @ToMany(() => AwardSupplier, 'award', '供应商，含联合体全部成员 / All suppliers, with every member of a consortium')
  suppliers!: unknown;
  @Column(LocalDate, '拟定合同开始日期 / Planned start of the contract (OCDS contractPeriod)')
  contractStartOn?: string | null;
  @Column(LocalDate, '拟定合同结束日期 / Planned end of the contract (OCDS contractPeriod)')
  contractEndOn?: string | null;
  @ToMany(() => Contract, 'award', '据此签订的合同 / Contracts signed on it') contracts!: unknown;
  @ToMany(() => Item, 'award', '标的 / Items') items!: unknown;
  @ToMany(() => ProcessDocument, 'award', '公告与文件 / Notices and documents') documents!: unknown;
  @ToMany(() => Amendment, 'award', '变更 / Amendments') amendments!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
