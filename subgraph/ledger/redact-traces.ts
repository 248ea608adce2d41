/** Where else the content of a record stands in the hub's own records: findings, rows put aside, refusals. */
import type { Client } from 'pg';
import { REDACTED } from './redacted-columns.js';

export interface Trace {
  readonly dataset: string;
  readonly entity: string;
  readonly key: string;
  /** Values that tell the record from others, as files print them. */
  readonly identifying: readonly string[];
  /** What stands in place of the key afterwards; absent: the key stays. */
  readonly pseudonym: string | undefined;
}

const [ZH = '', EN = ''] = REDACTED.split(' / ');

/** Values and sentences of every finding about the record, or that rests on it. */
export async function redactFindings(client: Client, { entity, key, pseudonym = key }: Trace): Promise<void> {
  const subject = 'f.entity = $1 and f.record_key = $2';
  await client.query(
    `update hub.finding f set left_value = null, right_value = null, delta = null, message_zh = $4, message_en = $5,
       record_key = case when ${subject} then $3 else f.record_key end,
       operands = (select jsonb_agg(case when o ->> 'entity' = $1 and o ->> 'key' = $2
         then o || jsonb_build_object('key', $3::text, 'value', null) else o end order by n)
         from jsonb_array_elements(f.operands) with ordinality e(o, n))
     where (${subject}) or f.operands @> jsonb_build_array(jsonb_build_object('entity', $1::text, 'key', $2::text))`,
    [entity, key, pseudonym, ZH, EN],
  );
}

/** Rows put aside that are the record, as they were handed in; one that was open is dropped: nothing is left to repair. */
export async function redactQuarantine(
  client: Client,
  { dataset, identifying }: Trace,
  by: string,
  redaction: string,
): Promise<void> {
  await client.query(
    `update hub.quarantine q set cells = '{}', findings = '[]',
       state = case q.state when 'OPEN' then 'DROPPED' else q.state end,
       closed_at = coalesce(q.closed_at, hub.instant()), closed_by = coalesce(q.closed_by, $3), reason = coalesce(q.reason, $4)
     where q.dataset_id = $1 and (select bool_and(exists (
       select from jsonb_path_query(q.cells, '$.**') v where v #>> '{}' = i)) from unnest($2::text[]) i)`,
    [dataset, identifying, by, redaction],
  );
}

/** What a refusal says of the record: its values, sentences and key. */
export async function redactRefusals(
  client: Client,
  { dataset, entity, key, identifying, pseudonym = key }: Trace,
): Promise<void> {
  const ofRecord = `(e.f ->> 'entity' = $2 and e.f ->> 'key' = $3) or (select bool_or(strpos(e.f::text, i) > 0) from unnest($5::text[]) i)`;
  await client.query(
    `update hub.refusal r set findings = (select jsonb_agg(case when ${ofRecord}
       then e.f || jsonb_build_object('value', '', 'zh', $6::text, 'en', $7::text, 'key', case when e.f ->> 'key' = $3 then $4::text else e.f ->> 'key' end)
       else e.f end order by e.n) from jsonb_array_elements(r.findings) with ordinality e(f, n))
     where r.dataset_id = $1 and exists (select from jsonb_array_elements(r.findings) e(f) where ${ofRecord})`,
    [dataset, entity, key, pseudonym, identifying, ZH, EN],
  );
}
