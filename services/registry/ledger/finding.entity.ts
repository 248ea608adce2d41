import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { DateTime, enumType, ID, Int, Text } from '../../../subgraph/model/types.js';
import { Agency } from '../agency/agency.entity.js';
import { Batch } from './batch.entity.js';

export const FindingSeverity = enumType('FindingSeverity', '发现的级别 / Severity of a finding', {
  E: '错误 / Error',
  W: '提醒 / Warning',
  I: '提示 / Information',
});

export const FindingState = enumType('FindingState', '发现的状态 / State of a finding', {
  OPEN: '存在 / It holds',
  ACCEPTED: '已确认：官方即如此公布 / Accepted: the figure is officially published as it is',
  CLOSED: '已不存在 / It no longer holds',
});

@Entity({
  table: 'finding',
  plural: 'findings',
  doc: '发现：一行数据不满足一条规则 / Finding: a row that does not satisfy a rule',
  orderBy: ['openedAt desc'],
  ledger: {
    at: (finding, instant) => `${finding}.opened_at <= ${instant}`,
    columnsAt: (finding, instant) => ({
      state: `case when ${finding}.closed_at <= ${instant} then 'CLOSED' when ${finding}.accepted_by is null then 'OPEN' else 'ACCEPTED' end`,
      closed_at: `case when ${finding}.closed_at <= ${instant} then ${finding}.closed_at end`,
      closed_batch: `case when ${finding}.closed_at <= ${instant} then ${finding}.closed_batch end`,
    }),
  },
})
export class Finding {
  @Key(ID, '发现编号 / Number of the finding') id!: string;
  @Column(ID, '规则编号 / Id of the rule', { required: true, filter: true, group: true, order: true }) rule!: string;
  @Column(FindingSeverity, '级别 / Severity', { required: true, filter: true, group: true }) severity!: string;
  @Column(FindingState, '状态 / State', { required: true, filter: true, group: true }) state!: string;
  @Column(ID, '数据集 / Dataset', { filter: true, group: true }) datasetId?: string | null;
  @Column(Text, '服务 / Service', { filter: true, group: true }) service?: string | null;
  @Column(Text, '对象类型 / Type of the record', { required: true, filter: true, group: true }) entity!: string;
  @Column(ID, '记录的键 / Key of the record', { required: true, filter: true }) recordKey!: string;
  @ToOne(() => Agency, '负责的机构 / Agency that answers for it', { columns: { id: 'agency_id' }, group: true })
  agency?: Rel<Agency> | null;
  @Column(Text, '字段 / Field', { filter: true }) field?: string | null;
  @Column(Text, '左值 / Left value') leftValue?: string | null;
  @Column(Text, '右值 / Right value') rightValue?: string | null;
  @Column(Text, '差额 / Difference') delta?: string | null;
  @Column(Text, '容差 / Tolerance') tolerance?: string | null;
  @Column(Text, '来源文件 / Source file', { filter: true }) file?: string | null;
  @Column(Text, '工作表 / Sheet') sheet?: string | null;
  @Column(Int, '行号 / Row of the file') sourceRow?: number | null;
  @Column(Text, '列 / Column of the file') sourceColumn?: string | null;
  @Column(Text, '说明 / What is wrong, in Chinese', { required: true }) messageZh!: string;
  @Column(Text, '说明（英文） / What is wrong', { required: true }) messageEn!: string;
  @Column(Text, '如何处理 / What to do') remedy?: string | null;
  @ToOne(() => Batch, '带来它的批次 / Batch that brought it', { columns: { id: 'opened_batch' } })
  openedBy?: Rel<Batch> | null;
  @Column(DateTime, '出现的时刻 / Since when', { required: true, filter: true, order: true }) openedAt!: string;
  @ToOne(() => Batch, '使其消除的批次 / Batch that closed it', { columns: { id: 'closed_batch' } })
  closedBy?: Rel<Batch> | null;
  @Column(DateTime, '消除的时刻 / Until when', { filter: true, order: true }) closedAt?: string | null;
  @Column(Text, '确认人 / Who accepted it') acceptedBy?: string | null;
  @Column(Text, '确认理由 / Why it was accepted') acceptedReason?: string | null;
  @ToMany(() => FindingOperand, 'finding', '所依据的记录与数值 / Records and values it rests on') operands!: unknown;
}

@Entity({
  table: 'finding_operand',
  plural: 'findingOperands',
  doc: '发现的依据：一条记录的一个值 / Operand of a finding: one value of one record',
  ledger: { at: (operand, instant) => `${operand}.opened_at <= ${instant}` },
})
export class FindingOperand {
  @Key(ID, '编号 / Number') id!: string;
  @ToOne(() => Finding, '所属发现 / Finding', { required: true, columns: { id: 'finding_id' } }) finding!: Rel<Finding>;
  @Column(Text, '对象类型 / Type of the record', { filter: true, group: true }) entity?: string | null;
  @Column(ID, '记录的键 / Key of the record', { filter: true }) recordKey?: string | null;
  @Column(Text, '字段 / Field') field?: string | null;
  @Column(Text, '数值 / Value') value?: string | null;
}
