import type { Client } from 'pg';
import { linkProcesses, type LinkReport } from '../services/procurement/project-link/link-processes.js';
import { linkLand } from '../services/projects/land/link-projects.js';

/** Finds anew which project each process and each land supply result belongs to; after every import. */
export async function linkAll(
  client: Client,
): Promise<{ processes: LinkReport; land: Awaited<ReturnType<typeof linkLand>> }> {
  const { rows } = await client.query<{ id: string; title: string; jurisdiction: string }>(
    'select id, title, jurisdiction from projects.project',
  );
  const processes = await linkProcesses(client, rows);
  const land = await linkLand(client);
  for (const schema of ['registry', 'projects', 'procurement']) await analyse(client, schema);
  return { processes, land };
}

/** After a load the planner's statistics are those of the empty tables; the first queries would be planned blind. */
async function analyse(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select format('%I.%I', schemaname, relname) as table from pg_stat_user_tables where schemaname = $1 and n_mod_since_analyze > 0`,
    [schema],
  );
  for (const { table } of rows) await client.query(`analyze ${table}`);
}
