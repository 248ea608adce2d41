import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { LocalDate, RegionCode, Text, Uscc } from '../../../subgraph/model/types.js';
import { ProcurementAgent } from './procurement-agent.entity.js';

export const procurementAgents = defineDataset({
  id: 'procurement.procurement-agents',
  title: '采购代理机构名录 / Directory of procurement agents',
  file: 'procurement-agents',
  columns: [
    { field: 'uscc', head: '统一社会信用代码', type: Uscc, required: true },
    { field: 'name', head: '机构名称', type: Text, required: true },
    { field: 'kind', head: '机构类型', type: Text, codes: { 集中采购机构: 'CENTRAL', 社会代理机构: 'SOCIAL' } },
    { field: 'regionCode', head: '所在地区划代码', type: RegionCode },
    { field: 'qualification', head: '代理资格', type: Text },
    { field: 'registeredOn', head: '登记日期', type: LocalDate },
    { field: 'phone', head: '办公电话', type: Text },
  ],
  entities: [ProcurementAgent],
  rows: (cells, { jurisdiction, source, asOf }) => [
    [{ ...cells, regionEdition: editionOf(asOf), jurisdiction, source }],
  ],
});
