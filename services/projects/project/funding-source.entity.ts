import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { CurrencyCode, Decimal, enumType, ID, Text } from '../../../subgraph/model/types.js';
import { Project } from './project.entity.js';

export const FundingKind = enumType('FundingKind', '资金来源类型 / Kind of funding', {
  FISCAL: '财政资金 / Fiscal funds',
  SPECIAL_BOND: '专项债券 / Special bond',
  BANK_LOAN: '银行贷款 / Bank loan',
  SELF_RAISED: '自筹资金 / Raised by the owner',
  OTHER: '其他 / Other',
});

@Entity({
  table: 'funding_source',
  plural: 'fundingSources',
  doc: '项目资金来源 / Source of a project’s funding (OC4IDS budget.finance)',
})
export class FundingSource {
  @Key(ID, '资金来源标识 / Id of the source') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => Project, '所属项目 / Project', { required: true, group: true }) project!: Rel<Project>;
  @Column(FundingKind, '类型 / Kind', { filter: true, group: true }) kind?: string | null;
  @Column(Decimal, '金额，单位：元（按币种） / Amount, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(Text, '出资单位 / Who provides it', { filter: true, group: true }) provider?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
