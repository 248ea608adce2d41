/** The history of each published table: what every row was before, kept by a trigger, indexed as the table itself is. */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { onceFor } from './once-for.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { historyTable, SINCE, UNTIL } from '../model/system-columns.js';

/** Brings the histories of a service's tables up to the tables: they follow from them and need no migration of their own. */
export async function ensureHistories(client: Client, namespace: string, entities: readonly Class[]): Promise<void> {
  const tables = entities.map((entity) => modelOf(entity).table);
  const layout = `${FORM} ${tables.join(' ')} ${await layoutOf(client, namespace)}`;
  await onceFor(client, `histories of ${namespace}`, layout, async () => {
    for (const table of tables) await ensureHistory(client, namespace, table);
  });
}

/** Grows when what is made of the same tables changes. */
const FORM = 3;

/** Columns, indexes and foreign keys of all tables of a schema: what the histories follow from. */
async function layoutOf(client: Client, namespace: string): Promise<string> {
  const { rows } = await client.query<{ layout: string }>(
    `select concat(
       (select string_agg(concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attcollation), ';' order by c.relname, a.attnum)
        from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = n.oid and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped),
       (select string_agg(pg_get_indexdef(i.indexrelid), ';' order by i.indexrelid::regclass::text)
        from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = n.oid),
       (select string_agg(concat_ws(' ', k.conrelid::regclass, k.conname, k.confdeltype), ';' order by k.conname)
        from pg_constraint k where k.connamespace = n.oid and k.contype = 'f')) as layout
     from pg_namespace n where n.nspname = $1`,
    [namespace],
  );
  return rows[0]?.layout ?? '';
}

interface Column {
  readonly name: string;
  readonly type: string;
}

const ENDS = `"${UNTIL}" timestamptz(3) not null, hub_end text not null, hub_end_batch text not null, hub_reason text`;

async function ensureHistory(client: Client, namespace: string, table: string): Promise<void> {
  const own = `"${namespace}"."${table}"`;
  const history = `"${namespace}"."${historyTable(table)}"`;
  const columns = await columnsOf(client, own);
  await client.query(`create table if not exists ${history} (${columns.map(declared).join(', ')}, ${ENDS})`);
  const kept = new Map((await columnsOf(client, history)).map(({ name, type }) => [name, type]));
  for (const column of columns) {
    const type = kept.get(column.name);
    if (type === undefined) await client.query(`alter table ${history} add column ${declared(column)}`);
    else if (type !== column.type)
      await client.query(`alter table ${history} alter column "${column.name}" type ${column.type}`);
  }
  await indexAlike(client, namespace, table);
  await keepByTrigger(client, namespace, table, columns);
}

const declared = ({ name, type }: Column): string => `"${name}" ${type}`;

async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) || case when attcollation <> 0 and attcollation <> 100 then format(' collate %I', (select collname from pg_collation where oid = attcollation)) else '' end as type
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows;
}

/** Versions that no longer held at the instant are passed over within the index, without a look at the row. */
const withUntil = (using: string): string =>
  /^using btree \(.*\)$/is.test(using) ? using.replace(/\)$/, `, "${UNTIL}")`) : using;

/** A page of a past day is found as a page of today is: by the same indexes. */
async function indexAlike(client: Client, namespace: string, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string; isKey: boolean; keys: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as "isKey",
       (select string_agg(format('%I', a.attname), ', ' order by k.n) from unnest(i.indkey) with ordinality k(attnum, n)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum) as keys
     from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::regclass`,
    [`"${namespace}"."${table}"`],
  );
  const history = `"${namespace}"."${historyTable(table)}"`;
  const wanted = new Map<string, string>([['until', `using btree ("${UNTIL}")`]]);
  for (const { name, definition, isKey, keys } of rows) {
    const using = /\bUSING .*$/s.exec(definition)?.[0];
    if (isKey) wanted.set(name, `using btree (${keys}, "${SINCE}", "${UNTIL}")`);
    else if (using) wanted.set(name, withUntil(using));
  }
  const made = await client.query<{ name: string }>(
    'select indexname as name from pg_indexes where schemaname = $1 and tablename = $2',
    [namespace, historyTable(table)],
  );
  const names = new Set(made.rows.map(({ name }) => name));
  for (const [origin, using] of wanted) {
    const name = `history_${createHash('sha1').update(`${table} ${origin} ${using}`).digest('hex').slice(0, 20)}`;
    if (!names.delete(name)) await client.query(`create index "${name}" on ${history} ${using}`);
  }
  for (const gone of names) await client.query(`drop index "${namespace}"."${gone}"`);
}

/**
 * A version that a publication itself wrote and wrote again was never published, and is not kept. `hub.reason` tells
 * why rows go when it is not that a newer version takes their place. What is erased must not be kept here of all places.
 */
async function keepByTrigger(
  client: Client,
  namespace: string,
  table: string,
  columns: readonly Column[],
): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const history = `"${namespace}"."${historyTable(table)}"`;
  const keep = `"${namespace}"."${table.slice(0, 50)}_keep"`;
  await client.query(`
    create or replace function ${keep}() returns trigger language plpgsql as $keep$
    declare
      instant timestamptz(3) := hub.instant();
    begin
      if current_setting('hub.erasing', true) = 'on' then
        return null;
      end if;
      insert into ${history} (${names}, "${UNTIL}", hub_end, hub_end_batch, hub_reason)
      select ${names}, instant, case tg_op when 'UPDATE' then 'REVISED' else 'WITHDRAWN' end, hub.batch(),
        nullif(current_setting('hub.reason', true), '')
      from old_rows where "${SINCE}" < instant;
      return null;
    end $keep$`);
  for (const event of ['update', 'delete'])
    await client.query(
      `create or replace trigger keep_${event} after ${event} on "${namespace}"."${table}"
       referencing old table as old_rows for each statement execute function ${keep}()`,
    );
  await reviseByTrigger(client, namespace, table);
}

/**
 * A reference that the database itself blanks because its row goes is a revision of the row that referred, in a table
 * that the publication may not have thought of: it is told by `hub.revised`. Whatever else writes a row says its hash.
 */
async function reviseByTrigger(client: Client, namespace: string, table: string): Promise<void> {
  const own = `"${namespace}"."${table}"`;
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.conrelid = $1::regclass and c.contype = 'f' and c.confdeltype = 'n' order by 1`,
    [own],
  );
  if (!rows.length) {
    await client.query(`drop trigger if exists revise on ${own}`);
    return;
  }
  const blanked = rows.map(({ name }) => `old."${name}" is not null and new."${name}" is null`).join(' or ');
  const revise = `"${namespace}"."${table.slice(0, 50)}_revise"`;
  await client.query(`
    create or replace function ${revise}() returns trigger language plpgsql as $revise$
    begin
      if hub.batch() <> '' and coalesce(current_setting('hub.erasing', true), '') <> 'on' then
        new."${SINCE}" := hub.instant();
        new.hub_batch := hub.batch();
        new.hub_hash := null;
        perform set_config('hub.revised', coalesce(current_setting('hub.revised', true), '') || ' ${namespace}.${table}', true)
          where position(' ${namespace}.${table} ' in coalesce(current_setting('hub.revised', true), '') || ' ') = 0;
      end if;
      return new;
    end $revise$`);
  await client.query(
    `create or replace trigger revise before update on ${own} for each row
     when (new.hub_hash is not null and new.hub_hash is not distinct from old.hub_hash and (${blanked}))
     execute function ${revise}()`,
  );
}
