import type { Rel } from '@mikro-orm/core';
import { USCC_DEPARTMENTS } from '../../../schema/vocabulary/uscc-departments.js';
import { Column, Computed, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import {
  Bool,
  CurrencyCode,
  Decimal,
  enumType,
  LocalDate,
  RegionCode,
  RegionEdition,
  Text,
  Uscc,
} from '../../../subgraph/model/types.js';
import { Region } from '../region/region.entity.js';

export const LegalEntityStatus = enumType('LegalEntityStatus', '登记状态 / Registration status', {
  ACTIVE: '存续 / In existence',
  CANCELLED: '注销 / Cancelled at its own request',
  REVOKED: '吊销 / Licence revoked',
  MOVED_OUT: '迁出 / Moved to another registration authority',
});

@Entity({
  table: 'legal_entity',
  plural: 'legalEntities',
  doc: '法人和其他组织 / Legal person or other organisation, by unified social credit code',
  orderBy: ['uscc'],
})
export class LegalEntity {
  @Key(Uscc, '统一社会信用代码 / Unified social credit code (GB 32100-2015)') uscc!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Computed(
    Text,
    '登记管理部门与机构类别，由代码前两位解出 / Registering department and kind of organisation, read off the first two characters of the code (GB 32100-2015)',
    { needs: ['uscc'], value: ({ uscc }) => registeredAs(String(uscc)) },
  )
  registeredAs?: string | null;
  @Column(Text, '名称 / Name', { required: true, filter: true, order: true, search: true, pinyin: true }) name!: string;
  @Column(Text, '登记机关 / Registration authority', { filter: true, group: true }) registrationAuthority?:
    | string
    | null;
  @Column(Text, '企业（组织）类型 / Legal form', { filter: true, group: true }) entityType?: string | null;
  @Column(LegalEntityStatus, '登记状态 / Status', { filter: true, group: true }) status?: string | null;
  @Column(LocalDate, '成立日期 / Established on', { filter: true, order: true, group: true }) establishedOn?:
    | string
    | null;
  @Column(LocalDate, '注销或吊销日期 / Ended on', { filter: true, order: true }) endedOn?: string | null;
  @Column(Decimal, '注册资本，单位见币种（元） / Registered capital, in units of the currency', {
    filter: true,
    order: true,
    money: 'capitalCurrency',
  })
  registeredCapital?: string | null;
  @Column(CurrencyCode, '注册资本币种 / Currency of the registered capital (ISO 4217)', { filter: true, group: true })
  capitalCurrency?: string | null;
  @Column(Text, '注册资本原文 / Registered capital as printed') registeredCapitalText?: string | null;
  @Column(Text, '经营范围 / Business scope', { search: true }) businessScope?: string | null;
  @Column(Text, '住所 / Registered address') address?: string | null;
  @Column(RegionCode, '登记地区划代码 / Region code of registration', { filter: true, group: true }) regionCode?:
    | string
    | null;
  @Column(RegionEdition, '区划代码版次（年月） / Edition of the region code, yyyymm') regionEdition?: string | null;
  @ToOne(() => Region, '登记地 / Region of registration', {
    columns: { code: 'region_code', edition: 'region_edition' },
    group: true,
  })
  region?: Rel<Region> | null;
  @Column(Text, '国民经济行业代码 / Industry (GB/T 4754-2017)', { filter: true, group: true }) industryCode?:
    | string
    | null;
  @Column(Text, '行业名称 / Name of the industry') industryName?: string | null;
  @Column(Bool, '是否中小微企业 / Is it a small, medium or micro enterprise', { filter: true, group: true }) isSme?:
    | boolean
    | null;
  @Column(Text, '企业规模：大型、中型、小型、微型 / Size class', { filter: true, group: true }) size?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}

/** `机构编制·事业单位`; null for a pair that the standard does not list. */
function registeredAs(uscc: string): string | null {
  const department = USCC_DEPARTMENTS[uscc.charAt(0)];
  const category = department?.categories[uscc.charAt(1)];
  return department && category !== undefined ? `${department.zh}·${category}` : null;
}
