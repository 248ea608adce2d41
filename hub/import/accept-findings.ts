/** A wrong figure taken over as officially published: who says so, why, and what may be published then. */
import type { Client } from 'pg';
import { findQuarantined } from '../../subgraph/import/quarantine.js';
import { findRefusals, type Refusal, type RefusalFinding } from '../../subgraph/import/refusal.js';
import { act } from '../../subgraph/ledger/act.js';
import { HubProblem } from '../problem.js';

export interface Acceptance {
  readonly reason: string;
  readonly by: string;
}

interface Named {
  readonly rule: string;
  readonly dataset: string;
  readonly entity: string;
  readonly key: string;
}

/**
 * `R000001.3` is the third finding of a refusal, `R000001` all that block it, `Q000001.1` one of a row put aside,
 * `F0000001` a finding of a published row. Gives the refusals with nothing left in their way; all are accepted or none.
 */
export async function acceptFindings(
  client: Client,
  ids: readonly string[],
  acceptance: Acceptance,
): Promise<Refusal[]> {
  const named: Named[] = [];
  const refusals = new Map<string, Refusal>();
  for (const id of ids) {
    const { findings, refusal } = await findingsOf(client, id);
    if (refusal) refusals.set(refusal.id, refusal);
    for (const [name, finding] of findings) named.push(acceptable(name, finding));
  }
  await act(client, 'ACCEPTANCE', async () => {
    await store(client, named, acceptance);
    return { result: undefined, body: { findings: ids, ...acceptance } };
  });
  const free: Refusal[] = [];
  for (const refusal of refusals.values())
    if (refusal.options.publishedAs === undefined && (await isFree(client, refusal))) free.push(refusal);
  return free;
}

/** With its id each, as `hub findings show` prints it. */
export async function findingsOf(
  client: Client,
  id: string,
): Promise<{ findings: (readonly [id: string, finding: RefusalFinding])[]; refusal?: Refusal }> {
  const [, kind = '', number = '', position] = /^([RQF])(\d+)(?:\.(\d+))?$/.exec(id) ?? [];
  const owner = `${kind}${number}`;
  if (kind === 'F' && position === undefined) return { findings: [[id, await storedFinding(client, id)]] };
  const [refusal] = kind === 'R' ? await findRefusals(client, [owner]) : [];
  const [aside] = kind === 'Q' ? await findQuarantined(client, { id: owner }) : [];
  const all = refusal?.findings ?? aside?.findings;
  if (!all) throw new HubProblem(`没有 ${id}，见 hub findings list`, `there is no ${id}; see hub findings list`);
  const listed = all.map((finding, index) => [`${owner}.${index + 1}`, finding] as const);
  const findings =
    position === undefined
      ? listed.filter(([, { severity }]) => severity === 'E')
      : listed.slice(Number(position) - 1, Number(position));
  if (!findings.length)
    throw new HubProblem(`${owner} 只有 ${all.length} 处发现`, `${owner} has ${all.length} findings`);
  return { findings, ...(refusal && { refusal }) };
}

async function storedFinding(client: Client, id: string): Promise<RefusalFinding> {
  const { rows } = await client.query<RefusalFinding>(
    `select rule, severity, coalesce(file, '') as file, record_key as path, coalesce(left_value, '') as value, message_zh as zh,
       message_en as en, remedy, sheet, source_row as "row", source_column as "column", dataset_id as dataset, entity,
       record_key as key, dataset_id is not null and state <> 'CLOSED' as acceptable
     from hub.finding where id = $1`,
    [id],
  );
  const [finding] = rows;
  if (!finding) throw new HubProblem(`没有 ${id}，见 hub findings list`, `there is no ${id}; see hub findings list`);
  return finding;
}

function acceptable(id: string, { rule, dataset, entity, key, acceptable: is, zh, en }: RefusalFinding): Named {
  if (is && dataset !== null && entity !== null && key !== null) return { rule, dataset, entity, key };
  throw new HubProblem(
    `${id}（${rule}：${zh}）不能接受：该列存不下这样的内容，或不成其为一条记录；请更正文件，或用 --partial 搁置该行`,
    `${id} (${rule}: ${en}) cannot be accepted: the column cannot hold it, or there is no record to accept it for; correct the file, or put the row aside with --partial`,
  );
}

/** An acceptance stands as it was given first: the log proves it. */
async function store(client: Client, named: readonly Named[], { reason, by }: Acceptance): Promise<void> {
  const values = [JSON.stringify(named), reason, by];
  const listed = 'jsonb_to_recordset($1::jsonb) n(rule text, dataset text, entity text, key text)';
  await client.query(
    `insert into hub.acceptance (rule, dataset_id, entity, record_key, reason, accepted_by)
     select distinct n.rule, n.dataset, n.entity, n.key, $2, $3 from ${listed} on conflict do nothing`,
    values,
  );
  await client.query(
    `update hub.finding f set state = 'ACCEPTED', accepted_reason = $2, accepted_by = $3
     from ${listed} where f.state = 'OPEN' and f.rule = n.rule and f.dataset_id = n.dataset and f.entity = n.entity and f.record_key = n.key`,
    values,
  );
}

/** Every finding of severity E is accepted; one of which not all findings were kept never is. */
async function isFree(client: Client, { findings, options }: Refusal): Promise<boolean> {
  const blocking = findings.filter(({ severity }) => severity === 'E');
  if (blocking.length < options.count) return false;
  const { rows } = await client.query<{ free: boolean }>(
    `select not exists (select from jsonb_to_recordset($1::jsonb) n(rule text, dataset text, entity text, key text)
       where not exists (select from hub.acceptance a where a.rule = n.rule and a.dataset_id = n.dataset and a.entity = n.entity and a.record_key = n.key)) as free`,
    [JSON.stringify(blocking)],
  );
  return rows[0]?.free === true;
}
