import { Column, Entity, Key } from '../../../subgraph/model/decorators.js';
import { Bool, enumType, ID, Int, listOf, RegionCode, RegionEdition, Text } from '../../../subgraph/model/types.js';

export const RegionKind = enumType('RegionKind', '区域类别 / Kind of region', {
  ADMIN: '行政区 / Administrative division (GB/T 2260, GB/T 10114)',
  ZONE: '开发区，无县级区划代码 / Development zone, without a county code of its own',
});

@Entity({
  table: 'region',
  plural: 'regions',
  doc: '行政区划：一个代码在一段版次内的名称与隶属 / Region: name and parent of a code over a span of editions (GB/T 2260)',
  keys: ['code', 'edition'],
  orderBy: ['code', 'edition'],
  // The entry in force in the month asked for; before the first edition known, the first one if it is open to the past.
  lookup: (region, { code, edition }) => ({
    where: `${region}.code = ${code} and (${region}.edition <= ${edition} or ${region}.open_to_past) and (${region}.edition_to is null or ${region}.edition_to > ${edition})`,
    orderBy: `(${region}.edition <= ${edition}) desc, case when ${region}.edition <= ${edition} then ${region}.edition end desc, ${region}.edition`,
  }),
})
export class Region {
  @Key(ID, '条目标识：代码@版次 / Id of the entry: code@edition') id!: string;
  @Column(RegionCode, '区划代码 / Code (6 county and above, 9 township, 12 village)', {
    required: true,
    filter: true,
    order: true,
  })
  code!: string;
  @Column(
    RegionEdition,
    '版次（年月）：列表中为条目的起始版次，从其他领域引用时为当时的版次 / Edition, yyyymm: the first one of the entry in a list, the one of the record’s time when a record refers to it',
    {
      required: true,
      filter: true,
      order: true,
    },
  )
  edition!: string;
  @Column(RegionEdition, '至该版次止（不含），现行则为空 / First edition without this entry; null while in force', {
    filter: true,
  })
  editionTo?: string | null;
  @Column(Bool, '更早版次未载入，视同已有 / Editions before are not loaded; the entry is taken to have stood', {
    required: true,
  })
  openToPast!: boolean;
  @Column(Text, '名称 / Name', { required: true, filter: true, order: true, search: true, pinyin: true }) name!: string;
  @Column(Text, '全称 / Name with those of the levels above') fullName?: string | null;
  @Column(Int, '级别：1 省 2 地 3 县 4 乡 5 村 / Level: 1 province, 2 prefecture, 3 county, 4 township, 5 village', {
    required: true,
    filter: true,
    group: true,
  })
  level!: number;
  @Column(RegionKind, '类别 / Kind', { required: true, filter: true, group: true }) kind!: string;
  @Column(RegionCode, '上级代码 / Code of the region above', { filter: true, group: true }) parentCode?: string | null;
  @Column(listOf(RegionCode), '撤并后承接的代码 / Codes that took over when this one ended') supersededBy?:
    | string[]
    | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
