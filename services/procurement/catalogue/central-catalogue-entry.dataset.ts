import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Bool, Decimal, DocNo, Int, Text } from '../../../subgraph/model/types.js';
import { CentralCatalogueEntry, CentralCatalogueKind } from './central-catalogue-entry.entity.js';

export const centralCatalogue = defineDataset({
  id: 'procurement.central-catalogue',
  title: '集中采购目录及采购限额标准 / Central purchasing catalogue and thresholds',
  file: 'central-catalogue',
  owner: '财政部门 / Finance department',
  basis:
    '举措第 18 项；政府采购法第七条、第八条；政府信息公开条例（国务院令第711号）第二十条第（九）项 / Measure 18; Government Procurement Law, art. 7 and 8; Regulations on Open Government Information, art. 20 (9)',
  frequency: 'YEARLY',
  scope: { period: { field: 'year', unit: 'YEAR' } },
  key: ['year', 'kind', 'code'],
  columns: [
    { field: 'year', head: '年度', aliases: ['年份', '执行年度'], type: Int, required: true, example: '2024' },
    {
      field: 'kind',
      head: '类型',
      aliases: ['条目类型'],
      required: true,
      ...coded(CentralCatalogueKind, { 分散采购: 'DECENTRAL_LIMIT', 公开招标: 'OPEN_TENDER_LIMIT' }),
    },
    {
      field: 'code',
      head: '品目编码',
      aliases: ['品目代码', '采购品目编码', '编码'],
      type: Text,
      required: true,
      codeList: { name: '政府采购品目分类目录', edition: '2022' },
      example: 'A02010100',
    },
    { field: 'name', head: '名称', aliases: ['品目名称', '采购品目名称'], type: Text, example: '计算机' },
    { field: 'centralised', head: '是否集中采购', aliases: ['集中采购'], type: Bool },
    {
      field: 'thresholdAmount',
      head: '限额标准(万元)',
      aliases: ['采购限额标准(万元)', '数额标准(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '50',
    },
    {
      field: 'scope',
      head: '适用范围',
      aliases: ['范围'],
      type: Text,
      example: '全市各级国家机关、事业单位和团体组织',
    },
    { field: 'basis', head: '依据文号', aliases: ['文号'], type: DocNo, example: '阳财购〔2023〕18号' },
  ],
  entities: [CentralCatalogueEntry],
  rows: (cells, { jurisdiction, currency, source }) => [
    [
      {
        ...cells,
        id: [cells['year'], cells['kind'], cells['code']].map(String).join('/'),
        currency,
        jurisdiction,
        source,
      },
    ],
  ],
});
