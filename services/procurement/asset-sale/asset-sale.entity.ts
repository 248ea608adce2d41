import { Column, Embed, Entity, Key } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { CurrencyCode, Decimal, ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Party } from '../party/party.js';

@Entity({
  table: 'asset_sale',
  plural: 'assetSales',
  doc: '产权交易成交结果 / Sale of public property: result of a listing (exchange standard tables 700 and 701)',
  orderBy: ['tradedOn desc'],
})
export class AssetSale {
  @Key(ID, '项目编号 / Number of the sale') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(Text, '项目名称 / Title', { filter: true, order: true, search: true }) title?: string | null;
  @Column(
    Text,
    '资产类别：股权、房产、设备、车辆、经营权等 / Kind of asset: equity, premises, equipment, vehicles, operating rights',
    { filter: true, group: true },
  )
  assetKind?: string | null;
  @Embed(() => Party, '转让方 / Seller', { filter: true, group: true }) seller?: PartyColumns | null;
  @Embed(() => Party, '受让方 / Buyer', { filter: true, group: true }) buyer?: PartyColumns | null;
  @Column(Decimal, '评估价，单位：元（按币种） / Appraised value, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  evaluatedValue?: string | null;
  @Column(Decimal, '挂牌价，单位：元（按币种） / Listing price, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  listingPrice?: string | null;
  @Column(Decimal, '成交价，单位：元（按币种） / Price it was sold for, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  tradeValue?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(LocalDate, '挂牌日期 / Listed on', { filter: true, order: true, group: true })
  listedOn?: string | null;
  @Column(LocalDate, '成交日期 / Sold on', { filter: true, order: true, group: true }) tradedOn?: string | null;
  @Column(Text, '交易方式：网络竞价、协议转让、拍卖等 / Method: online bidding, negotiated transfer, auction', {
    filter: true,
    group: true,
  })
  method?: string | null;
  @Column(Text, '来源所载的投资项目统一代码 / Project code as printed (GB/T 40058-2021 where it is one)', {
    filter: true,
  })
  projectCode?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
