/** Many processes out of a few: every row of a process is copied with it, so that all references hold. */
import type { Client } from 'pg';
import { SINCE } from '../../../subgraph/model/system-columns.js';

/** What the cases read; documents, items, parties, milestones and releases stay those of the sample. */
const TABLES = [
  { name: 'contracting_process', key: 'ocid', refers: [] },
  { name: 'tender', key: 'id', refers: ['ocid'] },
  { name: 'lot', key: 'id', refers: ['ocid', 'tender_id'] },
  { name: 'bid', key: 'id', refers: ['ocid', 'lot_id'] },
  { name: 'bid_tenderer', key: 'id', refers: ['ocid', 'bid_id'] },
  { name: 'award', key: 'id', refers: ['ocid', 'lot_id'] },
  { name: 'award_supplier', key: 'id', refers: ['ocid', 'award_id'] },
  { name: 'contract', key: 'id', refers: ['ocid', 'award_id'] },
  { name: 'contract_supplier', key: 'id', refers: ['ocid', 'contract_id'] },
] as const;

const AMOUNTS = ['amount', 'budget_amount', 'min_amount', 'ceiling_amount'];

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * Copies the processes that are there until `target` tenders are reached; tells how many copies were made.
 * @param mark part of the copies' ids; another one each time the same database is copied
 */
export async function multiply(client: Client, target: number, mark: string): Promise<number> {
  const { rows } = await client.query<{ tenders: number }>('select count(*)::int tenders from procurement.tender');
  const tenders = rows[0]?.tenders ?? 0;
  if (tenders === 0) throw new Error('there is no tender to copy');
  const copies = Math.ceil(target / tenders) - 1;
  // References are copied as they are: what the sample held stays consistent, and is checked at the end.
  await client.query('set session_replication_role = replica');
  await client.query('set synchronous_commit = off');
  for (const { name, key, refers } of TABLES) {
    const indexes = await dropIndexes(client, name);
    const columns = await columnsOf(client, name);
    const values = columns.map((column) => copied(column, [key, ...refers], mark));
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    await client.query(
      `insert into procurement.${name} (${names}) select ${values.join(', ')} from generate_series(1, ${copies}) n
       cross join lateral (select * from procurement.${name} order by ocid, "${key}") t
       cross join lateral (select ${shiftDays} days, ${factor('t.ocid')} factor) j`,
    );
    for (const index of indexes) await client.query(index);
  }
  await client.query('reset session_replication_role');
  for (const { name } of TABLES) await client.query(`vacuum (analyze) procurement.${name}`);
  await checkReferences(client);
  return copies;
}

/** All days of a copied process move together, by up to half a year either way. */
const shiftDays = `(hashtextextended(t.ocid, n) % 180)::int`;
const factor = (id: string): string => `round(1 + (hashtextextended(${id}, -n) % 200)::numeric / 1000, 3)`;

function copied({ name, type }: Column, keys: readonly string[], mark: string): string {
  const column = `t."${name}"`;
  if (keys.includes(name)) return `${column} || '~${mark}' || n`;
  // When it was published is not what the row tells.
  if (name === SINCE) return column;
  if (type === 'date') return `${column} + j.days`;
  if (type.startsWith('timestamp')) return `${column} + make_interval(days => j.days)`;
  if (AMOUNTS.includes(name)) return `round(${column} * j.factor, 2)`;
  return column;
}

async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`procurement.${table}`],
  );
  return rows;
}

/** An index is built faster than it is kept up to date row by row. */
async function dropIndexes(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not indisunique`,
    [`procurement.${table}`],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function checkReferences(client: Client): Promise<void> {
  const { rows } = await client.query<{ child: string; column: string; parent: string; key: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent,
       (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as column,
       (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as key
     from pg_constraint where contype = 'f' and connamespace = 'procurement'::regnamespace`,
  );
  for (const { child, column, parent, key } of rows) {
    const { rowCount } = await client.query(
      `select 1 from ${child} c where ${column} is not null
       and not exists (select 1 from ${parent} p where p.${key} = c.${column}) limit 1`,
    );
    if (rowCount) throw new Error(`a row of ${child} refers to a ${parent} that is not there (${column})`);
  }
}
