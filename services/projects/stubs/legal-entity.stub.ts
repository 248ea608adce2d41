import { Stub, StubKey, ToMany } from '../../../subgraph/model/decorators.js';
import { Uscc } from '../../../subgraph/model/types.js';
import { LandTransfer } from '../land/land-transfer.entity.js';

@Stub('LegalEntity', {
  keys: ['uscc'],
  doc: '法人和其他组织 / Legal person or other organisation, by unified social credit code',
})
export class LegalEntity {
  @StubKey(Uscc, '统一社会信用代码 / Unified social credit code (GB 32100-2015)') uscc!: string;
  @ToMany(() => LandTransfer, 'holder.legalEntity', '取得的土地使用权 / Land use rights it acquired')
  landTransfers!: unknown;
}
