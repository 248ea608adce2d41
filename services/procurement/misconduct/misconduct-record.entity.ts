import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { Bool, DocNo, enumType, ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Party } from '../party/party.js';

export const MisconductRole = enumType('MisconductRole', '不良行为当事人角色 / Role of the party in the procurement', {
  BUYER: '采购人 / Buyer',
  AGENT: '采购代理机构 / Procurement agent',
  SUPPLIER: '供应商（投标人） / Supplier or bidder',
  EXPERT: '评审专家 / Evaluation expert',
});

@Entity({
  table: 'misconduct_record',
  plural: 'misconductRecords',
  doc: '不良行为记录 / Misconduct record of a party to procurement (exchange standard tables 300, 302 and 303)',
  orderBy: ['decidedOn desc'],
})
export class MisconductRecord {
  @Key(ID, '记录编号 / Number of the record') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Embed(() => Party, '当事人 / Party the record is about', { filter: true, group: true })
  subject?: PartyColumns | null;
  @Column(MisconductRole, '当事人角色 / Role of the party', { filter: true, group: true }) role?: string | null;
  @Column(Text, '不良行为事由 / What it did', { filter: true, search: true }) reason?: string | null;
  @Column(Text, '处理依据 / Legal basis') basis?: string | null;
  @Column(DocNo, '处理决定文号 / Number of the decision (GB/T 9704-2012)', { filter: true }) decisionNo?: string | null;
  @Column(LocalDate, '处理日期 / Decided on', { filter: true, order: true, group: true }) decidedOn?: string | null;
  @Column(Text, '处理结果 / Penalty in words') penalty?: string | null;
  @Column(Bool, '是否禁止参加政府采购活动 / Is it barred from government procurement', {
    filter: true,
    group: true,
  })
  banned?: boolean | null;
  @Column(LocalDate, '禁止开始日期（含） / Barred from, inclusive', { filter: true, order: true })
  bannedFrom?: string | null;
  @Column(LocalDate, '禁止截止日期（含） / Barred until, inclusive', { filter: true, order: true })
  bannedTo?: string | null;
  @Embed(() => Party, '处理机关 / Body that decided', { filter: true, group: true }) issuingBody?: PartyColumns | null;
  @Column(Bool, '是否撤销 / Was the record revoked', { filter: true, group: true })
  revoked?: boolean | null;
  @Column(LocalDate, '撤销日期 / Revoked on', { filter: true, order: true }) revokedOn?: string | null;
  @ToOne(() => ContractingProcess, '所涉采购项目 / Contracting process it arose in', { column: 'ocid' })
  process?: Rel<ContractingProcess> | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
