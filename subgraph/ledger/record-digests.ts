/** Records of single acts (withdrawals, editions, …), sealed like rows: the entry of their instant has their digest. */
import type { Client } from 'pg';
import { hashOfNamed } from './row-hash.js';
import { digestSql, type Digest } from './seal-table.js';

export interface RecordTable {
  /** As the log and messages name it. */
  readonly name: string;
  readonly table: string;
  /** The instant of the act. */
  readonly at: string;
  readonly key: string;
  readonly columns: readonly string[];
}

export const RECORD_TABLES: readonly RecordTable[] = [
  {
    name: 'edition',
    table: 'hub.edition',
    at: 'created_at',
    key: 'name',
    columns: ['name', 'title', 'as_of', 'created_at', 'created_by'],
  },
  {
    name: 'withdrawal',
    table: 'hub.withdrawal',
    at: 'withdrawn_at',
    key: 'id',
    columns: [
      'id',
      'dataset_id',
      'service',
      'entity',
      'record_key',
      'withdrawn_at',
      'reason',
      'withdrawn_by',
      'batch_id',
    ],
  },
  {
    name: 'acceptance',
    table: 'hub.acceptance',
    at: 'accepted_at',
    key: "rule || ' ' || record_key",
    columns: ['rule', 'dataset_id', 'entity', 'record_key', 'reason', 'accepted_by', 'accepted_at'],
  },
  {
    name: 'redaction',
    table: 'hub.redaction',
    at: 'at',
    key: 'id',
    columns: ['id', 'service', 'entity', 'record_key', 'fields', 'reason', 'redacted_by', 'at'],
  },
  {
    name: 'erased',
    table: 'hub.erased',
    at: 'at',
    key: 'id',
    columns: [
      'id',
      'redaction_id',
      'service',
      'entity',
      'batch_id',
      'ended_batch',
      'since',
      'until',
      'hash',
      'end_hash',
      'replaced_by',
      'at',
    ],
  },
];

export const recordHashSql = ({ table, columns }: RecordTable, alias: string): string =>
  hashOfNamed(table, columns, (column) => `${alias}."${column}"`);

/** The records of an instant, by the name of their table; those without any are left out. */
export async function recordDigests(client: Client, instant: string): Promise<Readonly<Record<string, Digest>>> {
  const { rows } = await client.query<Digest & { name: string }>(
    RECORD_TABLES.map(
      (record) =>
        `select '${record.name}' as name, count(*)::int as rows, ${digestSql('proof')} as sha256
         from (select ${recordHashSql(record, 'r')} as proof from ${record.table} r where r."${record.at}" = $1) p`,
    ).join(' union all '),
    [instant],
  );
  return Object.fromEntries(
    rows.filter((each) => each.rows > 0).map(({ name, rows: count, sha256 }) => [name, { rows: count, sha256 }]),
  );
}
