import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { CurrencyCode, Decimal, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { LandTransfer } from './land-transfer.entity.js';

@Entity({
  table: 'land_instalment',
  plural: 'landInstalments',
  doc: '土地价款分期支付约定 / Agreed instalment of a land price',
  orderBy: ['dueOn'],
})
export class LandInstalment {
  @Key(ID, '分期标识 / Id of the instalment') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => LandTransfer, '所属土地供应 / Land supplied', { required: true, group: true })
  landTransfer!: Rel<LandTransfer>;
  @Column(Int, '期号，从 1 起 / Ordinal of the instalment, from 1', {
    required: true,
    filter: true,
    order: true,
  })
  sequence!: number;
  @Column(LocalDate, '约定支付日期 / Due on', { filter: true, order: true, group: true }) dueOn?: string | null;
  @Column(Decimal, '约定支付金额，单位：元（按币种） / Amount due, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
