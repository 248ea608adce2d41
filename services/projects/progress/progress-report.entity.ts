import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { CurrencyCode, Decimal, ID, Int, LocalDate, Quarter, Text } from '../../../subgraph/model/types.js';
import { Project } from '../project/project.entity.js';

@Entity({
  table: 'progress_report',
  plural: 'progressReports',
  doc: '项目季度进度 / Quarterly progress report of a project (measure 17; OC4IDS metrics)',
  orderBy: ['quarter desc'],
})
export class ProgressReport {
  @Key(ID, '进度报告标识 / Id of the report') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => Project, '所属项目 / Project', { required: true, group: true }) project!: Rel<Project>;
  @Column(Quarter, '季度，如 2024Q1 / Quarter', { required: true, filter: true, order: true, group: true })
  quarter!: string;
  @Column(Int, '年度 / Calendar year', { required: true, filter: true, order: true, group: true }) year!: number;
  @Column(
    Decimal,
    '年度计划投资，各季相同，单位：元（按币种） / Planned for the year, the same in each quarter, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  plannedInvestment?: string | null;
  @Column(Decimal, '本季度完成投资，单位：元（按币种） / Completed in the quarter, in units of the currency', {
    filter: true,
    order: true,
    money: 'currency',
  })
  completedThisQuarter?: string | null;
  @Column(
    Decimal,
    '本年累计完成投资，单位：元（按币种）；合计须限于一个季度 / Completed since January; total it within one quarter only, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  completedThisYear?: string | null;
  @Column(
    Decimal,
    '开工以来累计完成投资，单位：元（按币种）；合计须限于一个季度 / Completed since the start; total it within one quarter only, in units of the currency',
    { filter: true, order: true, money: 'currency' },
  )
  completedCumulative?: string | null;
  @Column(CurrencyCode, '币种 / Currency (ISO 4217)', { filter: true, group: true })
  currency?: string | null;
  @Column(Decimal, '季末形象进度，单位：%，0–100 / Physical progress at the end of the quarter, in percent, 0 to 100', {
    filter: true,
    order: true,
  })
  percent?: string | null;
  @Column(Text, '形象进度说明 / Progress in words') description?: string | null;
  @Column(Text, '存在问题 / Problems') problems?: string | null;
  @Column(LocalDate, '报送日期 / Reported and published on', { filter: true, order: true, group: true })
  publishedOn?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
