/** Rows that were put aside: private, as they were handed in, until somebody repairs or drops them. */
import type { Client } from 'pg';
import type { Cells } from './stage-file.js';
import type { RefusalFinding } from './refusal.js';

export interface QuarantinedRow {
  readonly id: string;
  readonly dataset: string;
  readonly service: string | null;
  readonly batch: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly cells: Cells;
  readonly findings: readonly RefusalFinding[];
  readonly state: 'OPEN' | 'REPAIRED' | 'DROPPED';
  readonly at: string;
  readonly closedBy: string | null;
  readonly reason: string | null;
}

export async function quarantineRows(
  client: Client,
  place: { readonly dataset: string; readonly service: string; readonly batch: string; readonly file: string },
  rows: readonly Pick<QuarantinedRow, 'sheet' | 'row' | 'cells' | 'findings'>[],
): Promise<void> {
  await client.query(
    `insert into hub.quarantine (dataset_id, service, batch_id, file, sheet, source_row, cells, findings)
     select $1, $2, $3, $4, r.sheet, r.row, r.cells, r.findings
     from rows from (jsonb_to_recordset($5::jsonb) as (sheet text, "row" integer, cells jsonb, findings jsonb)) with ordinality r(sheet, "row", cells, findings, n)
     order by n`,
    [place.dataset, place.service, place.batch, place.file, JSON.stringify(rows)],
  );
}

export async function findQuarantined(
  client: Client,
  { id, state }: { id?: string; state?: QuarantinedRow['state'] } = {},
): Promise<QuarantinedRow[]> {
  const { rows } = await client.query<QuarantinedRow>(
    `select id, dataset_id as dataset, service, batch_id as batch, file, sheet, source_row as "row", cells, findings, state,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, closed_by as "closedBy", reason
     from hub.quarantine where ($1::text is null or id = $1) and ($2::text is null or state = $2) order by id`,
    [id ?? null, state ?? null],
  );
  return rows;
}

/** Gives false when it is no longer open: somebody else closed it meanwhile. */
export async function closeQuarantined(
  client: Client,
  id: string,
  { state, by, reason }: { state: 'REPAIRED' | 'DROPPED'; by: string; reason: string | null },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update hub.quarantine set state = $2, closed_by = $3, reason = $4, closed_at = hub.instant() where id = $1 and state = 'OPEN'`,
    [id, state, by, reason],
  );
  return rowCount === 1;
}
