import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Decimal, DocNo, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ChangeOrder } from './change-order.entity.js';

export const changeOrders = defineDataset({
  id: 'projects.change-orders',
  title: '设计变更与签证 / Change orders of projects',
  file: 'change-orders',
  columns: [
    { field: 'id', head: '变更编号', type: ID, required: true },
    { field: 'projectId', head: '项目代码', type: ID, required: true },
    { field: 'contractNo', head: '合同编号', type: Text },
    {
      field: 'kind',
      head: '变更类别',
      type: Text,
      codes: { 价款变更: 'VALUE', 工期变更: 'DURATION', 范围变更: 'SCOPE' },
    },
    { field: 'amountDelta', head: '变更金额(元)', type: Decimal, unit: 'YUAN' },
    { field: 'daysDelta', head: '变更天数', type: Int },
    { field: 'reason', head: '变更原因', type: Text },
    { field: 'approvalNo', head: '批复文号', type: DocNo },
    { field: 'approvedOn', head: '批准日期', type: LocalDate },
  ],
  entities: [ChangeOrder],
  rows: (cells, { jurisdiction, currency, source }) => [[{ ...cells, currency, jurisdiction, source }]],
});
