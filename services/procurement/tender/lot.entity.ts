import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { CurrencyCode, Decimal, ID, Text } from '../../../subgraph/model/types.js';
import { Award } from '../award/award.entity.js';
import { Bid } from '../bid/bid.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Item } from './item.entity.js';
import { TenderStatus } from './tender-status.js';
import { Tender } from './tender.entity.js';

@Entity({
  table: 'lot',
  plural: 'lots',
  doc: '标包（标段） / Lot: a part of a tender that is awarded on its own (OCDS lots extension)',
})
export class Lot {
  @Key(ID, '标包标识 / Id of the lot') id!: string;
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
  @ToOne(() => Tender, '所属采购公告 / Tender', { required: true }) tender!: Rel<Tender>;
  @Column(ID, '包号，按来源所载 / Number of the lot as printed (OCDS lots.id)', {
    filter: true,
    order: true,
  })
  localId?: string | null;
  @Column(Text, '名称 / Title', { filter: true, order: true }) title?: string | null;
  @Column(Text, '说明 / Description') description?: string | null;
  @Column(TenderStatus, '状态 / Status', { filter: true, group: true }) status?: string | null;
  @Column(Decimal, '标包预算，单位：元（按币种） / Upper estimated value of the lot, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @ToMany(() => Item, 'lot', '标的 / Items of the lot') items!: unknown;
  @ToMany(() => Bid, 'lot', '仅就本包的投标 / Bids for exactly this lot') bids!: unknown;
  @ToMany(() => Award, 'lot', '仅就本包的结果 / Awards of exactly this lot') awards!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
