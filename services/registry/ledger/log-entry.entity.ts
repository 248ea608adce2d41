import { Column, Entity, Key } from '../../../subgraph/model/decorators.js';
import { DateTime, enumType, Int, Text } from '../../../subgraph/model/types.js';

export const LogKind = enumType('LogKind', '日志条目的种类 / Kind of a log entry', {
  BATCH: '发布 / Publication',
  WITHDRAWAL: '撤回 / Withdrawal',
  EDITION: '版本 / Edition',
  REPAIR: '更正隔离行 / Repair of a quarantined row',
  ACCEPTANCE: '确认 / Acceptance of a finding',
  REDACTION: '抹除 / Redaction',
});

const hex = (column: string) => (entry: string) => `encode(${entry}.${column}, 'hex')`;

@Entity({
  table: 'log',
  plural: 'logEntries',
  doc: '日志条目：以摘要链相接，不可更改 / Log entry: chained by hash, never changed',
  orderBy: ['sequence desc'],
  ledger: { at: (entry, instant) => `${entry}.at <= ${instant}` },
})
export class LogEntry {
  @Key(Int, '次序 / Place in the log') sequence!: number;
  @Column(DateTime, '时刻 / Instant', { required: true, filter: true, order: true }) at!: string;
  @Column(LogKind, '种类 / Kind', { required: true, filter: true, group: true }) kind!: string;
  @Column(Text, '内容（JSON 原文） / Content, the JSON as it was hashed', { required: true }) body!: string;
  @Column(Text, '前一条目的摘要 / Hash of the entry before', {
    required: true,
    column: 'previous_hex',
    sql: hex('previous'),
  })
  previous!: string;
  @Column(Text, '摘要：SHA-256（前一摘要 + 次序、时刻、种类、内容） / Hash: SHA-256 over all of it', {
    required: true,
    column: 'hash_hex',
    sql: hex('hash'),
  })
  hash!: string;
  @Column(Text, '摘要的字节 / Bytes of the hash', { column: 'hash', hidden: true }) hashBytes?: string;
  @Column(Text, '前一摘要的字节 / Bytes of the hash before', { column: 'previous', hidden: true })
  previousBytes?: string;
}
