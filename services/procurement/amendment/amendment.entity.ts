import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { CurrencyCode, Decimal, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Award } from '../award/award.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { RowStage } from '../contracting-process/row-stage.js';
import { Contract } from '../contract/contract.entity.js';

@Entity({
  table: 'amendment',
  plural: 'amendments',
  doc: '更正公告与合同变更 / Amendment of a tender, an award or a contract (OCDS amendments)',
  orderBy: ['amendedOn desc'],
})
export class Amendment {
  @Key(ID, '变更标识 / Id of the amendment') id!: string;
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
  @Column(RowStage, '变更的是什么：公告、结果或合同 / What is amended: tender, award or contract', {
    filter: true,
    group: true,
  })
  stage?: string | null;
  @ToOne(() => Award, '所变更的中标（成交）结果，其他为空 / The award amended; null for others')
  award?: Rel<Award> | null;
  @ToOne(() => Contract, '所变更的合同，其他为空 / The contract amended; null for others', { group: true })
  contract?: Rel<Contract> | null;
  @Column(ID, '变更编号，按来源所载 / Id of the amendment as printed (OCDS amendments.id)') localId?: string | null;
  @Column(Int, '第几次变更，从 1 起 / Ordinal of the amendment, from 1', { filter: true, order: true })
  sequence?: number | null;
  @Column(LocalDate, '变更日期 / Amended on (OCDS date)', { filter: true, order: true, group: true })
  amendedOn?: string | null;
  @Column(Text, '变更理由 / Rationale') rationale?: string | null;
  @Column(Text, '变更内容 / Description of the change') description?: string | null;
  @Column(Decimal, '变更前金额，单位：元（按币种） / Value before, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  amountBefore?: string | null;
  @Column(Decimal, '变更后金额，单位：元（按币种） / Value after, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  amountAfter?: string | null;
  @Column(
    Decimal,
    '金额增减，可为负，单位：元（按币种） / Change of the value, may be negative, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  amountDelta?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
