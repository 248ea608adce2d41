/** Releases as they were published: stored once each, found again by ocid to be merged. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Client } from 'pg';
import { isObject, parseExact, printExact, type JsonValue } from '../../../subgraph/import/exact-json.js';
import { idText } from '../ocds/id-text.js';
import type { OcdsUnit } from '../ocds/read-ocds.js';
import { ocidPrefix } from '../ocds/semantic-rules.js';

/** Which jurisdiction the releases of an ocid prefix belong to; an unknown prefix is a jurisdiction of its own. */
export type Jurisdictions = Readonly<Record<string, string>>;

export const jurisdictionOf = (ocid: string, jurisdictions: Jurisdictions): string => {
  const prefix = ocidPrefix(ocid) ?? ocid;
  return jurisdictions[prefix] ?? prefix;
};

/** Adds the releases that are not stored yet; gives how many were new. */
export async function storeReleases(
  client: Client,
  units: readonly OcdsUnit[],
  jurisdictions: Jurisdictions,
): Promise<number> {
  if (!units.length) return 0;
  const rows = units.map((unit) => releaseRow(unit, jurisdictions));
  const { rowCount } = await client.query(
    `insert into procurement.release (id, jurisdiction, ocid, release_id, released_at, tags, compiled, publisher, source, pointer, body, linked_ids, linked_dates, pending)
     select r.id, r.jurisdiction, r.ocid, r.release_id, r.released_at, r.tags, r.compiled, r.publisher, r.source, r.pointer, r.body::jsonb, r.linked_ids, r.linked_dates, true
     from jsonb_to_recordset($1::jsonb) r(id text, jurisdiction text, ocid text, release_id text, released_at timestamptz, tags text[], compiled boolean, publisher text, source text, pointer text, body text, linked_ids text[], linked_dates text[])
     on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

function releaseRow(unit: OcdsUnit, jurisdictions: Jurisdictions): Record<string, unknown> {
  const { release, compiled, publisher, linked, file, pointer } = unit;
  const ocid = String(release.ocid);
  const body = printExact(release);
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return {
    id: `${ocid}#${digest}`,
    jurisdiction: jurisdictionOf(ocid, jurisdictions),
    ocid,
    release_id: idText(release.id),
    released_at: release.date,
    tags: Array.isArray(release.tag) ? release.tag.map(String) : null,
    compiled,
    publisher,
    source: path.basename(file),
    pointer,
    body,
    linked_ids: linked.ids,
    linked_dates: linked.dates,
  };
}

/** Every stored release of the given processes. */
export async function storedUnits(client: Client, ocids: readonly string[]): Promise<OcdsUnit[]> {
  const { rows } = await client.query<StoredRelease>(
    `select body::text body, compiled, publisher, source, pointer, linked_ids, linked_dates from procurement.release
     where ocid = any($1::text[]) order by ocid, released_at, id`,
    [ocids],
  );
  return rows.map((row) => {
    const release: JsonValue = parseExact(row.body);
    if (!isObject(release)) throw new Error('a stored release is an object');
    return {
      file: row.source,
      pointer: row.pointer,
      release,
      compiled: row.compiled,
      linked: { ids: row.linked_ids ?? [], dates: row.linked_dates ?? [] },
      recordOcid: null,
      publisher: row.publisher,
    };
  });
}

interface StoredRelease {
  body: string;
  compiled: boolean;
  publisher: string | null;
  source: string;
  pointer: string;
  linked_ids: string[] | null;
  linked_dates: string[] | null;
}

/** Processes with releases that are stored but not merged yet, oldest key first. */
export async function pendingOcids(client: Client, atMost: number): Promise<string[]> {
  const { rows } = await client.query<{ ocid: string }>(
    'select distinct ocid from procurement.release where pending order by ocid limit $1',
    [atMost],
  );
  return rows.map(({ ocid }) => ocid);
}

export async function markMerged(client: Client, ocids: readonly string[]): Promise<void> {
  await client.query('update procurement.release set pending = false where pending and ocid = any($1::text[])', [
    ocids,
  ]);
}
