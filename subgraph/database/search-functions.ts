/** What makes Chinese text searchable without an extension: folding, and pairs of neighbouring characters. */
import type { Client } from 'pg';
import { onceFor } from '../ledger/once-for.js';
import { SIMPLIFIED, TRADITIONAL } from './simplified-characters.js';

/**
 * The functions lie in a schema of their own, since generated columns and indexes of every service use them:
 * - `hub.fold_text`: NFKC (full and half width), lower case, white space removed, traditional to simplified (asked for
 *   first: `translate` walks the whole list for each character, and most texts hold none of it);
 * - `hub.bigrams`: each pair of neighbouring characters (a loop: as a query in SQL it takes five times as long, and it
 *   is most of what a new row costs).
 */
const FUNCTIONS = `
create schema if not exists hub;
create or replace function hub.fold_width(text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(lower(normalize($1, NFKC)), '\\s+', '', 'g')
$$;
create or replace function hub.fold_text(text) returns text language sql immutable strict parallel safe as $$
  select case when $1 ~ '[${TRADITIONAL}]' then translate(hub.fold_width($1), '${TRADITIONAL}', '${SIMPLIFIED}') else hub.fold_width($1) end
$$;
create or replace function hub.bigrams(text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  c text[] := string_to_array($1, null);
  pairs text[] := '{}';
begin
  for i in 1 .. cardinality(c) - 1 loop
    pairs[i] := c[i] || c[i + 1];
  end loop;
  return pairs;
end $$;
`;

/** Creates or renews the functions; services that start together do it one after the other. */
export const ensureSearchFunctions = (client: Client): Promise<void> =>
  onceFor(client, 'search functions', FUNCTIONS, async () => {
    await client.query(FUNCTIONS);
  });
