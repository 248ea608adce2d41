import type { Client } from 'pg';

/** Columns that PostgreSQL computes in the table and that its history holds as they were; their SQL over other columns. */
export async function derivedColumns(client: Client, table: string): Promise<{ name: string; sql: string }[]> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select a.attname as name, pg_get_expr(d.adbin, d.adrelid) as sql from pg_attribute a
     join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attgenerated = 's' and not a.attisdropped`,
    [table],
  );
  return rows;
}
