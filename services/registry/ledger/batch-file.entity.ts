import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { Decimal, ID, Text } from '../../../subgraph/model/types.js';
import { Batch } from './batch.entity.js';

@Entity({
  table: 'batch_file',
  plural: 'batchFiles',
  doc: '批次文件：提交的原始文件 / File of a batch, as it was handed in',
  ledger: {
    at: (file, instant) => `(select b.published_at from hub.batch b where b.id = ${file}.batch_id) <= ${instant}`,
  },
})
export class BatchFile {
  @Key(ID, '文件编号 / Number of the file') id!: string;
  @ToOne(() => Batch, '所属批次 / Batch', { required: true, columns: { id: 'batch_id' } }) batch!: Rel<Batch>;
  @Column(Text, '文件名 / Name of the file', { required: true, filter: true }) name!: string;
  @Column(ID, '内容摘要（SHA-256，十六进制） / Digest of its content (SHA-256, hexadecimal)', {
    required: true,
    filter: true,
  })
  sha256!: string;
  @Column(Decimal, '大小，单位：字节 / Size in bytes', { required: true }) bytes!: string;
}
