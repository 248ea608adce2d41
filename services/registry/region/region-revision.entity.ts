import { Column, Entity, Key } from '../../../subgraph/model/decorators.js';
import { Int, RegionEdition, Text } from '../../../subgraph/model/types.js';

@Entity({
  table: 'region_revision',
  plural: 'regionRevisions',
  doc: '已载入的行政区划代码版次 / Edition of the region code list that the hub has loaded',
  orderBy: ['edition'],
})
export class RegionRevision {
  @Key(RegionEdition, '版次（年月） / Edition, yyyymm') edition!: string;
  @Column(Text, '来源 / Source', { required: true }) source!: string;
  @Column(Int, '最深级别：3 县 4 乡 / Deepest level it lists: 3 county, 4 township', { required: true, filter: true })
  deepest!: number;
  @Column(Int, '条目数 / Number of entries', { required: true, sum: true }) entries!: number;
}
