import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { enumType, LocalDate, RegionCode, RegionEdition, Text, Uscc } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { LegalEntity } from '../stubs/legal-entity.stub.js';
import { Region } from '../stubs/region.stub.js';

export const ProcurementAgentKind = enumType('ProcurementAgentKind', '采购代理机构类型 / Kind of procurement agent', {
  CENTRAL: '集中采购机构 / Central purchasing body',
  SOCIAL: '社会代理机构 / Commercial agent',
});

@Entity({
  table: 'procurement_agent',
  plural: 'procurementAgents',
  doc: '采购代理机构名录 / Register of procurement agents (exchange standard table 105)',
  orderBy: ['name'],
})
export class ProcurementAgent {
  @Key(Uscc, '统一社会信用代码 / Unified social credit code (GB 32100-2015)') uscc!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => LegalEntity, '登记的法人 / The registered legal entity', { columns: { uscc: 'uscc' } })
  legalEntity?: Rel<LegalEntity> | null;
  @Column(Text, '机构名称 / Name', { required: true, filter: true, order: true, search: true, pinyin: true })
  name!: string;
  @Column(ProcurementAgentKind, '机构类型 / Kind', { filter: true, group: true }) kind?: string | null;
  @Column(RegionCode, '所在地区划代码 / Region code (GB/T 2260)', { filter: true, group: true })
  regionCode?: string | null;
  @Column(RegionEdition, '区划代码版次（年月） / Edition of the region code, yyyymm') regionEdition?: string | null;
  @ToOne(() => Region, '所在行政区 / Region', {
    columns: { code: 'region_code', edition: 'region_edition' },
    group: true,
  })
  region?: Rel<Region> | null;
  @Column(Text, '代理资格 / Qualification', { filter: true, group: true }) qualification?: string | null;
  @Column(LocalDate, '登记日期 / Registered on', { filter: true, order: true, group: true })
  registeredOn?: string | null;
  @Column(Text, '办公电话 / Office telephone') phone?: string | null;
  @ToMany(() => ContractingProcess, 'procuringEntity.uscc', '代理的采购项目 / Contracting processes it runs')
  contractingProcesses!: unknown;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
