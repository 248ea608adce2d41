import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { CurrencyCode, Decimal, enumType, ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Amendment } from '../amendment/amendment.entity.js';
import { Award } from '../award/award.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { ProcessDocument } from '../contracting-process/process-document.entity.js';
import { ProcessMilestone } from '../contracting-process/process-milestone.entity.js';
import { Party } from '../party/party.js';
import { Item } from '../tender/item.entity.js';
import { ContractSupplier } from './contract-supplier.entity.js';
import { ContractTransaction } from './contract-transaction.entity.js';

export const ContractStatus = enumType('ContractStatus', '合同状态 / Status of a contract (OCDS contractStatus)', {
  PENDING: '待签或未生效 / Pending: proposed, not in force',
  ACTIVE: '履行中 / Active',
  CANCELLED: '签订前取消 / Cancelled before signature',
  TERMINATED: '终止或履行完毕 / Terminated: signed, now ended or fully performed',
});

@Entity({
  table: 'contract',
  plural: 'contracts',
  doc: '采购合同 / Procurement contract (OCDS contracts)',
  orderBy: ['signedOn desc'],
})
export class Contract {
  @Key(ID, '合同标识 / Id of the contract') id!: string;
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
  @Column(ID, '采购项目标识 / Open contracting id of the process (OCDS ocid)', {
    required: true,
    filter: true,
    sql: (contract) => `${contract}.ocid`,
  })
  ocid!: string;
  @Column(ID, '合同编号，按来源所载 / Number of the contract as printed (OCDS contracts.id)', {
    filter: true,
    order: true,
  })
  localId?: string | null;
  @ToOne(() => Award, '所依据的中标（成交）结果 / The award it is signed on (OCDS awardID)') award?: Rel<Award> | null;
  @Column(Text, '合同名称 / Title', { filter: true, order: true, search: true }) title?: string | null;
  @Column(Text, '说明 / Description') description?: string | null;
  @Column(ContractStatus, '状态 / Status', { filter: true, group: true }) status?: string | null;
  @Column(LocalDate, '签订日期 / Signed on (OCDS dateSigned)', { filter: true, order: true, group: true })
  signedOn?: string | null;
  @Column(LocalDate, '合同开始日期 / Starts on (OCDS period.startDate)', { filter: true, order: true, group: true })
  startOn?: string | null;
  @Column(LocalDate, '合同结束日期 / Ends on (OCDS period.endDate)', { filter: true, order: true, group: true })
  endOn?: string | null;
  @Column(
    Decimal,
    '签订时的合同金额，单位：元（按币种） / Value as signed, in units of the currency (OCDS contracts.value)',
    { filter: true, order: true, money: 'currency' },
  )
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Embed(() => Party, '采购人 / Buyer', { filter: true, group: true }) buyer?: PartyColumns | null;
  @Embed(() => Party, '供应商；联合体为牵头人 / Supplier; the lead of a consortium', { filter: true, group: true })
  supplier?: PartyColumns | null;
  @ToMany(
    () => ContractSupplier,
    'contract',
    '供应商，含联合体全部成员 / All suppliers, with every member of a consortium',
  )
  suppliers!: unknown;
  @ToMany(() => Amendment, 'contract', '合同变更 / Amendments') amendments!: unknown;
  @ToMany(() => ContractTransaction, 'contract', '支付 / Payments (OCDS implementation.transactions)')
  transactions!: unknown;
  @ToMany(() => Item, 'contract', '标的 / Items') items!: unknown;
  @ToMany(() => ProcessDocument, 'contract', '公告与文件 / Notices and documents') documents!: unknown;
  @ToMany(() => ProcessMilestone, 'contract', '履约节点 / Milestones') milestones!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
