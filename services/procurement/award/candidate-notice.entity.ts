import type { Rel } from '@mikro-orm/core';
import { Column, Embed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import type { PartyColumns } from '../../../subgraph/model/party.js';
import { CurrencyCode, Decimal, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Party } from '../party/party.js';
import { Lot } from '../tender/lot.entity.js';

@Entity({
  table: 'candidate_notice',
  plural: 'candidateNotices',
  doc: '中标候选人公示，每个候选人一行 / Notice of candidates, one row for each (exchange standard tables 510 and 511)',
  orderBy: ['noticeFrom desc', 'rank'],
})
export class CandidateNotice {
  @Key(ID, '公示条目标识 / Id of the entry') id!: string;
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
  @ToOne(() => Lot, '标包，不分包则为空 / Lot; null where there are none') lot?: Rel<Lot> | null;
  @Column(Int, '排名，1 为第一候选人 / Rank, 1 is the first candidate', {
    filter: true,
    order: true,
    group: true,
  })
  rank?: number | null;
  @Embed(() => Party, '中标候选人 / Candidate', { filter: true, group: true }) candidate?: PartyColumns | null;
  @Column(
    Decimal,
    '投标报价，非金额则为空，单位：元（按币种） / Price offered, null where it is no amount, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  amount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(Decimal, '综合得分，0–100 / Evaluation score, 0 to 100', { filter: true, order: true })
  evaluationScore?: string | null;
  @Column(LocalDate, '公示开始日期 / Announced from', { filter: true, order: true, group: true })
  noticeFrom?: string | null;
  @Column(LocalDate, '公示截止日期（含） / Announced until, inclusive', { filter: true, order: true })
  noticeTo?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
