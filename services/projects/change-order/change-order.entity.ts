import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { CurrencyCode, Decimal, DocNo, enumType, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Project } from '../project/project.entity.js';

export const ChangeKind = enumType('ChangeKind', '变更类别 / What a change order changes (OC4IDS modificationType)', {
  VALUE: '价款变更 / Value',
  DURATION: '工期变更 / Duration',
  SCOPE: '范围变更 / Scope',
});

@Entity({
  table: 'change_order',
  plural: 'changeOrders',
  doc: '设计变更与合同变更审批 / Change order of a project (OC4IDS modifications)',
  orderBy: ['approvedOn desc'],
})
export class ChangeOrder {
  @Key(ID, '变更编号 / Number of the change order') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => Project, '所属项目 / Project', { required: true, group: true }) project!: Rel<Project>;
  @Column(Text, '合同编号，即采购合同的 localId / Number of the contract, `localId` of a procurement contract', {
    filter: true,
  })
  contractNo?: string | null;
  @Column(ChangeKind, '变更类别 / Kind', { filter: true, group: true }) kind?: string | null;
  @Column(
    Decimal,
    '变更金额，可为负，单位：元（按币种） / Change of the value, may be negative, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  amountDelta?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(Int, '工期增减，可为负，单位：日 / Change of the duration, may be negative, in days', {
    filter: true,
    order: true,
    sum: true,
  })
  daysDelta?: number | null;
  @Column(Text, '变更原因 / Reason', { filter: true }) reason?: string | null;
  @Column(DocNo, '批复文号，未批复则为空 / Number of the approval; null without one (GB/T 9704-2012)', { filter: true })
  approvalNo?: string | null;
  @Column(LocalDate, '批准日期，未批复则为空 / Approved on; null without an approval', {
    filter: true,
    order: true,
    group: true,
  })
  approvedOn?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
