import { Column, Entity, Key } from '../../../subgraph/model/decorators.js';
import { Bool, CurrencyCode, Decimal, DocNo, enumType, ID, Int, Text } from '../../../subgraph/model/types.js';

export const CentralCatalogueKind = enumType(
  'CentralCatalogueKind',
  '集中采购目录及限额标准的条目类型 / Kind of entry',
  {
    CATALOGUE: '集中采购目录 / Class that is bought centrally',
    DECENTRAL_LIMIT: '分散采购限额标准 / Limit from which decentral purchases come under the law',
    OPEN_TENDER_LIMIT: '公开招标数额标准 / Limit from which an open tender is due',
  },
);

@Entity({
  table: 'central_catalogue_entry',
  plural: 'centralCatalogueEntries',
  doc: '集中采购目录及限额标准，按年度 / Central purchasing catalogue and limits, by year (Government Procurement Law art. 7 and 8)',
  orderBy: ['year desc', 'code'],
})
export class CentralCatalogueEntry {
  @Key(ID, '条目标识 / Id of the entry') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(Int, '年度 / Year it applies to', { required: true, filter: true, order: true, group: true }) year!: number;
  @Column(CentralCatalogueKind, '类型 / Kind', { required: true, filter: true, group: true })
  kind!: string;
  @Column(
    ID,
    '品目编码；限额标准为 A 货物、B 工程、C 服务 / Code of the class; of a limit A goods, B works, C services',
    { filter: true, order: true, group: true },
  )
  code?: string | null;
  @Column(Text, '名称 / Name', { filter: true, order: true }) name?: string | null;
  @Column(Bool, '是否集中采购 / Is it bought centrally', { filter: true, group: true })
  centralised?: boolean | null;
  @Column(Decimal, '限额标准，单位：元（按币种） / Limit, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  thresholdAmount?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(Text, '适用范围 / Scope') scope?: string | null;
  @Column(DocNo, '依据文号 / Document it is based on (GB/T 9704-2012)', { filter: true })
  basis?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
