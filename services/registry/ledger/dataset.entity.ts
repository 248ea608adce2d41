import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { Bool, ID, Int, listOf, Text } from '../../../subgraph/model/types.js';
import { Batch } from './batch.entity.js';

const ALWAYS = { at: () => 'true' };

@Entity({
  table: 'dataset',
  plural: 'datasets',
  doc: '数据集：部门提交的一种表 / Dataset: one kind of table that departments hand in',
  ledger: ALWAYS,
})
export class Dataset {
  @Key(ID, '数据集标识 / Id of the dataset') id!: string;
  @Column(Text, '所属服务 / Service it belongs to', { required: true, filter: true, group: true }) service!: string;
  @Column(Text, '名称 / Title in Chinese', { required: true, filter: true }) title!: string;
  @Column(Text, '英文名称 / Title in English') titleEn?: string | null;
  @Column(Text, '提交单位 / Who hands it in, in Chinese') owner?: string | null;
  @Column(Text, '提交单位（英文） / Who hands it in') ownerEn?: string | null;
  @Column(Text, '依据 / Legal basis') legalBasis?: string | null;
  @Column(Text, '提交频率 / How often it is handed in') frequency?: string | null;
  @Column(listOf(Text), '主键列 / Columns of the key') keyColumns?: string[] | null;
  @ToMany(() => DatasetColumn, 'dataset', '各列 / Columns') columns!: unknown;
  @ToMany(() => Batch, 'dataset', '已发布的批次 / Batches published of it') batches!: unknown;
}

@Entity({
  table: 'dataset_column',
  plural: 'datasetColumns',
  doc: '数据集的列 / Column of a dataset',
  orderBy: ['position'],
  ledger: ALWAYS,
})
export class DatasetColumn {
  @Key(ID, '列标识 / Id of the column') id!: string;
  @ToOne(() => Dataset, '所属数据集 / Dataset', { required: true, columns: { id: 'dataset_id' } })
  dataset!: Rel<Dataset>;
  @Column(Int, '列序 / Position', { required: true, filter: true, order: true }) position!: number;
  @Column(Text, '表头 / Head, as printed', { required: true, filter: true }) head!: string;
  @Column(listOf(Text), '可接受的其他表头 / Other heads that are taken') aliases?: string[] | null;
  @Column(Text, '对应的字段 / Field it becomes', { filter: true }) field?: string | null;
  @Column(Text, '类型 / Type', { required: true, filter: true, group: true }) type!: string;
  @Column(Bool, '是否必填 / Must it be filled', { required: true, filter: true }) required!: boolean;
  @Column(Text, '单位 / Unit as printed') unit?: string | null;
  @Column(Text, '代码表 / Code list') codeList?: string | null;
  @Column(Text, '代码表版本 / Edition of the code list') codeListEdition?: string | null;
  @Column(Bool, '是否个人信息 / Is it personal data', { required: true, filter: true }) personal!: boolean;
  @Column(Text, '说明 / What it means, in Chinese') doc?: string | null;
  @Column(Text, '说明（英文） / What it means') docEn?: string | null;
  @Column(Text, '示例 / Example') example?: string | null;
}
