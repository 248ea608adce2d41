import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { ID, Int, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Party } from '../party/party.js';
import { Award } from './award.entity.js';

@Entity({
  table: 'award_supplier',
  plural: 'awardSuppliers',
  doc: '中标（成交）供应商：联合体每个成员各一行 / Supplier of an award: one row for each member of a consortium',
  orderBy: ['position'],
})
export class AwardSupplier {
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
  @ToOne(() => Award, '所属中标（成交）结果 / Award', { required: true }) award!: Rel<Award>;
  @Column(Int, '序位，1 为牵头人 / Position, 1 is the lead', { filter: true, order: true })
  position?: number | null;
  @Embed(() => Party, '供应商 / Supplier', { filter: true, group: true }) supplier?: PartyColumns | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
