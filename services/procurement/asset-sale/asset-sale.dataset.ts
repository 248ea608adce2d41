import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Decimal, ID, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { AssetSale } from './asset-sale.entity.js';

export const assetSales = defineDataset({
  id: 'procurement.asset-sales',
  title: '产权交易成交结果 / Results of property-right sales',
  file: 'asset-sales',
  columns: [
    { field: 'id', head: '项目编号', type: ID, required: true },
    { field: 'title', head: '项目名称', type: Text },
    { field: 'assetKind', head: '资产类别', type: Text },
    { field: 'seller.name', head: '转让方', type: Text },
    { field: 'seller.uscc', head: '转让方统一社会信用代码', type: Uscc },
    { field: 'seller.agencyId', head: '转让方机构编号', type: ID },
    { field: 'buyer.name', head: '受让方', type: Text },
    { field: 'buyer.uscc', head: '受让方统一社会信用代码', type: Uscc },
    { field: 'evaluatedValue', head: '评估价(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'listingPrice', head: '挂牌价(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'tradeValue', head: '成交价(万元)', type: Decimal, unit: 'WAN_YUAN' },
    { field: 'listedOn', head: '挂牌日期', type: LocalDate },
    { field: 'tradedOn', head: '成交日期', type: LocalDate },
    { field: 'method', head: '交易方式', type: Text },
    { field: 'projectCode', head: '投资项目统一代码', type: Text },
  ],
  entities: [AssetSale],
  rows: (cells, { jurisdiction, currency, source }) => [
    [
      {
        ...cells,
        seller: identifiedParty(cells['seller'], jurisdiction),
        buyer: identifiedParty(cells['buyer'], jurisdiction),
        currency,
        jurisdiction,
        source,
      },
    ],
  ],
});
