import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { Bool, Decimal, DocNo, Int, Text } from '../../../subgraph/model/types.js';
import { CentralCatalogueEntry } from './central-catalogue-entry.entity.js';

export const centralCatalogue = defineDataset({
  id: 'procurement.central-catalogue',
  title: '集中采购目录及采购限额标准 / Central purchasing catalogue and thresholds',
  file: 'central-catalogue',
  columns: [
    { field: 'year', head: '年度', type: Int, required: true },
    {
      field: 'kind',
      head: '类型',
      type: Text,
      required: true,
      codes: { 集中采购目录: 'CATALOGUE', 分散采购限额标准: 'DECENTRAL_LIMIT', 公开招标数额标准: 'OPEN_TENDER_LIMIT' },
    },
    { field: 'code', head: '品目编码', type: Text, required: true },
    { field: 'name', head: '名称', type: Text },
    { field: 'centralised', head: '是否集中采购', type: Bool },
    { field: 'thresholdAmount', head: '限额标准(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'scope', head: '适用范围', type: Text },
    { field: 'basis', head: '依据文号', type: DocNo },
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
