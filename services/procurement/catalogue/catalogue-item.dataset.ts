import { coded } from '../../../subgraph/dataset/coded.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Int, Text } from '../../../subgraph/model/types.js';
import { ProcurementCategory } from '../contracting-process/procurement-category.js';
import { CatalogueItem } from './catalogue-item.entity.js';

export const catalogueItems = defineDataset({
  id: 'procurement.catalogue-items',
  title: '政府采购品目分类目录 / Catalogue of government procurement items',
  file: 'catalogue-items',
  owner: '财政部门 / Finance department',
  basis:
    '举措第 18 项；政府采购品目分类目录（财库〔2022〕31号） / Measure 18; Catalogue of Government Procurement Items (MOF 2022 no. 31)',
  frequency: 'ON_CHANGE',
  scope: { period: { field: 'edition', unit: 'YEAR' } },
  key: ['edition', 'code'],
  columns: [
    {
      field: 'code',
      head: '品目编码',
      aliases: ['品目代码', '采购品目编码', '编码'],
      type: Text,
      required: true,
      codeList: { name: '政府采购品目分类目录', edition: '见“目录版本” / as in 目录版本' },
      example: 'A02010105',
    },
    {
      field: 'name',
      head: '品目名称',
      aliases: ['采购品目名称', '名称'],
      type: Text,
      required: true,
      example: '便携式计算机',
    },
    {
      field: 'parentCode',
      head: '上级编码',
      aliases: ['上级品目编码', '父级编码'],
      type: Text,
      example: 'A02010100',
    },
    { field: 'level', head: '级别', aliases: ['层级'], type: Int, example: '5' },
    { field: 'category', head: '类别', aliases: ['品目类别', '采购类别'], ...coded(ProcurementCategory) },
    {
      field: 'description',
      head: '说明',
      aliases: ['品目说明', '备注'],
      type: Text,
      example: '包括笔记本计算机、平板式计算机',
    },
    {
      field: 'edition',
      head: '目录版本',
      aliases: ['目录版次', '目录年份', '版本'],
      type: Text,
      required: true,
      example: '2022',
    },
  ],
  entities: [CatalogueItem],
  rows: (cells, { jurisdiction, source }) => [
    [{ ...cells, id: `${String(cells['edition'])}/${String(cells['code'])}`, jurisdiction, source }],
  ],
});
