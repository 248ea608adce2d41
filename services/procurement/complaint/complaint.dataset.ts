import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { DocNo, ID, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { Complaint, ComplaintKind, ComplaintResult } from './complaint.entity.js';

export const complaints = defineDataset({
  id: 'procurement.complaints',
  title: '质疑与投诉 / Questions and complaints',
  file: 'complaints',
  owner: '财政、公共资源交易监督管理部门 / Finance department, and supervisor of public resource trading',
  basis:
    '举措第 18 项；政府采购质疑和投诉办法（财政部令第94号） / Measure 18; Measures on Questions and Complaints in Government Procurement (MOF order 94)',
  frequency: 'ON_EVENT',
  scope: { period: { field: 'filedOn', unit: 'YEAR' } },
  key: ['id'],
  columns: [
    {
      field: 'id',
      head: '编号',
      aliases: ['质疑投诉编号', '投诉编号', '案件编号', '受理编号'],
      type: ID,
      required: true,
      example: 'TS-2024-0001',
    },
    {
      field: 'kind',
      head: '类型',
      aliases: ['类别', '质疑投诉类型'],
      required: true,
      ...coded(ComplaintKind),
    },
    {
      field: 'ocid',
      head: '采购项目编号',
      aliases: ['ocid', '招标项目编号', '招标项目（采购项目）编号', '项目编号'],
      type: ID,
      example: 'ocds-sunsh1-YGCG-2024-00007',
      doc: '采购项目编号，带前缀的 ocid / Number of the contracting process: the ocid with its prefix',
    },
    {
      field: 'complainant.name',
      head: '提出人',
      aliases: ['投诉人', '质疑人', '投诉人名称', '投诉者姓名'],
      type: Text,
      example: '临漪县新业建筑工程有限公司',
      personal: true,
    },
    {
      field: 'complainant.uscc',
      head: '提出人统一社会信用代码',
      aliases: ['投诉人统一社会信用代码', '质疑人统一社会信用代码', '投诉人代码'],
      type: Uscc,
      personal: true,
    },
    {
      field: 'respondent.name',
      head: '被提出人',
      aliases: ['被投诉人', '被质疑人', '被投诉人名称', '被投诉主体名称'],
      type: Text,
      example: '沐泽区教育局',
    },
    {
      field: 'respondent.uscc',
      head: '被提出人统一社会信用代码',
      aliases: ['被投诉人统一社会信用代码', '被质疑人统一社会信用代码', '被投诉主体代码'],
      type: Uscc,
    },
    {
      field: 'respondent.agencyId',
      head: '被提出人机构编号',
      aliases: ['被投诉人机构编号', '被质疑人机构编号'],
      type: ID,
      example: 'CN-349900-A079',
    },
    {
      field: 'filedOn',
      head: '受理日期',
      aliases: ['受理时间', '收到日期'],
      type: LocalDate,
      example: '2024-06-03',
    },
    {
      field: 'subject',
      head: '事项',
      aliases: ['投诉事项', '质疑事项', '质疑投诉事项', '投诉内容'],
      type: Text,
      example: '评分标准设置不合理',
    },
    {
      field: 'result',
      head: '处理结果',
      aliases: ['处理决定', '投诉处理结果'],
      ...coded(ComplaintResult, {
        投诉成立: 'UPHELD',
        质疑成立: 'UPHELD',
        驳回投诉: 'REJECTED',
        不成立: 'REJECTED',
        撤回投诉: 'WITHDRAWN',
      }),
    },
    {
      field: 'decisionNo',
      head: '处理决定文号',
      aliases: ['处理决定书文号', '处理文件文号', '决定书文号', '文号'],
      type: DocNo,
      example: '阳财购诉〔2024〕1号',
    },
    { field: 'decidedOn', head: '处理日期', aliases: ['处理决定日期', '处理时间', '决定日期'], type: LocalDate },
    {
      field: 'handler.name',
      head: '处理机关',
      aliases: ['处理单位', '处理部门', '监督管理部门'],
      type: Text,
      example: '阳光市财政局',
    },
    {
      field: 'handler.agencyId',
      head: '处理机关机构编号',
      aliases: ['处理单位机构编号'],
      type: ID,
      example: 'CN-349900-A012',
    },
  ],
  entities: [Complaint],
  rows: (cells, { jurisdiction, source }) => [
    [
      {
        ...cells,
        complainant: identifiedParty(cells['complainant'], jurisdiction),
        respondent: identifiedParty(cells['respondent'], jurisdiction),
        handler: identifiedParty(cells['handler'], jurisdiction),
        jurisdiction,
        source,
      },
    ],
  ],
});
