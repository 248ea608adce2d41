import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Project } from '../stubs/project.stub.js';

@Entity({
  table: 'project_link',
  plural: 'projectLinks',
  doc: '人工认定的采购项目与投资项目的关联 / Link between a contracting process and a project, stated by hand',
  orderBy: ['decidedOn desc'],
})
export class ProjectLink {
  @Key(ID, '标识：采购项目编号 / Id: the ocid') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', { required: true, filter: true, index: true })
  jurisdiction!: string;
  @ToOne(() => ContractingProcess, '采购项目 / Contracting process', { required: true, column: 'ocid' })
  process!: Rel<ContractingProcess>;
  @Column(ID, '投资项目标识 / Id of the project', { required: true, filter: true }) projectId!: string;
  @ToOne(() => Project, '投资项目 / Project', { columns: { id: 'project_id' } }) project?: Rel<Project> | null;
  @Column(Text, '认定人（职务） / Who decided, by post') decidedBy?: string | null;
  @Column(Text, '认定理由 / Reason') reason?: string | null;
  @Column(LocalDate, '认定日期 / Decided on', { filter: true, order: true }) decidedOn?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}
