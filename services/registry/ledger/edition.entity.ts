import { Column, Entity, Key } from '../../../subgraph/model/decorators.js';
import { DateTime, ID, Text } from '../../../subgraph/model/types.js';

@Entity({
  table: 'edition',
  plural: 'editions',
  doc: '版本：有名称的时刻，hub-as-of 可引用 / Edition: a named instant that hub-as-of can name',
  orderBy: ['asOf desc'],
  ledger: { at: (edition, instant) => `${edition}.created_at <= ${instant}` },
})
export class Edition {
  @Key(ID, '版本名 / Name') name!: string;
  @Column(Text, '标题 / Title') title?: string | null;
  @Column(DateTime, '所指时刻 / Instant it stands for', { required: true, filter: true, order: true }) asOf!: string;
  @Column(DateTime, '设立时刻 / When it was made', { required: true, filter: true, order: true }) createdAt!: string;
  @Column(Text, '设立人 / Who made it', { required: true }) createdBy!: string;
}
