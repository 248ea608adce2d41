import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { Decimal, ID, Int, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Party } from '../party/party.js';
import { Bid } from './bid.entity.js';

@Entity({
  table: 'bid_tenderer',
  plural: 'bidTenderers',
  doc: '投标人：一份投标的每个成员各一行 / Tenderer: one row for each member behind a bid',
  orderBy: ['position'],
})
export class BidTenderer {
  @Key(ID, '条目标识 / Id of the entry') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => ContractingProcess, '所属采购项目 / Contracting process', {
    required: true,
    column: 'ocid',
    group: true,
  })
  process!: Rel<ContractingProcess>;
  @ToOne(() => Bid, '所属投标 / Bid', { required: true }) bid!: Rel<Bid>;
  @Column(Int, '序位，1 为牵头人 / Position, 1 is the lead', { filter: true, order: true })
  position?: number | null;
  @Embed(() => Party, '投标人 / Tenderer', { filter: true, group: true }) party?: PartyColumns | null;
  @Column(Decimal, '联合体份额，单位：% / Share in the consortium, in percent', {
    filter: true,
    order: true,
  })
  sharePercent?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
