import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Int, Text } from '../../../subgraph/model/types.js';
import { CatalogueItem } from './catalogue-item.entity.js';

export const catalogueItems = defineDataset({
  id: 'procurement.catalogue-items',
  title: '政府采购品目分类目录 / Catalogue of government procurement items',
  file: 'catalogue-items',
  columns: [
    { field: 'code', head: '品目编码', type: Text, required: true },
    { field: 'name', head: '品目名称', type: Text, required: true },
    { field: 'parentCode', head: '上级编码', type: Text },
    { field: 'level', head: '级别', type: Int },
    { field: 'category', head: '类别', type: Text, codes: { 货物: 'GOODS', 工程: 'WORKS', 服务: 'SERVICES' } },
    { field: 'description', head: '说明', type: Text },
    { field: 'edition', head: '目录版本', type: Text, required: true },
  ],
  entities: [CatalogueItem],
  rows: (cells, { jurisdiction, source }) => [
    [{ ...cells, id: `${String(cells['edition'])}/${String(cells['code'])}`, jurisdiction, source }],
  ],
});
