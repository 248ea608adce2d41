/** Findings of severity E taken over as officially published, so that their rows may stand. */
import type { Client } from 'pg';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';

/** Gives how many; those accepted already keep their reason. */
export async function acceptAll(
  client: Client,
  outcomes: readonly RuleOutcome[],
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<number> {
  const failures = outcomes
    .flatMap(({ rule, failures: found }) => (rule.severity === 'E' ? found : []))
    .filter(({ dataset }) => dataset !== null)
    .map(({ rule, dataset, entity, key }) => ({ rule, dataset, entity, key }));
  const { rowCount } = await client.query(
    `insert into hub.acceptance (rule, dataset_id, entity, record_key, reason, accepted_by)
     select distinct f.rule, f.dataset, f.entity, f.key, $2, $3
     from jsonb_to_recordset($1::jsonb) f(rule text, dataset text, entity text, key text) on conflict do nothing`,
    [JSON.stringify(failures), reason, by],
  );
  return rowCount ?? 0;
}
