import { Stub, StubKey, ToMany } from '../../../subgraph/model/decorators.js';
import { RegionCode, RegionEdition } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';

@Stub('Region', {
  keys: ['code', 'edition'],
  doc: '行政区划：一个代码在一段版次内的名称与隶属 / Region: name and parent of a code over a span of editions (GB/T 2260)',
})
export class Region {
  @StubKey(RegionCode, '区划代码 / Code (6 county and above, 9 township, 12 village)') code!: string;
  @StubKey(RegionEdition, '自该版次（年月）起为此条目 / First edition (yyyymm) of this entry as loaded')
  edition!: string;
  @ToMany(
    () => ContractingProcess,
    'regionCode',
    '该代码下的采购项目，不论版次 / Contracting processes under this code, whatever its edition',
  )
  contractingProcesses!: unknown;
}
