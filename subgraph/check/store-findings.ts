/** Keeps what rules found: new findings are opened, those that no longer hold are closed with the batch that did it. */
import type { Client } from 'pg';
import type { RuleFinding, RuleOutcome } from './rule-finding.js';

export interface Reconciled {
  readonly opened: number;
  readonly closed: number;
  /** E findings that nobody accepted and that did not stand before: the reason to refuse the batch. */
  readonly refusing: readonly RuleFinding[];
}

/**
 * Call it inside the transaction of the batch. A finding is known by rule, entity and key; one whose values changed
 * is closed and opened anew, so that the record of what was found when stays true.
 */
export async function reconcile(
  client: Client,
  outcomes: readonly RuleOutcome[],
  batch: string | null,
): Promise<Reconciled> {
  let opened = 0;
  let closed = 0;
  const refusing: RuleFinding[] = [];
  for (const outcome of outcomes) {
    closed += await closeFindings(client, outcome, batch);
    const fresh = await openFindings(client, outcome, batch);
    opened += fresh.length;
    refusing.push(...fresh.filter(({ state }) => state === 'OPEN').flatMap(({ key }) => refusal(outcome, key)));
    await client.query(
      `insert into hub.rule_run (rule, service, batch_id, pass, fail, uncertain, not_applicable) values ($1, $2, $3, $4, $5, $6, $7)`,
      [outcome.rule.id, outcome.service, batch, outcome.pass, outcome.fail, outcome.uncertain, outcome.notApplicable],
    );
  }
  return { opened, closed, refusing };
}

const refusal = ({ rule, failures }: RuleOutcome, key: string): RuleFinding[] =>
  rule.severity === 'E' ? failures.filter((failure) => failure.key === key) : [];

/** What makes it the same finding: the same values of the same record. */
const SAME = `(f.left_value, f.right_value, f.delta, f.field) is not distinct from (n.left, n.right, n.delta, n.field)`;

const FAILURES = `jsonb_to_recordset($1::jsonb) n(key text, agency text, field text, "left" text, "right" text, delta text, tolerance text,
  operands jsonb, dataset text, file text, sheet text, "row" integer, "column" text, zh text, en text, remedy text)`;

async function closeFindings(
  client: Client,
  { rule, entity, service, failures, judged = 'true' }: RuleOutcome,
  batch: string | null,
): Promise<number> {
  const { rowCount } = await client.query(
    `update hub.finding f set state = 'CLOSED', closed_batch = $5, closed_at = hub.instant()
     where f.rule = $2 and f.entity = $3 and f.service is not distinct from $4 and f.state <> 'CLOSED' and ${judged}
       and not exists (select from ${FAILURES} where n.key = f.record_key and ${SAME})`,
    [JSON.stringify(failures), rule.id, entity, service, batch],
  );
  return rowCount ?? 0;
}

/** Opens what does not stand yet; a failure that somebody accepted as officially published is ACCEPTED from the start. */
async function openFindings(
  client: Client,
  { rule, entity, service, failures }: RuleOutcome,
  batch: string | null,
): Promise<{ key: string; state: string }[]> {
  if (!failures.length) return [];
  const { rows } = await client.query<{ key: string; state: string }>(
    `insert into hub.finding (rule, severity, state, dataset_id, service, entity, record_key, agency_id, field, left_value, right_value,
       delta, tolerance, operands, file, sheet, source_row, source_column, message_zh, message_en, remedy, opened_batch, accepted_by, accepted_reason)
     select $2, $6, case when a.rule is null then 'OPEN' else 'ACCEPTED' end, n.dataset, $4, $3, n.key, n.agency, n.field, n.left, n.right,
       n.delta, n.tolerance, n.operands, nullif(n.file, ''), n.sheet, n.row, n.column, n.zh, n.en, n.remedy, $5, a.accepted_by, a.reason
     from ${FAILURES}
     left join hub.acceptance a on a.rule = $2 and a.dataset_id = n.dataset and a.entity = $3 and a.record_key = n.key
     where not exists (select from hub.finding f where f.rule = $2 and f.entity = $3 and f.service is not distinct from $4
       and f.record_key = n.key and f.state <> 'CLOSED')
     order by n.key
     returning record_key as key, state`,
    [JSON.stringify(failures), rule.id, entity, service, batch, rule.severity],
  );
  return rows;
}
