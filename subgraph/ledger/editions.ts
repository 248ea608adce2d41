/** Named instants: what a report cites, so that it can be asked for again. Made once, never changed or deleted. */
import type { Client } from 'pg';
import { readAsOf } from '../time/as-of-header.js';
import { act } from './act.js';
import { LedgerProblem } from './ledger-problem.js';

export interface EditionInput {
  readonly name: string;
  readonly title?: string | undefined;
  /** An instant or a day as the header `hub-as-of` takes them; the present when absent. */
  readonly asOf: string | undefined;
  readonly createdBy: string;
}

export interface Edition {
  readonly name: string;
  readonly title: string | null;
  /** ISO in UTC. */
  readonly asOf: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** Instants as ISO in UTC with milliseconds, the form that is compared and logged. */
const iso = (sql: string): string => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export async function createEdition(client: Client, { name, title, asOf, createdBy }: EditionInput): Promise<Edition> {
  if (readAsOf(name)?.kind !== 'edition')
    throw new LedgerProblem(
      `“${name}”不能作为版本名：用小写字母、数字、点和连字符，如 2024-annual`,
      `${name} cannot name an edition: use lower-case letters, digits, dots and hyphens, as in 2024-annual`,
    );
  const request = readAsOf(asOf ?? 'now');
  if (!request || request.kind === 'edition')
    throw new LedgerProblem(
      `“${asOf ?? ''}”不是时刻：写作 2024-12-31（当日终了，北京时间）、2024-12-31T08:00:00+08:00 或 now`,
      `${asOf ?? ''} is not an instant: write 2024-12-31 (its end in Beijing), 2024-12-31T08:00:00+08:00 or now`,
    );
  return act(client, 'EDITION', async (now) => {
    const at = request.kind === 'instant' ? request.instant : now;
    await refuseUnanswerable(client, name, at, now);
    await client.query(
      'insert into hub.edition (name, title, as_of, created_at, created_by) values ($1, $2, $3, $4, $5)',
      [name, title ?? null, at, now, createdBy],
    );
    const edition = { name, title: title ?? null, asOf: at, createdAt: now, createdBy };
    return { result: edition, body: { edition } };
  });
}

async function refuseUnanswerable(client: Client, name: string, at: string, now: string): Promise<void> {
  const { rows } = await client.query<{ taken: string | null; first: string | null }>(
    `select (select ${iso('as_of')} from hub.edition where name = $1) as taken, (select ${iso('min(published_at)')} from hub.batch) as first`,
    [name],
  );
  const { taken, first } = rows[0] ?? { taken: null, first: null };
  if (taken !== null)
    throw new LedgerProblem(
      `版本 ${name} 已存在（截至 ${taken}），不能改动；请另取名称`,
      `the edition ${name} is there already (as of ${taken}) and is never changed; give another name`,
    );
  if (at > now)
    throw new LedgerProblem(
      `版本不能截至未来：${at} 晚于现在 ${now}`,
      `an edition cannot be of the future: ${at} is later than now, ${now}`,
    );
  if (first === null || at < first)
    throw new LedgerProblem(
      first === null ? '尚未发布任何数据，没有可命名的版本' : `${at} 时尚无数据：最早的批次在 ${first}`,
      first === null
        ? 'nothing is published yet that an edition could name'
        : `there was no data at ${at}: the first batch is of ${first}`,
    );
}

/** All editions, by their instants. */
export async function listEditions(client: Client): Promise<Edition[]> {
  const { rows } = await client.query<Edition>(
    `select name, title, ${iso('as_of')} as "asOf", ${iso('created_at')} as "createdAt", created_by as "createdBy"
     from hub.edition e order by e.as_of, e.name`,
  );
  return rows;
}
