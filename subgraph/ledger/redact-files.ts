/** Kept files that hold a record: a file with one row cut out is not the file that was handed in, so the whole goes. */
import { createReadStream, existsSync, rmSync } from 'node:fs';
import type { Client } from 'pg';
import { readTable } from '../import/read-table.js';
import { keptPath } from './kept-file.js';

export interface HandedIn {
  readonly name: string;
  readonly sha256: string;
}

/** Files of a dataset's batches and refusals whose copies hold all of the values. */
export async function filesWith(
  client: Client,
  dataDir: string,
  dataset: string,
  values: readonly string[],
): Promise<HandedIn[]> {
  const { rows } = await client.query<HandedIn>(
    `select f.sha256, min(f.name) as name from (
       select f.sha256, f.name from hub.batch_file f join hub.batch b on b.id = f.batch_id where b.dataset_id = $1
       union all select r.sha256, r.file from hub.refusal r where r.dataset_id = $1
       union all select o.f ->> 'sha256', o.f ->> 'name' from hub.refusal r
         cross join lateral jsonb_array_elements(coalesce(r.options -> 'files', '[]')) o(f) where r.dataset_id = $1) f
     group by f.sha256 order by 2`,
    [dataset],
  );
  const holding: HandedIn[] = [];
  for (const file of rows) {
    const kept = keptPath(dataDir, file.sha256);
    if (existsSync(kept) && (await holds(kept, values))) holding.push(file);
  }
  return holding;
}

/** Notes beside the digests, which stay, that the copies are gone. */
export async function noteRemoval(client: Client, files: readonly HandedIn[], redaction: string): Promise<void> {
  await client.query('update hub.batch_file set removed_by = $2 where sha256 = any($1::text[])', [
    files.map(({ sha256 }) => sha256),
    redaction,
  ]);
  await client.query(
    `update hub.refusal set options = coalesce(options, '{}') || jsonb_build_object('fileRemovedBy', $2::text) where sha256 = any($1::text[])`,
    [files.map(({ sha256 }) => sha256), redaction],
  );
}

/** Removes every copy that is noted as removed, also one that an interrupted command left. */
export async function removeNoted(client: Client, dataDir: string): Promise<void> {
  const { rows } = await client.query<{ sha256: string }>(
    `select sha256 from hub.batch_file where removed_by is not null union select sha256 from hub.refusal where options ? 'fileRemovedBy'`,
  );
  for (const { sha256 } of rows) rmSync(keptPath(dataDir, sha256), { force: true });
}

/** What cannot be read is taken to hold them. */
async function holds(file: string, values: readonly string[]): Promise<boolean> {
  const missing = new Set(values);
  const encodings = values.flatMap((value) =>
    [Buffer.from(value), Buffer.from(value, 'utf16le'), Buffer.from(value, 'utf16le').swap16()].map((bytes) => ({
      value,
      bytes,
    })),
  );
  let rest = Buffer.alloc(0);
  let isText: boolean | undefined;
  for await (const chunk of createReadStream(file)) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    isText ??= bytes.subarray(0, 2).toString('latin1') !== 'PK';
    if (!isText) return cellsHold(file, values);
    for (const each of encodings) if (bytes.includes(each.bytes)) missing.delete(each.value);
    if (!missing.size) return true;
    rest = bytes.subarray(-Math.max(...encodings.map((each) => each.bytes.length)));
  }
  // Other encodings print these letters otherwise.
  return [...missing].every((value) => /[^\x20-\x7e]/.test(value));
}

async function cellsHold(file: string, values: readonly string[]): Promise<boolean> {
  const missing = new Set(values);
  try {
    for await (const row of readTable(file)) for (const cell of row.values) if (cell !== null) missing.delete(cell);
  } catch {
    return true;
  }
  return !missing.size;
}
