import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { DateTime, ID, Text } from '../../../subgraph/model/types.js';
import { Batch } from './batch.entity.js';
import { Dataset } from './dataset.entity.js';

@Entity({
  table: 'withdrawal',
  plural: 'withdrawals',
  doc: '撤回：曾经发布、现已撤回的记录 / Withdrawal: a record that was published and is no more',
  orderBy: ['withdrawnAt desc'],
  ledger: { at: (withdrawal, instant) => `${withdrawal}.withdrawn_at <= ${instant}` },
})
export class Withdrawal {
  @Key(ID, '编号 / Number') id!: string;
  @ToOne(() => Dataset, '数据集 / Dataset', { columns: { id: 'dataset_id' }, group: true })
  dataset?: Rel<Dataset> | null;
  @Column(Text, '服务 / Service', { required: true, filter: true, group: true }) service!: string;
  @Column(Text, '对象类型 / Type of the record', { required: true, filter: true, group: true }) entity!: string;
  @Column(ID, '记录的键 / Key of the record', { required: true, filter: true }) recordKey!: string;
  @Column(DateTime, '撤回时刻 / Since when', { required: true, filter: true, order: true, group: true })
  withdrawnAt!: string;
  @Column(Text, '理由 / Reason', { required: true }) reason!: string;
  @Column(Text, '撤回人 / Who withdrew it', { required: true, filter: true }) withdrawnBy!: string;
  @ToOne(() => Batch, '所在批次 / Batch', { columns: { id: 'batch_id' } }) batch?: Rel<Batch> | null;
}
