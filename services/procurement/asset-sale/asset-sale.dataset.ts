import { defineDataset } from '../../../subgraph/import/define-dataset.js';
import { identifiedParty } from '../../../subgraph/import/party-row.js';
import { Decimal, ID, LocalDate, Text, Uscc } from '../../../subgraph/model/types.js';
import { AssetSale } from './asset-sale.entity.js';

export const assetSales = defineDataset({
  id: 'procurement.asset-sales',
  title: '产权交易成交结果 / Results of property-right sales',
  file: 'asset-sales',
  owner: '公共资源交易监督管理、国有资产监督管理部门 / Supervisors of public resource trading and of state assets',
  basis:
    '举措第 18 项；企业国有资产交易监督管理办法（国资委、财政部令第32号） / Measure 18; Measures on Trading State-owned Assets of Enterprises (SASAC and MOF order 32)',
  frequency: 'ON_EVENT',
  scope: { period: { field: 'tradedOn', unit: 'YEAR' } },
  key: ['id'],
  columns: [
    {
      field: 'id',
      head: '项目编号',
      aliases: ['标的编号', '产权项目编号'],
      type: ID,
      required: true,
      example: 'CQ-2024-0001',
    },
    {
      field: 'title',
      head: '项目名称',
      aliases: ['标的名称', '转让项目名称'],
      type: Text,
      example: '停车场经营权转让',
    },
    {
      field: 'assetKind',
      head: '资产类别',
      aliases: ['资产类型', '资产类别（实物）', '标的类别'],
      type: Text,
      example: '经营权',
    },
    {
      field: 'seller.name',
      head: '转让方',
      aliases: ['转让方名称', '出让方'],
      type: Text,
      example: '阳光市城市建设投资集团有限公司',
    },
    { field: 'seller.uscc', head: '转让方统一社会信用代码', aliases: ['转让方代码'], type: Uscc },
    { field: 'seller.agencyId', head: '转让方机构编号', type: ID, example: 'CN-349900-A060' },
    {
      field: 'buyer.name',
      head: '受让方',
      aliases: ['受让方名称', '买受人'],
      type: Text,
      example: '临漪天璟供应链管理有限公司',
      personal: true,
    },
    {
      field: 'buyer.uscc',
      head: '受让方统一社会信用代码',
      aliases: ['受让方代码'],
      type: Uscc,
      personal: true,
    },
    {
      field: 'evaluatedValue',
      head: '评估价(万元)',
      aliases: ['评估值(万元)', '评估价值(万元)', '转让标的评估值(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '173.30',
    },
    {
      field: 'listingPrice',
      head: '挂牌价(万元)',
      aliases: ['挂牌价格(万元)', '转让底价(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '173.30',
    },
    {
      field: 'tradeValue',
      head: '成交价(万元)',
      aliases: ['成交价格(万元)', '成交金额(万元)', '交易价格(万元)'],
      type: Decimal,
      unit: 'WAN_YUAN',
      example: '191.74',
    },
    { field: 'listedOn', head: '挂牌日期', aliases: ['挂牌时间'], type: LocalDate, example: '2024-05-06' },
    { field: 'tradedOn', head: '成交日期', aliases: ['成交时间', '交易日期'], type: LocalDate },
    { field: 'method', head: '交易方式', aliases: ['成交方式', '转让方式'], type: Text, example: '网络竞价' },
    {
      field: 'projectCode',
      head: '投资项目统一代码',
      aliases: ['项目代码', '项目统一代码'],
      type: Text,
      example: '2401-349903-17-01-549790',
    },
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
