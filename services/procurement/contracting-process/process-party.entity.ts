import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { ID, listOf, Text } from '../../../subgraph/model/types.js';
import { Party } from '../party/party.js';
import { ContractingProcess } from './contracting-process.entity.js';

@Entity({
  table: 'process_party',
  plural: 'processParties',
  doc: '采购项目当事人 / Party to a contracting process with its roles (OCDS parties)',
})
export class ProcessParty {
  @Key(ID, '当事人条目标识 / Id of the entry') id!: string;
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
  @Column(ID, '当事人编号，按来源所载 / Id of the party as printed (OCDS parties.id)', { filter: true })
  localId?: string | null;
  @Embed(() => Party, '当事人 / The party', { filter: true, group: true }) party?: PartyColumns | null;
  @Column(
    listOf(Text),
    '角色：buyer 采购人、procuringEntity 组织采购的机构、tenderer 投标人、supplier 供应商、payer 付款人、payee 收款人等 / Roles (OCDS partyRole)',
    { filter: true },
  )
  roles?: string[] | null;
  @Column(Text, '地址 / Address in one line') address?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
