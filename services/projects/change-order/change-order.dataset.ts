import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Decimal, DocNo, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ChangeKind, ChangeOrder } from './change-order.entity.js';

export const changeOrders = defineDataset({
  id: 'projects.change-orders',
  title: '设计变更与签证 / Change orders of projects',
  file: 'change-orders',
  owner: '项目主管部门 / Authorities in charge of projects',
  basis:
    '举措第 17 项；政府投资条例（国务院令第712号）；政府信息公开条例（国务院令第711号）第二十条第（十）项 / Measure 17; Government Investment Regulations; Regulations on Open Government Information, art. 20 (10)',
  frequency: 'ON_EVENT',
  key: ['id'],
  columns: [
    {
      field: 'id',
      head: '变更编号',
      aliases: ['变更单号', '签证编号', '变更签证编号'],
      type: ID,
      required: true,
      example: 'YGHT-2024-00007-1-BG1',
    },
    {
      field: 'projectId',
      head: '项目代码',
      aliases: ['投资项目统一代码', '项目统一代码', '投资项目代码'],
      type: ID,
      required: true,
      example: '2401-349903-17-01-549790',
      doc: '政府投资项目库中的项目代码 / Code of the project, as in the register of projects',
    },
    {
      field: 'contractNo',
      head: '合同编号',
      aliases: ['合同号'],
      type: Text,
      example: 'YGHT-2024-00007-1',
      doc: '所变更合同的编号，与采购合同一致 / Number of the contract that is changed, as in procurement',
    },
    { field: 'kind', head: '变更类别', aliases: ['变更类型'], ...coded(ChangeKind) },
    {
      field: 'amountDelta',
      head: '变更金额(元)',
      aliases: ['变更价款(元)', '增减金额(元)', '变更增减金额(元)'],
      type: Decimal,
      unit: 'YUAN',
      example: '-25000.5',
    },
    {
      field: 'daysDelta',
      head: '变更天数',
      aliases: ['工期增减(天)', '变更工期(天)', '工期变更天数'],
      type: Int,
      example: '19',
    },
    {
      field: 'reason',
      head: '变更原因',
      aliases: ['变更理由', '变更事由'],
      type: Text,
      example: '主要材料价格调差',
    },
    {
      field: 'approvalNo',
      head: '批复文号',
      aliases: ['批准文号', '审批文号'],
      type: DocNo,
      example: '阳建变更〔2024〕7号',
    },
    { field: 'approvedOn', head: '批准日期', aliases: ['批复日期', '审批日期'], type: LocalDate },
  ],
  entities: [ChangeOrder],
  rows: (cells, { jurisdiction, currency, source }) => [[{ ...cells, currency, jurisdiction, source }]],
});
