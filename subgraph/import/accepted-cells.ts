/** Cells that break the rule of their type and were accepted as officially published: stored as findings on their rows. */
import type { Client } from 'pg';
import { modelOf } from '../model/entity-model.js';
import type { Dataset } from './define-dataset.js';
import type { Stage } from './stage.js';
import type { AcceptedCell } from './stage-file.js';

/**
 * Closes those that the file no longer has and opens those it has. Where a rule of the service judges the same record
 * under the same id, that rule keeps the finding.
 */
export async function storeAcceptedCells(
  client: Client,
  dataset: Dataset,
  stage: Stage,
  accepted: readonly AcceptedCell[],
  { file, batch }: { readonly file: string; readonly batch: string },
): Promise<void> {
  const { name } = modelOf(stage.entity);
  const cells = accepted.map(({ finding, acceptance, field }) => ({
    rule: finding.rule,
    key: finding.key,
    field,
    value: finding.value,
    sheet: finding.sheet,
    row: finding.row,
    column: finding.column,
    zh: finding.zh,
    en: finding.en,
    remedy: finding.remedy,
    by: acceptance.by,
    reason: acceptance.reason,
  }));
  const values = JSON.stringify(cells);
  const listed = `jsonb_to_recordset($1::jsonb) c(rule text, key text, field text, value text, sheet text, "row" integer, "column" text,
    zh text, en text, remedy text, by text, reason text)`;
  // Rules close their own findings; those of cells have no rule of the service that reads the record.
  await client.query(
    `update hub.finding f set state = 'CLOSED', closed_batch = $4, closed_at = hub.instant()
     where f.entity = $2 and f.dataset_id = $3 and f.state = 'ACCEPTED' and f.opened_batch <> $4
       and not exists (select from hub.rule_run r where r.rule = f.rule and r.batch_id = f.opened_batch)
       and exists (select from ${stage.name} s where ${stage.keySql('s')} = f.record_key)
       and not exists (select from ${listed} where c.rule = f.rule and c.key = f.record_key and c.value is not distinct from f.left_value)`,
    [values, name, dataset.id, batch],
  );
  if (!cells.length) return;
  await client.query(
    `insert into hub.finding (rule, severity, state, dataset_id, service, entity, record_key, field, left_value, operands, file, sheet,
       source_row, source_column, message_zh, message_en, remedy, opened_batch, accepted_by, accepted_reason)
     select c.rule, 'E', 'ACCEPTED', $3, $5, $2, c.key, c.field, c.value, '[]', $6, c.sheet, c."row", c."column", c.zh, c.en, c.remedy, $4, c.by, c.reason
     from ${listed} where not exists (select from hub.finding f where f.rule = c.rule and f.entity = $2 and f.record_key = c.key and f.state <> 'CLOSED')`,
    [values, name, dataset.id, batch, stage.namespace, file],
  );
}
