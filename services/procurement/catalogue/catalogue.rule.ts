import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Item } from '../tender/item.entity.js';
import { CatalogueItem } from './catalogue-item.entity.js';

const SOURCE = '《政府采购品目分类目录》（2022年版） / Government procurement catalogue, 2022 edition';
const categoryOf = (letter: string): string =>
  `case ${letter} when 'A' then 'GOODS' when 'B' then 'WORKS' when 'C' then 'SERVICES' end`;

export const itemMatchesCategory = defineRule({
  id: 'R11',
  severity: 'E',
  zh: '采购标的的品目编码首字母与项目类别一致：A 货物、B 工程、C 服务',
  en: 'The letter of an item’s class is that of the purchase’s category: A goods, B works, C services',
  remedy: '核对品目编码与项目类别 / Check the code and the category',
  source: SOURCE,
  entity: Item,
  reads: [Item, ContractingProcess],
  sql: (t) =>
    judged({
      from: `${t(Item)} i join ${t(ContractingProcess)} p on p.ocid = i.ocid
        cross join lateral (select ${categoryOf('left(i.classification_id, 1)')} as category) x`,
      key: 'i.id',
      agency: 'p.buyer_agency_id',
      // The same thing is listed again in the award and the contract: the notice's row is the one to correct.
      applies: `starts_with(i.classification_scheme, 'CN-ZFCG-') and (i.stage = 'TENDER'
        or not exists (select from ${t(Item)} o where o.ocid = i.ocid and o.stage = 'TENDER' and o.local_id = i.local_id))`,
      known: 'i.classification_id is not null and p.main_procurement_category is not null',
      // A letter that is none of the three matches nothing.
      holds: 'coalesce(x.category = p.main_procurement_category, false)',
      left: 'i.classification_id',
      right: 'p.main_procurement_category',
      field: 'classificationId',
      zh: '品目{i.classification_id}（{i.classification_description}）不属于项目类别{p.main_procurement_category}',
      en: 'class {i.classification_id} ({i.classification_description}) is not of the category {p.main_procurement_category}',
      operands: [
        { entity: 'Item', key: 'i.id', field: 'classificationId', value: 'i.classification_id' },
        {
          entity: 'ContractingProcess',
          key: 'p.ocid',
          field: 'mainProcurementCategory',
          value: 'p.main_procurement_category',
        },
      ],
    }),
});

export const catalogueMatchesCategory = defineRule({
  id: 'R11b',
  severity: 'E',
  zh: '目录中品目的类别与编码首字母一致',
  en: 'A class of the catalogue has the category of its letter',
  remedy: '核对编码与类别 / Check code and category',
  source: SOURCE,
  entity: CatalogueItem,
  reads: [CatalogueItem],
  alone: true,
  sql: (t) =>
    judged({
      from: `${t(CatalogueItem)} k cross join lateral (select ${categoryOf('left(k.code, 1)')} as category) x`,
      key: 'k.id',
      known: 'k.category is not null',
      holds: 'coalesce(x.category = k.category, false)',
      left: 'k.code',
      right: 'k.category',
      field: 'category',
      zh: '品目{k.code}（{k.name}）的类别不应为{k.category}',
      en: 'class {k.code} ({k.name}) cannot be {k.category}',
      operands: [{ entity: 'CatalogueItem', key: 'k.id', field: 'category', value: 'k.category' }],
    }),
});

export const parentInCatalogue = defineRule({
  id: 'R11c',
  severity: 'E',
  zh: '品目的上级品目在同一版目录中',
  en: 'The class above a class is in the same edition of the catalogue',
  remedy: '补上缺少的上级品目，或更正上级编码 / Add the class above, or correct its code',
  source: SOURCE,
  entity: CatalogueItem,
  reads: [CatalogueItem],
  sql: (t) =>
    judged({
      from: `${t(CatalogueItem)} k left join ${t(CatalogueItem)} o on o.edition = k.edition and o.code = k.parent_code`,
      key: 'k.id',
      // A letter is a top.
      applies: 'length(k.code) > 1',
      known: 'k.parent_code is not null',
      holds: 'o.id is not null',
      left: 'k.code',
      right: 'k.parent_code',
      field: 'parentCode',
      zh: '品目{k.code}（{k.name}）的上级{k.parent_code}不在{k.edition}年版目录中',
      en: 'the class {k.parent_code} above {k.code} ({k.name}) is not in the {k.edition} edition',
      operands: [{ entity: 'CatalogueItem', key: 'k.id', field: 'parentCode', value: 'k.parent_code' }],
    }),
});

/**
 * Text that ran on from the next column of the printed catalogue: after a blank, or after the dashes of an enumeration.
 * A name may have blanks around Latin letters (`卡拉 OK 设备`), as long as no sentence ends in it.
 */
const RUN_ON = `k.name ~ '——' or k.name ~ '[^A-Za-z0-9]\\s+[^A-Za-z0-9]' or (k.name ~ '\\s' and k.name ~ '[。；]')`;

export const nameWithoutTrailingText = defineRule({
  id: 'R11d',
  severity: 'W',
  zh: '品目名称不夹带说明文字',
  en: 'The name of a class carries no text of its description',
  remedy: '把说明文字移到“说明”列 / Move the text to the description',
  source: SOURCE,
  entity: CatalogueItem,
  reads: [CatalogueItem],
  alone: true,
  sql: (t) =>
    judged({
      from: `${t(CatalogueItem)} k`,
      key: 'k.id',
      holds: `not (${RUN_ON})`,
      left: 'k.name',
      field: 'name',
      zh: '品目{k.code}的名称夹带其他文字：{k.name}',
      en: 'the name of {k.code} carries other text: {k.name}',
      operands: [{ entity: 'CatalogueItem', key: 'k.id', field: 'name', value: 'k.name' }],
    }),
});
