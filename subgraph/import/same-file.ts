/** The same file again is the same batch: a repeated command publishes nothing and answers as the first did. */
import type { Client } from 'pg';
import { digestOf, TOOL_VERSION, type BatchInput } from '../ledger/publication.js';

export interface EarlierBatch {
  readonly id: string;
  readonly rows: number;
  readonly quarantined: number;
}

/**
 * The dataset's latest batch when it is of the same bytes, handed in the same way and read by the same version of the
 * hub; anything published since may have changed what the file says now.
 */
export async function sameBatch(client: Client, batch: BatchInput): Promise<EarlierBatch | undefined> {
  const { rows } = await client.query<EarlierBatch>(
    `select id, rows_read as rows, quarantined from hub.batch b
     where sequence = (select max(sequence) from hub.batch where dataset_id = $1)
       and files_digest = $2 and mode = $3 and tool_version = $4 and ($5::date is null or officially_published_on = $5::date)`,
    [batch.dataset, digestOf(batch.files), batch.mode, TOOL_VERSION, batch.officiallyPublishedOn ?? null],
  );
  return rows[0];
}
