import { Stub, StubKey, ToMany } from '../../../subgraph/model/decorators.js';
import { ID } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';

@Stub('Project', {
  keys: ['id'],
  doc: '政府投资项目 / Public investment project (OC4IDS 0.9.5 project)',
  ofOneJurisdiction: true,
})
export class Project {
  @StubKey(
    ID,
    '项目标识：国家统一代码，没有则为“标识体系/编号” / Id: the national code, else `scheme/identifier` of its source',
  )
  id!: string;
  @ToMany(
    () => ContractingProcess,
    'project',
    '项目的采购 / Contracting processes of the project (OC4IDS contractingProcesses)',
  )
  contractingProcesses!: unknown;
}
