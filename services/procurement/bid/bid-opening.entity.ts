import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { DateTime, ID, Int, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Lot } from '../tender/lot.entity.js';

@Entity({
  table: 'bid_opening',
  plural: 'bidOpenings',
  doc: '开标记录 / Record of a bid opening (exchange standard tables 556 and 506)',
  orderBy: ['openedAt desc'],
})
export class BidOpening {
  @Key(ID, '开标记录标识 / Id of the record') id!: string;
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
  @ToOne(() => Lot, '标包，不分包则为空 / Lot; null where there are none') lot?: Rel<Lot> | null;
  @Column(DateTime, '开标时间 / Opened at', { filter: true, order: true, group: true }) openedAt?: string | null;
  @Column(Text, '开标地点 / Place') address?: string | null;
  @Column(Text, '主持单位 / Organisation that presides', { filter: true, group: true })
  host?: string | null;
  @Column(Text, '参加人员（不含姓名） / Who takes part, without names of persons') participants?: string | null;
  @Column(Int, '投标人数量 / Number of bids opened', { filter: true, order: true, group: true, sum: true })
  numberOfBids?: number | null;
  @Column(Text, '开标记录（唱标内容） / The record as read out') record?: string | null;
  @Column(Text, '公告链接 / Address of the notice (URL)') url?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
