import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Decimal, ID, Int, Text } from '../../../subgraph/model/types.js';
import { FundingKind, FundingSource } from './funding-source.entity.js';

export const fundingSources = defineDataset({
  id: 'projects.funding-sources',
  title: '项目资金来源 / Sources of funds of projects',
  file: 'funding-sources',
  owner: '发展改革、财政部门 / Development and reform, and finance departments',
  basis:
    '举措第 17 项；政府投资条例（国务院令第712号）；政府信息公开条例（国务院令第711号）第二十条第（十）项 / Measure 17; Government Investment Regulations; Regulations on Open Government Information, art. 20 (10)',
  frequency: 'YEARLY',
  key: ['projectId', 'sequence'],
  columns: [
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
      field: 'sequence',
      head: '序号',
      type: Int,
      required: true,
      doc: '该项目的第几项资金来源，从 1 起 / Ordinal of the source within the project, from 1',
    },
    {
      field: 'kind',
      head: '资金来源',
      aliases: ['资金类型', '资金来源类型'],
      required: true,
      ...coded(FundingKind, {
        财政拨款: 'FISCAL',
        财政性资金: 'FISCAL',
        地方政府专项债券: 'SPECIAL_BOND',
        自筹: 'SELF_RAISED',
        企业自筹: 'SELF_RAISED',
      }),
    },
    {
      field: 'amount',
      head: '金额(万元)',
      aliases: ['资金金额(万元)', '资金数额(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      required: true,
      example: '1656.00',
    },
    { field: 'provider', head: '出资单位', aliases: ['资金提供单位', '出资方'], type: Text, example: '阳光市财政局' },
  ],
  entities: [FundingSource],
  rows: ({ sequence, ...cells }, { jurisdiction, currency, source }) => [
    [{ ...cells, id: `${String(cells['projectId'])}/${String(sequence)}`, currency, jurisdiction, source }],
  ],
});
