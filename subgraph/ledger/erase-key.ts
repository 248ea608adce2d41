/** A key that is itself personal, in the records that name it: the id of the redaction takes its place. */
import type { Client } from 'pg';
import { RECORD_TABLES, recordHashSql } from './record-digests.js';

export async function eraseKeyInRecords(
  client: Client,
  redaction: string,
  { service, entity, key }: { readonly service: string; readonly entity: string; readonly key: string },
): Promise<void> {
  for (const record of RECORD_TABLES) {
    if (!record.columns.includes('record_key')) continue;
    // The redaction itself is sealed only now.
    const isSealed = record.name === 'redaction' ? 'and r.id <> $1' : '';
    const ofService = record.columns.includes('service') ? 'r.service = $2' : '$2::text is not null';
    const where = `${ofService} and r.entity = $3 and r.record_key = $4`;
    const fresh = recordHashSql(record, 'r').replaceAll('r."record_key"', '$1::text');
    await client.query(
      `insert into hub.erased (redaction_id, service, entity, since, hash, replaced_by)
       select $1, 'hub', '${record.name}', r."${record.at}", ${recordHashSql(record, 'r')}, ${fresh} from ${record.table} r where ${where} ${isSealed}`,
      [redaction, service, entity, key],
    );
    await client.query(`update ${record.table} r set record_key = $1 where ${where}`, [
      redaction,
      service,
      entity,
      key,
    ]);
  }
}
