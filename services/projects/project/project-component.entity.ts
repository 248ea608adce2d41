import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { Decimal, ID, Text } from '../../../subgraph/model/types.js';
import { Project } from './project.entity.js';

@Entity({
  table: 'project_component',
  plural: 'projectComponents',
  doc: '项目的单项工程及其位置 / Component of a project, with its place (OC4IDS locations)',
})
export class ProjectComponent {
  @Key(ID, '单项工程标识 / Id of the component') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => Project, '所属投资项目 / Project', { required: true, group: true }) project!: Rel<Project>;
  @Column(Text, '名称或内容 / Description') description?: string | null;
  @Column(Text, '设施类别，按来源所载 / Kind of infrastructure as printed', { filter: true, group: true }) infraType?:
    | string
    | null;
  @Column(Text, '工程类别，按来源所载 / Kind of work as printed', { filter: true, group: true }) typeOfWork?:
    | string
    | null;
  @Column(Text, '所在地区，按来源所载 / Region as printed', { filter: true, group: true }) regionText?: string | null;
  @Column(Text, '所在省份，按来源所载 / Province as printed', { filter: true, group: true }) provinceText?:
    | string
    | null;
  @Column(Decimal, '纬度，单位：度（WGS 84） / Latitude in degrees, WGS 84') latitude?: string | null;
  @Column(Decimal, '经度，单位：度（WGS 84） / Longitude in degrees, WGS 84') longitude?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
