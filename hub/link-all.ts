import type { Client } from 'pg';
import { SERVICES } from '../gateway/services.js';
import type { Publication } from '../subgraph/ledger/publication.js';
import { linkProcesses, type LinkReport } from '../services/procurement/project-link/link-processes.js';
import { linkLand } from '../services/projects/land/link-projects.js';

/** Finds anew which project each process and each land supply result belongs to; after every import. */
export async function linkAll(
  publication: Publication,
): Promise<{ processes: LinkReport; land: Awaited<ReturnType<typeof linkLand>> }> {
  const { rows } = await publication.client.query<{ id: string; title: string; jurisdiction: string }>(
    'select id, title, jurisdiction from projects.project',
  );
  const processes = await linkProcesses(publication, rows);
  const land = await linkLand(publication);
  return { processes, land };
}

/** After a load the planner's statistics are those of the empty tables; the first queries would be planned blind. */
export async function analyseAll(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select format('%I.%I', schemaname, relname) as table from pg_stat_user_tables where schemaname = any($1::text[]) and n_mod_since_analyze > 0`,
    [[...SERVICES.map(({ name }) => name), 'hub']],
  );
  for (const { table } of rows) await client.query(`analyze ${table}`);
}
