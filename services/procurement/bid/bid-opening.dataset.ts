import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { DateTime, ID, Int, Text } from '../../../subgraph/model/types.js';
import { lotId } from '../tender/lot-id.js';
import { BidOpening } from './bid-opening.entity.js';

export const bidOpenings = defineDataset({
  id: 'procurement.bid-openings',
  title: '开标记录 / Records of bid openings',
  file: 'bid-openings',
  columns: [
    { field: 'ocid', head: '采购项目编号', type: ID, required: true },
    { field: 'lot', head: '包号', type: ID },
    { field: 'openedAt', head: '开标时间', type: DateTime, required: true },
    { field: 'address', head: '开标地点', type: Text },
    { field: 'host', head: '主持单位', type: Text },
    { field: 'participants', head: '参加人员', type: Text },
    { field: 'numberOfBids', head: '投标人数量', type: Int },
    { field: 'record', head: '开标记录', type: Text },
    { field: 'url', head: '公告链接', type: Text },
  ],
  entities: [BidOpening],
  rows: ({ lot, ...cells }, { jurisdiction, source }) => [
    [
      {
        ...cells,
        id: `${String(cells['ocid'])}/${String(lot ?? '-')}`,
        lotId: lotId(cells['ocid'], lot),
        jurisdiction,
        source,
      },
    ],
  ],
});
