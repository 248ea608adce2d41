import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { CurrencyCode, Decimal, ID, listOf, Text } from '../../../subgraph/model/types.js';
import { Award } from '../award/award.entity.js';
import { CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { RowStage } from '../contracting-process/row-stage.js';
import { Contract } from '../contract/contract.entity.js';
import { Lot } from './lot.entity.js';
import { Tender } from './tender.entity.js';

@Entity({
  table: 'item',
  plural: 'items',
  doc: '采购标的：公告、结果或合同中的一项 / Item: one good, work or service of a tender, award or contract (OCDS items)',
})
export class Item {
  @Key(ID, '标的标识 / Id of the item') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => ContractingProcess, '所属采购项目 / Contracting process', {
    required: true,
    column: 'ocid',
    group: true,
  })
  process!: Rel<ContractingProcess>;
  @Column(ID, '采购项目标识 / Open contracting id of the process (OCDS ocid)', {
    required: true,
    filter: true,
    sql: (item) => `${item}.ocid`,
  })
  ocid!: string;
  @Column(
    RowStage,
    '所属环节：公告、结果或合同；同一标的在各环节各有一行 / Stage: tender, award or contract; one thing has a row at each',
    { filter: true, group: true },
  )
  stage?: string | null;
  @ToOne(() => Tender, '所属采购公告，其他环节为空 / Tender it belongs to; null at other stages')
  tender?: Rel<Tender> | null;
  @ToOne(() => Award, '所属中标（成交）结果，其他环节为空 / Award it belongs to; null at other stages')
  award?: Rel<Award> | null;
  @ToOne(() => Contract, '所属合同，其他环节为空 / Contract it belongs to; null at other stages')
  contract?: Rel<Contract> | null;
  @Column(ID, '标的编号，按来源所载 / Id of the item as printed (OCDS items.id)') localId?: string | null;
  @ToOne(() => Lot, '所属标包 / Lot') lot?: Rel<Lot> | null;
  @Column(Text, '标的描述 / Description', { filter: true, search: true }) description?: string | null;
  @Column(Text, '分类体系，如 CN-ZFCG-2022 / Scheme of the classification (OCDS itemClassificationScheme)', {
    filter: true,
    group: true,
  })
  classificationScheme?: string | null;
  @Column(ID, '品目编码，如 A02010100 / Code of the class within the scheme', { filter: true, group: true })
  classificationId?: string | null;
  @Column(Text, '品目名称，按来源所载 / Name of the class as printed', { filter: true })
  classificationDescription?: string | null;
  @Column(listOf(Text), '其他分类，“体系:编码” / Further classifications, each `scheme:id`', { filter: true })
  additionalClassifications?: string[] | null;
  @ToOne(
    () => CatalogueItem,
    '《政府采购品目分类目录》中的品目，其他体系为空 / Its class in the procurement catalogue; null in other schemes',
    {
      from: (item) =>
        `case when starts_with(${item}.classification_scheme, 'CN-ZFCG-') then substr(${item}.classification_scheme, 9) || '/' || ${item}.classification_id end`,
    },
  )
  catalogueItem?: Rel<CatalogueItem> | null;
  @Column(Decimal, '数量，单位见 unitName / Quantity, in the unit named by unitName', {
    filter: true,
    order: true,
  })
  quantity?: string | null;
  @Column(Text, '计量单位，如 台 / Unit of measure', { filter: true, group: true })
  unitName?: string | null;
  @Column(Decimal, '单价，单位：元（按币种） / Price of one unit, in units of the currency', {
    filter: true,
    order: true,
    money: 'unitCurrency',
  })
  unitAmount?: string | null;
  @Column(CurrencyCode, '单价币种 / Currency of the unit price (ISO 4217)', { filter: true, group: true })
  unitCurrency?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
