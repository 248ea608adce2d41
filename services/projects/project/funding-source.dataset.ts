import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Decimal, ID, Int, Text } from '../../../subgraph/model/types.js';
import { FundingSource } from './funding-source.entity.js';

export const fundingSources = defineDataset({
  id: 'projects.funding-sources',
  title: '项目资金来源 / Sources of funds of projects',
  file: 'funding-sources',
  columns: [
    { field: 'projectId', head: '项目代码', type: ID, required: true },
    { field: 'sequence', head: '序号', type: Int, required: true },
    {
      field: 'kind',
      head: '资金来源',
      type: Text,
      required: true,
      codes: {
        财政资金: 'FISCAL',
        专项债券: 'SPECIAL_BOND',
        银行贷款: 'BANK_LOAN',
        自筹资金: 'SELF_RAISED',
        其他: 'OTHER',
      },
    },
    { field: 'amount', head: '金额(万元)', type: Decimal, unit: 'WAN_YUAN', required: true },
    { field: 'provider', head: '出资单位', type: Text },
  ],
  entities: [FundingSource],
  rows: ({ sequence, ...cells }, { jurisdiction, currency, source }) => [
    [{ ...cells, id: `${String(cells['projectId'])}/${String(sequence)}`, currency, jurisdiction, source }],
  ],
});
