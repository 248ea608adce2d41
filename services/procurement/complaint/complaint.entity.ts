import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { DocNo, enumType, ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Party } from '../party/party.js';

export const ComplaintKind = enumType(
  'ComplaintKind',
  '质疑或投诉（财政部令第94号） / Question to the buyer, or complaint to the regulator (MOF order 94)',
  {
    QUESTION: '质疑：向采购人或代理机构提出 / Question, put to the buyer or its agent',
    COMPLAINT: '投诉：向财政部门提出 / Complaint, put to the finance department',
  },
);

export const ComplaintResult = enumType('ComplaintResult', '质疑投诉处理结果 / Result of a question or complaint', {
  UPHELD: '成立 / Upheld',
  PARTLY_UPHELD: '部分成立 / Upheld in part',
  REJECTED: '驳回 / Rejected',
  WITHDRAWN: '撤回 / Withdrawn',
  PENDING: '处理中 / Pending',
});

@Entity({
  table: 'complaint',
  plural: 'complaints',
  doc: '质疑与投诉 / Question or complaint about a procurement (exchange standard table 404)',
  orderBy: ['filedOn desc'],
})
export class Complaint {
  @Key(ID, '质疑投诉编号 / Number of the case') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => ContractingProcess, '所涉采购项目 / Contracting process it is about', { column: 'ocid', group: true })
  process?: Rel<ContractingProcess> | null;
  @Column(ComplaintKind, '类型 / Kind', { filter: true, group: true }) kind?: string | null;
  @Embed(() => Party, '提出人 / Complainant', { filter: true, group: true }) complainant?: PartyColumns | null;
  @Embed(() => Party, '被提出人 / Respondent', { filter: true, group: true }) respondent?: PartyColumns | null;
  @Column(LocalDate, '受理日期 / Filed on', { filter: true, order: true, group: true }) filedOn?: string | null;
  @Column(Text, '事项 / Subject', { filter: true, search: true }) subject?: string | null;
  @Column(ComplaintResult, '处理结果 / Result', { filter: true, group: true }) result?: string | null;
  @Column(DocNo, '处理决定文号 / Number of the decision (GB/T 9704-2012)', { filter: true }) decisionNo?: string | null;
  @Column(LocalDate, '处理日期 / Decided on', { filter: true, order: true, group: true }) decidedOn?: string | null;
  @Embed(() => Party, '处理机关 / Body that decides', { filter: true, group: true }) handler?: PartyColumns | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
