import { Stub, StubKey, ToMany } from '../../../subgraph/model/decorators.js';
import { ID } from '../../../subgraph/model/types.js';
import { Contract } from '../contract/contract.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { MisconductRecord } from '../misconduct/misconduct-record.entity.js';

@Stub('Agency', {
  keys: ['id'],
  doc: '机构：党政机关与公共企事业单位，带存续期与沿革 / Agency: government body or public institution, with its valid time and successors',
  ofOneJurisdiction: true,
})
export class Agency {
  @StubKey(ID, '机构标识 / Id of the agency') id!: string;
  @ToMany(
    () => ContractingProcess,
    'buyer.agency',
    '作为采购人的采购项目 / Contracting processes it buys in (OCDS buyer)',
  )
  purchases!: unknown;
  @ToMany(() => Contract, 'buyer.agency', '作为采购人签订的合同 / Contracts it signed as buyer') contracts!: unknown;
  @ToMany(() => MisconductRecord, 'subject.agency', '作为当事人的不良行为记录 / Misconduct records about it')
  misconductRecords!: unknown;
}
