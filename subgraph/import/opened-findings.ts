/** What the rules found anew in a batch, for its report. */
import type { Client } from 'pg';
import type { Finding } from './finding.js';
import { placeText } from './stage-checks.js';

export async function openedFindings(client: Client, batch: string, atMost: number): Promise<Finding[]> {
  const { rows } = await client.query<Finding & { state: string }>(
    `select rule, severity, state, entity, record_key as key, file, sheet, source_row as "row", source_column as "column",
       coalesce(left_value, '') as value, message_zh as zh, message_en as en, remedy
     from hub.finding where opened_batch = $1 order by severity, id limit $2`,
    [batch, atMost],
  );
  return rows.map(({ state, ...finding }) => ({
    ...finding,
    file: finding.file ?? '',
    // An accepted finding no longer blocks; it is shown beside every figure that uses it.
    severity: state === 'ACCEPTED' ? 'I' : finding.severity,
    path: finding.row == null ? (finding.key ?? '') : placeText({ sheet: finding.sheet ?? null, row: finding.row }),
  }));
}
