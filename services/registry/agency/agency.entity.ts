import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { Bool, enumType, ID, LocalDate, RegionCode, RegionEdition, Text, Uscc } from '../../../subgraph/model/types.js';
import { Region } from '../region/region.entity.js';
import { AgencySuccession } from './agency-succession.entity.js';

export const AgencyLevel = enumType('AgencyLevel', '机构层级 / Level of an agency', {
  PROVINCE: '省级 / Province',
  PREFECTURE: '市级 / Prefecture-level city',
  COUNTY: '县区级 / County or district',
  TOWNSHIP: '乡镇级 / Township',
});

export const AgencyKind = enumType('AgencyKind', '机构类别 / Kind of agency', {
  DEPARTMENT: '政府部门 / Government department',
  BRANCH: '派出机构 / Branch office',
  AUTHORISED: '法律法规授权组织 / Organisation authorised by law',
  PUBLIC_INSTITUTION: '公共企事业单位 / Public institution or enterprise',
  GROUP: '群团 / Mass organisation',
});

@Entity({
  table: 'agency',
  plural: 'agencies',
  doc: '机构：党政机关与公共企事业单位，带存续期与沿革 / Agency: government body or public institution, with its valid time and successors',
  orderBy: ['name'],
})
export class Agency {
  @Key(ID, '机构标识 / Id of the agency') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(Uscc, '统一社会信用代码 / Unified social credit code (GB 32100-2015)', { filter: true }) uscc?: string | null;
  @Column(Text, '名称 / Name', { required: true, filter: true, order: true, search: true, pinyin: true }) name!: string;
  @Column(Text, '简称 / Short name', { filter: true, search: true }) shortName?: string | null;
  @Column(Text, '英文名称 / English name') nameEn?: string | null;
  @Column(AgencyLevel, '层级 / Level', { filter: true, group: true }) level?: string | null;
  @Column(AgencyKind, '类别 / Kind', { filter: true, group: true }) kind?: string | null;
  @Column(RegionCode, '行政区划代码 / Region code (GB/T 2260)', { filter: true, group: true }) regionCode?:
    | string
    | null;
  @Column(RegionEdition, '区划代码版次（年月） / Edition of the region code, yyyymm') regionEdition?: string | null;
  @ToOne(() => Region, '所在行政区 / Region', {
    columns: { code: 'region_code', edition: 'region_edition' },
    group: true,
  })
  region?: Rel<Region> | null;
  @Column(Text, '预算单位编码（财政） / Budget unit code of the finance system') budgetUnitCode?: string | null;
  @Column(Bool, '是否行政执法主体 / Is it an enforcement body', { filter: true }) isEnforcementBody?: boolean | null;
  @Column(Bool, '是否有行政处罚权 / May it impose penalties', { filter: true }) hasPenaltyPower?: boolean | null;
  @Column(LocalDate, '设立日期 / Exists from', { filter: true, order: true }) validFrom?: string | null;
  @Column(LocalDate, '撤并日期，存续则为空 / Existed until (first day it is no more); null while it exists', {
    filter: true,
    order: true,
  })
  validTo?: string | null;
  @Column(Text, '办公地址 / Office address') address?: string | null;
  @Column(Text, '办公电话 / Office telephone') phone?: string | null;
  @Column(Text, '办公时间 / Office hours') officeHours?: string | null;
  @Column(Text, '负责人职务 / Post of the head') responsiblePost?: string | null;
  @ToOne(() => Agency, '上级或主管机构 / Parent agency', { column: 'parent_id' }) parent?: Rel<Agency> | null;
  @ToOne(() => Agency, '承接机构，未撤并则为空 / The agency that took over; null while it exists', {
    from: (agency) =>
      `select s.successor_id from registry.agency_succession s where s.predecessor_id = ${agency}.id order by s.effective_on desc, s.id limit 1`,
  })
  successor?: Rel<Agency> | null;
  @ToMany(() => AgencySuccession, 'predecessor', '沿革：由哪些机构承接 / What became of it') successions!: unknown;
  @ToMany(() => AgencySuccession, 'successor', '沿革：由哪些机构而来 / What it came from') origins!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
