import { Column, Entity, Key } from '../../../subgraph/model/decorators.js';
import { Bool, DateTime, ID, Json, listOf, Text } from '../../../subgraph/model/types.js';

@Entity({
  table: 'release',
  plural: 'releases',
  doc: '公告：采购项目某一时点的发布 / Release: what was published of a contracting process at one moment (OCDS release)',
  orderBy: ['releasedAt'],
})
export class Release {
  @Key(ID, '标识：ocid 与内容摘要 / Id: the ocid and a digest of the content') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @Column(ID, '采购项目标识 / Open contracting id (OCDS ocid)', { required: true, filter: true }) ocid!: string;
  @Column(ID, '公告标识，按来源所载 / Id of the release as printed (OCDS id)', { filter: true }) releaseId?:
    | string
    | null;
  @Column(DateTime, '公告时间 / Instant of the release (OCDS date)', { filter: true, order: true }) releasedAt?:
    | string
    | null;
  @Column(listOf(Text), '公告类型 / Tags (OCDS tag)', { filter: true }) tags?: string[] | null;
  @Column(Bool, '是否为汇编后的公告 / Is it a compilation of others', { required: true, filter: true })
  compiled!: boolean;
  @Column(Text, '发布者 / Publisher') publisher?: string | null;
  @Column(Text, '来源文件 / File it was read from', { required: true }) source!: string;
  @Column(Text, '在文件中的位置（JSON 指针） / Place in the file (JSON pointer)', { required: true }) pointer!: string;
  @Column(Json, '公告原文 / The release as published', { required: true, hidden: true }) body!: string;
  @Column(listOf(Text), '所汇编公告的标识 / Ids of the releases it compiles', { hidden: true }) linkedIds?:
    | string[]
    | null;
  @Column(listOf(Text), '所汇编公告的时间 / Dates of the releases it compiles', { hidden: true }) linkedDates?:
    | string[]
    | null;
  @Column(Bool, '尚未并入采购项目 / Not yet merged into its process', { required: true, hidden: true, filter: true })
  pending!: boolean;
}
