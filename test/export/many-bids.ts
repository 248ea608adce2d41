import type { TestDatabase } from '../kit/test-database.js';

/** Copies the bids of the sample city until there are about `rows`; in a database of the caller's own. */
export async function multiplyBids({ sql }: TestDatabase, rows: number): Promise<void> {
  // Scratch rows: what keeps the table right and quick to search would only make them slow to write.
  const foreign = await sql(
    `select conname from pg_constraint where contype = 'f' and conrelid = 'procurement.bid'::regclass`,
  );
  for (const { conname } of foreign) await sql(`alter table procurement.bid drop constraint "${conname}"`);
  const indexes = await sql(
    `select indexrelid::regclass::text name from pg_index where indrelid = 'procurement.bid'::regclass and not indisprimary`,
  );
  for (const { name } of indexes) await sql(`drop index ${name}`);
  const columns = await sql(
    `select column_name name from information_schema.columns
     where table_schema = 'procurement' and table_name = 'bid' and is_generated = 'NEVER'`,
  );
  const names = columns.map(({ name }) => `"${name}"`);
  const copies = Math.ceil(rows / Number((await sql('select count(*) n from procurement.bid'))[0]?.['n']));
  await sql(
    `insert into procurement.bid (${names.join(', ')})
     select ${names.map((name) => (name === '"id"' ? `id || '/' || n` : name)).join(', ')}
     from procurement.bid cross join generate_series(1, ${copies - 1}) n`,
  );
  await sql('analyze procurement.bid');
}

/** Sessions of the service that hold a cursor, in whatever state. */
export async function exportSessions({ sql }: TestDatabase): Promise<number> {
  const [row] = await sql(
    `select count(*) n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()
       and (state <> 'idle' or query like 'fetch %' or query like 'declare %')`,
  );
  return Number(row?.['n']);
}
