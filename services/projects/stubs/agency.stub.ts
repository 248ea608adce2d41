import { Stub, StubKey, ToMany } from '../../../subgraph/model/decorators.js';
import { ID } from '../../../subgraph/model/types.js';
import { Project } from '../project/project.entity.js';

@Stub('Agency', {
  keys: ['id'],
  doc: '机构：党政机关与公共企事业单位，带存续期与沿革 / Agency: government body or public institution, with its valid time and successors',
  ofOneJurisdiction: true,
})
export class Agency {
  @StubKey(ID, '机构标识 / Id of the agency') id!: string;
  @ToMany(() => Project, 'publicAuthority.agency', '作为建设单位的投资项目 / Projects it owns (OC4IDS publicAuthority)')
  projects!: unknown;
}
