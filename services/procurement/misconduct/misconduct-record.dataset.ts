import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Bool, DocNo, ID, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { MisconductRecord, MisconductRole } from './misconduct-record.entity.js';

export const misconductRecords = defineDataset({
  id: 'procurement.misconduct-records',
  title: '不良行为记录名单 / List of misconduct records',
  file: 'misconduct-records',
  owner: '财政、公共资源交易监督管理部门 / Finance department, and supervisor of public resource trading',
  basis:
    '举措第 18 项；关于报送政府采购严重违法失信行为信息记录的通知（财办库〔2014〕526号） / Measure 18; Notice on Reporting Serious Violations in Government Procurement (MOF 2014 no. 526)',
  frequency: 'ON_EVENT',
  scope: { agency: 'issuingBody.agencyId', period: { field: 'decidedOn', unit: 'YEAR' } },
  key: ['id'],
  columns: [
    {
      field: 'id',
      head: '记录编号',
      aliases: ['违法违规信息标识号', '黑名单标识号', '编号'],
      type: ID,
      required: true,
      example: 'BL-2024-0001',
    },
    {
      field: 'subject.name',
      head: '当事人名称',
      aliases: ['单位名称', '企业名称', '主体名称', '当事人', '被处罚人'],
      type: Text,
      required: true,
      example: '临漪凯然办公设备有限公司',
      personal: true,
    },
    {
      field: 'subject.uscc',
      head: '统一社会信用代码',
      aliases: ['社会信用代码', '主体代码', '统一社会信用代码（或组织机构代码）'],
      type: Uscc,
      personal: true,
    },
    {
      field: 'subject.agencyId',
      head: '机构编号',
      aliases: ['当事人机构编号', '单位机构编号'],
      type: ID,
      example: 'CN-349900-A079',
    },
    {
      field: 'role',
      head: '当事人类型',
      aliases: ['主体类型', '主体角色', '当事人角色'],
      required: true,
      ...coded(MisconductRole, {
        招标人: 'BUYER',
        代理机构: 'AGENT',
        招标代理机构: 'AGENT',
        投标人: 'SUPPLIER',
        评标专家: 'EXPERT',
      }),
    },
    {
      field: 'reason',
      head: '不良行为事由',
      aliases: ['违法违规行为', '严重违法失信行为的具体情形', '违规事项名称', '处罚原因'],
      type: Text,
      example: '提供虚假材料谋取中标',
    },
    {
      field: 'basis',
      head: '处理依据',
      aliases: ['处罚依据'],
      type: Text,
      example: '政府采购法第七十七条',
    },
    {
      field: 'decisionNo',
      head: '处理决定文号',
      aliases: ['处罚决定书文号', '处理文件文号', '决定书文号', '文号'],
      type: DocNo,
      example: '阳财罚〔2024〕3号',
    },
    {
      field: 'decidedOn',
      head: '处理日期',
      aliases: ['处罚日期', '处理时间', '决定日期'],
      type: LocalDate,
    },
    {
      field: 'penalty',
      head: '处理结果',
      aliases: ['处罚结果', '处罚内容'],
      type: Text,
      example: '禁止参加政府采购活动一年',
    },
    {
      field: 'banned',
      head: '是否禁止参加政府采购活动',
      aliases: ['是否禁止参加采购活动'],
      type: Bool,
    },
    {
      field: 'bannedFrom',
      head: '禁止开始日期',
      aliases: ['限制行为开始时间', '处罚开始日期'],
      type: LocalDate,
      example: '2024-07-01',
    },
    {
      field: 'bannedTo',
      head: '禁止截止日期',
      aliases: ['限制行为结束时间', '处罚截止日期', '处罚结束日期'],
      type: LocalDate,
      example: '2025-06-30',
    },
    {
      field: 'issuingBody.name',
      head: '处理机关',
      aliases: ['执法单位', '处罚部门', '处罚机关', '处理部门'],
      type: Text,
      example: '阳光市财政局',
    },
    {
      field: 'issuingBody.agencyId',
      head: '处理机关机构编号',
      aliases: ['执法单位机构编号', '处罚机关机构编号'],
      type: ID,
      example: 'CN-349900-A012',
    },
    { field: 'revoked', head: '是否撤销', type: Bool, example: '否' },
    { field: 'revokedOn', head: '撤销日期', aliases: ['撤销时间'], type: LocalDate, example: '2024-12-31' },
    {
      field: 'ocid',
      head: '关联采购项目编号',
      aliases: ['采购项目编号', '招标项目（采购项目）编号', 'ocid'],
      type: ID,
      example: 'ocds-sunsh1-YGCG-2024-00007',
      doc: '采购项目编号，带前缀的 ocid / Number of the contracting process: the ocid with its prefix',
    },
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
