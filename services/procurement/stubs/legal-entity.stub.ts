import { Stub, StubKey, ToMany } from '../../../subgraph/model/decorators.js';
import { Uscc } from '../../../subgraph/model/types.js';
import { AwardSupplier } from '../award/award-supplier.entity.js';
import { Award } from '../award/award.entity.js';
import { BidTenderer } from '../bid/bid-tenderer.entity.js';
import { Bid } from '../bid/bid.entity.js';
import { ContractSupplier } from '../contract/contract-supplier.entity.js';
import { Contract } from '../contract/contract.entity.js';
import { MisconductRecord } from '../misconduct/misconduct-record.entity.js';

/** Awards, contracts and bids of a consortium are listed under each of its members. */
@Stub('LegalEntity', {
  keys: ['uscc'],
  doc: '法人和其他组织 / Legal person or other organisation, by unified social credit code',
})
export class LegalEntity {
  @StubKey(Uscc, '统一社会信用代码 / Unified social credit code (GB 32100-2015)') uscc!: string;
  @ToMany(() => Award, 'award', '中标（成交）结果，含联合体成员 / Awards it won, alone or in a consortium', {
    entity: () => AwardSupplier,
    back: 'supplier.legalEntity',
  })
  awards!: unknown;
  @ToMany(
    () => Contract,
    'contract',
    '作为供应商的合同，含联合体成员 / Contracts as a supplier, alone or in a consortium',
    {
      entity: () => ContractSupplier,
      back: 'supplier.legalEntity',
    },
  )
  contracts!: unknown;
  @ToMany(() => Bid, 'bid', '投标（响应），含联合体成员 / Bids it made, alone or in a consortium', {
    entity: () => BidTenderer,
    back: 'party.legalEntity',
  })
  bids!: unknown;
  @ToMany(() => MisconductRecord, 'subject.legalEntity', '作为当事人的不良行为记录 / Misconduct records about it')
  misconductRecords!: unknown;
}
