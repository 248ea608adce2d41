import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Bool, DocNo, ID, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { MisconductRecord } from './misconduct-record.entity.js';

export const misconductRecords = defineDataset({
  id: 'procurement.misconduct-records',
  title: '不良行为记录名单 / List of misconduct records',
  file: 'misconduct-records',
  columns: [
    { field: 'id', head: '记录编号', type: ID, required: true },
    { field: 'subject.name', head: '当事人名称', aliases: ['单位名称'], type: Text, required: true },
    { field: 'subject.uscc', head: '统一社会信用代码', aliases: ['社会信用代码'], type: Uscc },
    { field: 'subject.agencyId', head: '机构编号', type: ID },
    {
      field: 'role',
      head: '当事人类型',
      aliases: ['主体类型'],
      type: Text,
      required: true,
      codes: { 采购人: 'BUYER', 采购代理机构: 'AGENT', 供应商: 'SUPPLIER', 评审专家: 'EXPERT' },
    },
    { field: 'reason', head: '不良行为事由', aliases: ['违法违规行为'], type: Text },
    { field: 'basis', head: '处理依据', type: Text },
    { field: 'decisionNo', head: '处理决定文号', type: DocNo },
    { field: 'decidedOn', head: '处理日期', type: LocalDate },
    { field: 'penalty', head: '处理结果', type: Text },
    { field: 'banned', head: '是否禁止参加政府采购活动', type: Bool },
    { field: 'bannedFrom', head: '禁止开始日期', type: LocalDate },
    { field: 'bannedTo', head: '禁止截止日期', type: LocalDate },
    { field: 'issuingBody.name', head: '处理机关', type: Text },
    { field: 'issuingBody.agencyId', head: '处理机关机构编号', type: ID },
    { field: 'revoked', head: '是否撤销', type: Bool },
    { field: 'revokedOn', head: '撤销日期', type: LocalDate },
    { field: 'ocid', head: '关联采购项目编号', type: ID },
  ],
  entities: [MisconductRecord],
  rows: (cells, { jurisdiction, source }) => [
    [
      {
        ...cells,
        subject: identifiedParty(cells['subject'], jurisdiction),
        issuingBody: identifiedParty(cells['issuingBody'], jurisdiction),
        jurisdiction,
        source,
      },
    ],
  ],
});
