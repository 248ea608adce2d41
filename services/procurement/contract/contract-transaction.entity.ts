import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { CurrencyCode, Decimal, ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Party } from '../party/party.js';
import { Contract } from './contract.entity.js';

@Entity({
  table: 'contract_transaction',
  plural: 'contractTransactions',
  doc: '合同支付 / Payment under a contract (OCDS implementation.transactions)',
  orderBy: ['paidOn desc'],
})
export class ContractTransaction {
  @Key(ID, '支付标识 / Id of the payment') id!: string;
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
  @ToOne(() => Contract, '所属合同 / Contract', { required: true, group: true }) contract!: Rel<Contract>;
  @Column(ID, '支付编号，按来源所载 / Id of the payment as printed (OCDS transactions.id)') localId?: string | null;
  @Column(LocalDate, '支付日期 / Paid on (OCDS transactions.date)', { filter: true, order: true, group: true })
  paidOn?: string | null;
  @Column(Decimal, '支付金额，单位：元（按币种） / Amount paid, in units of the currency (OCDS transactions.value)', {
    filter: true,
    order: true,
    money: 'currency',
  })
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Embed(() => Party, '付款人 / Payer', { filter: true, group: true }) payer?: PartyColumns | null;
  @Embed(() => Party, '收款人 / Payee', { filter: true, group: true }) payee?: PartyColumns | null;
  @Column(Text, '支付凭证号 / Number of the payment voucher', { filter: true }) reference?: string | null;
  @Column(ID, '所用预算科目行标识 / Id of the budget line it is paid from', { filter: true, group: true })
  budgetLineId?: string | null;
  @Column(Text, '支付数据的出处，按来源所载 / Where the payment is recorded, as printed (OCDS transactions.source)')
  transactionSource?: string | null;
  @Column(Text, '支付凭据链接 / Address of the payment’s evidence (OCDS transactions.uri)') uri?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
