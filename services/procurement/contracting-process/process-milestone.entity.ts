import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { enumType, ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Contract } from '../contract/contract.entity.js';
import { ContractingProcess } from './contracting-process.entity.js';
import { RowStage } from './row-stage.js';

export const MilestoneStatus = enumType('MilestoneStatus', '节点状态 / Status of a milestone (OCDS milestoneStatus)', {
  SCHEDULED: '未到 / Scheduled',
  MET: '已完成 / Met',
  NOT_MET: '未完成 / Not met (OCDS notMet)',
  PARTIALLY_MET: '部分完成 / Partially met (OCDS partiallyMet)',
});

@Entity({
  table: 'process_milestone',
  plural: 'processMilestones',
  doc: '采购与履约节点 / Milestone of a contracting process (OCDS milestones)',
  orderBy: ['dueOn'],
})
export class ProcessMilestone {
  @Key(ID, '节点标识 / Id of the milestone') id!: string;
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
  @Column(RowStage, '所属环节 / Stage it stands at', { filter: true, group: true }) stage?: string | null;
  @ToOne(() => Contract, '所属合同，其他环节为空 / Contract it belongs to; null at other stages')
  contract?: Rel<Contract> | null;
  @Column(ID, '节点编号，按来源所载 / Id of the milestone as printed (OCDS milestones.id)') localId?: string | null;
  @Column(Text, '节点类型，如 delivery 交付、payment 付款 / Type (OCDS milestoneType)', {
    filter: true,
    group: true,
  })
  milestoneType?: string | null;
  @Column(Text, '名称 / Title', { filter: true }) title?: string | null;
  @Column(Text, '说明 / Description') description?: string | null;
  @Column(MilestoneStatus, '状态 / Status', { filter: true, group: true }) status?: string | null;
  @Column(LocalDate, '应完成日期 / Due on (OCDS dueDate)', { filter: true, order: true, group: true })
  dueOn?: string | null;
  @Column(LocalDate, '实际完成日期 / Met on (OCDS dateMet)', { filter: true, order: true, group: true })
  metOn?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
