/** Versions whose content was erased: their hashes stay, so that what the log says of them can still be proven. */
import type { Client } from 'pg';
import { HASH, SINCE } from '../model/system-columns.js';
import { type Faults, NAMED_ROWS } from './fault.js';

/** A table by its names, `hub` and a record table's for records. */
export interface ErasedPlace {
  readonly service: string;
  readonly entity: string;
}

const of = ({ service, entity }: ErasedPlace, alias: string): string =>
  `${alias}.service = '${service}' and ${alias}.entity = '${entity}'`;

export async function erasedHere(client: Client, place: ErasedPlace): Promise<boolean> {
  const { rowCount } = await client.query(`select 1 from hub.erased e where ${of(place, 'e')} limit 1`);
  return Boolean(rowCount);
}

/**
 * The versions as they were before anything was erased: what stands in for an erased one is left out, the hash of the
 * erased one is put in. `versions` gives `at`, `content` (the row's hash) and `proof`.
 */
export const withoutErasures = (
  versions: string,
  place: ErasedPlace,
  at: 'since' | 'until',
  proof: 'hash' | 'end_hash',
): string => `
  select v.at, v.proof from (${versions}) v
  where not exists (select from hub.erased e where ${of(place, 'e')} and e.${at} = v.at and e.replaced_by = v.content)
  union all
  select e.${at}, e.${proof} from hub.erased e where ${of(place, 'e')} and e.${at} is not null
    and not exists (select from hub.erased o where ${of(place, 'o')} and o.${at} = e.${at} and o.replaced_by = e.hash)`;

/** What stands in for an erased version must still be there, or have been erased in its turn. */
export async function verifyErased(
  client: Client,
  place: ErasedPlace,
  tables: readonly string[],
  title: string,
  faults: Faults,
): Promise<void> {
  const gone = tables
    .map((table) => `not exists (select from ${table} t where t."${SINCE}" = e.since and t."${HASH}" = e.replaced_by)`)
    .join(' and ');
  const { rows } = await client.query<{ key: string; total: string }>(
    `select e.id || ' (' || e.redaction_id || ')' as key, count(*) over () as total from hub.erased e
     where ${of(place, 'e')} and e.replaced_by is not null and ${gone}
       and not exists (select from hub.erased o where ${of(place, 'o')} and o.since = e.since and o.hash = e.replaced_by)
     limit ${NAMED_ROWS}`,
  );
  faults.addRows(rows, (key) => ({
    zh: `${title}：代替已抹除版本 ${key} 的行不在了或已被改动`,
    en: `${title}: the row that stands for the erased version ${key} is gone or was changed`,
    table: title,
    key,
  }));
}
