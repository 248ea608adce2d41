import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { DocNo, enumType, ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Agency } from './agency.entity.js';

export const SuccessionKind = enumType('SuccessionKind', '机构变动方式 / How an agency was succeeded', {
  MERGED: '合并 / Merged into another',
  RENAMED: '更名 / Renamed',
  SPLIT: '分设 / Split',
  TRANSFERRED: '职责划转 / Duties transferred',
});

@Entity({
  table: 'agency_succession',
  plural: 'agencySuccessions',
  doc: '机构沿革：谁在何时承接谁 / Succession of agencies: who took over from whom, and when',
  orderBy: ['effectiveOn'],
})
export class AgencySuccession {
  @Key(ID, '沿革标识 / Id of the succession') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', { required: true, filter: true, index: true })
  jurisdiction!: string;
  @ToOne(() => Agency, '原机构 / The agency before', { required: true }) predecessor!: Rel<Agency>;
  @ToOne(() => Agency, '承接机构 / The agency after', { required: true }) successor!: Rel<Agency>;
  @Column(LocalDate, '生效日期 / Takes effect on', { required: true, filter: true, order: true }) effectiveOn!: string;
  @Column(SuccessionKind, '方式 / How', { filter: true, group: true }) kind?: string | null;
  @Column(DocNo, '依据文号 / Document it is based on', { filter: true }) basis?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
