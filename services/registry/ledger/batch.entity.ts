import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToMany, ToOne } from '../../../subgraph/model/decorators.js';
import { DateTime, enumType, ID, Int, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Dataset } from './dataset.entity.js';
import { BatchFile } from './batch-file.entity.js';
import { Finding } from './finding.entity.js';

export const BatchMode = enumType('BatchMode', '批次方式 / How a batch treats rows that its file does not hold', {
  MERGE: '合并：文件中没有的行保留 / Rows that the file does not hold stay',
  REPLACE: '替换：范围内文件中没有的行撤回 / Rows of its scope that the file does not hold are withdrawn',
  SYSTEM: '系统：不来自文件 / The hub’s own work, from no file',
});

@Entity({
  table: 'batch',
  plural: 'batches',
  doc: '批次：一次发布的全部变更 / Batch: everything that one publication changed',
  orderBy: ['sequence desc'],
  ledger: { at: (batch, instant) => `${batch}.published_at <= ${instant}` },
})
export class Batch {
  @Key(ID, '批次编号 / Number of the batch') id!: string;
  @Column(Int, '发布次序 / Place in the order of publications', { required: true, filter: true, order: true })
  sequence!: number;
  @ToOne(() => Dataset, '数据集，系统批次为空 / Dataset; null for the hub’s own work', {
    columns: { id: 'dataset_id' },
    group: true,
  })
  dataset?: Rel<Dataset> | null;
  @Column(ID, '数据集或系统工作的标识 / Id of the dataset, or of the hub’s own work', {
    required: true,
    filter: true,
    group: true,
  })
  datasetId!: string;
  @Column(BatchMode, '方式 / Mode', { required: true, filter: true, group: true }) mode!: string;
  @Column(DateTime, '在本中心发布的时刻 / Instant at which the hub published it', {
    required: true,
    filter: true,
    order: true,
    group: true,
  })
  publishedAt!: string;
  @Column(Text, '提交人 / Who submitted it', { required: true, filter: true, group: true }) submittedBy!: string;
  @Column(LocalDate, '部门正式公布的日期 / Day on which the department published the figures officially', {
    filter: true,
    order: true,
    group: true,
  })
  officiallyPublishedOn?: string | null;
  @Column(Text, '发布所用的程序版本 / Version of the program that published it', { required: true })
  toolVersion!: string;
  @Column(Int, '读入的行数 / Rows read', { required: true, sum: true }) rowsRead!: number;
  @Column(Int, '新增的行数 / Rows that are new', { required: true, sum: true }) inserted!: number;
  @Column(Int, '更新的行数 / Rows revised', { required: true, sum: true }) changed!: number;
  @Column(Int, '撤回的行数 / Rows withdrawn', { required: true, sum: true }) withdrawn!: number;
  @Column(Int, '未变的行数 / Rows that were the same already', { required: true, sum: true }) unchanged!: number;
  @Column(Int, '隔离的行数 / Rows kept in quarantine', { required: true, sum: true }) quarantined!: number;
  @Column(Text, '说明 / Note') note?: string | null;
  @ToMany(() => BatchFile, 'batch', '来源文件 / Files it was read from') files!: unknown;
  @ToMany(() => Finding, 'openedBy', '该批次带来的发现 / Findings that came with it') findings!: unknown;
}
