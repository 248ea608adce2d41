/** Batches and their files against the entries that published them. */
import type { Client } from 'pg';
import type { Faults } from './fault.js';
import { type BatchCounts, digestOf, type KeptFile } from './publication.js';

/** What the entry of a batch says of it. */
export interface BatchBody {
  readonly batch?: string;
  readonly number?: string;
  readonly dataset?: string;
  readonly service?: string | null;
  readonly mode?: string;
  readonly submittedBy?: string;
  readonly toolVersion?: string;
  readonly officiallyPublishedOn?: string | null;
  readonly note?: string | null;
  readonly files?: readonly KeptFile[];
  readonly counts?: Partial<BatchCounts>;
}

export interface BatchEntry {
  readonly sequence: string;
  readonly at: string;
  readonly body: BatchBody;
}

export async function verifyBatches(client: Client, entries: readonly BatchEntry[], faults: Faults): Promise<void> {
  if (!entries.length) return;
  const { rows } = await client.query<{ id: string; stored: string }>(
    `select b.id, jsonb_build_object('number', b.sequence::text, 'dataset', b.dataset_id, 'service', b.service, 'mode', b.mode,
       'at', to_char(b.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'submittedBy', b.submitted_by,
       'officiallyPublishedOn', b.officially_published_on, 'toolVersion', b.tool_version, 'note', b.note,
       'filesDigest', b.files_digest, 'rowsRead', b.rows_read, 'inserted', b.inserted, 'changed', b.changed,
       'withdrawn', b.withdrawn, 'unchanged', b.unchanged, 'quarantined', b.quarantined,
       'files', coalesce((select jsonb_agg(jsonb_build_array(f.id, f.name, f.sha256, f.bytes::text) order by length(f.id), f.id)
         from hub.batch_file f where f.batch_id = b.id), '[]'))::text as stored
     from hub.batch b where b.id = any($1::text[])`,
    [entries.map(({ body }) => body.batch)],
  );
  const stored = new Map(rows.map((row) => [row.id, JSON.parse(row.stored) as Record<string, unknown>]));
  for (const entry of entries) {
    const batch = entry.body.batch ?? '';
    const found = stored.get(batch);
    const wanted = wantedBatch(entry);
    const differing = found
      ? Object.keys(wanted).filter((field) => JSON.stringify(wanted[field]) !== JSON.stringify(found[field]))
      : [];
    const at = { table: 'hub.batch', key: batch, batch, entry: entry.sequence };
    if (!found)
      faults.add({
        ...at,
        zh: `日志第 ${entry.sequence} 条发布的批次 ${batch} 已不存在`,
        en: `batch ${batch}, published by entry ${entry.sequence} of the log, is not there`,
      });
    else if (differing.length)
      faults.add({
        ...at,
        zh: `批次 ${batch} 的 ${differing.join('、')} 与日志第 ${entry.sequence} 条不符`,
        en: `batch ${batch} does not have the ${differing.join(', ')} that entry ${entry.sequence} of the log says`,
      });
  }
}

function wantedBatch({ at, body }: BatchEntry): Readonly<Record<string, unknown>> {
  const { batch, number, dataset, service, mode, submittedBy, officiallyPublishedOn, toolVersion, note } = body;
  const { counts = {}, files = [] } = body;
  return {
    number,
    dataset,
    service,
    mode,
    at,
    submittedBy,
    officiallyPublishedOn,
    toolVersion,
    note,
    ...counts,
    filesDigest: digestOf(files),
    files: files.map(({ name, sha256, bytes }, index) => [`${batch ?? ''}-${index + 1}`, name, sha256, String(bytes)]),
  };
}

/** Batches and files that no entry published. */
export async function verifyUnlogged(client: Client, faults: Faults): Promise<void> {
  const { rows } = await client.query<{ key: string; total: string }>(
    `select b.id as key, count(*) over () as total from hub.batch b
     where not exists (select from hub.log l where l.at = b.published_at) order by b.id limit 20`,
  );
  faults.addRows(rows, (key) => ({
    zh: `批次 ${key} 在日志中没有条目`,
    en: `batch ${key} has no entry in the log`,
    table: 'hub.batch',
    key,
    batch: key,
  }));
}
