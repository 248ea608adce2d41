import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { ID, Int, Text } from '../../../subgraph/model/types.js';
import { ProcurementCategory } from '../contracting-process/procurement-category.js';

@Entity({
  table: 'catalogue_item',
  plural: 'catalogueItems',
  doc: '政府采购品目 / Class of the government procurement catalogue (政府采购品目分类目录, 2022 edition: a letter and 8 digits)',
  orderBy: ['edition desc', 'code'],
})
export class CatalogueItem {
  @Key(ID, '品目标识：版次/编码 / Id: edition/code') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(ID, '品目编码，如 A02010105 / Code', { required: true, filter: true, order: true }) code!: string;
  @Column(Text, '目录版次，如 2022 / Edition of the catalogue', {
    required: true,
    filter: true,
    order: true,
    group: true,
  })
  edition!: string;
  @Column(Text, '品目名称 / Name', { required: true, filter: true, order: true, search: true })
  name!: string;
  @Column(ID, '上级编码，顶层为空 / Code of the class above; null at the top', { filter: true, group: true })
  parentCode?: string | null;
  @ToOne(() => CatalogueItem, '上级品目，顶层为空 / The class above; null at the top', {
    from: (item) => `${item}.edition || '/' || ${item}.parent_code`,
  })
  parent?: Rel<CatalogueItem> | null;
  @Column(Int, '级别，1 为顶层（字母） / Level, 1 is the letter', {
    filter: true,
    order: true,
    group: true,
  })
  level?: number | null;
  @Column(ProcurementCategory, '类别 / Category', { filter: true, group: true }) category?: string | null;
  @Column(Text, '说明 / Description') description?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
