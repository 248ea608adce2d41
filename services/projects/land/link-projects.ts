/** Land supply results → the project they belong to: by the printed code, else by the only project of the same name. */
import { normaliseName } from '../../../schema/vocabulary/name.js';
import type { Publication } from '../../../subgraph/ledger/publication.js';
import { REVISED } from '../../../subgraph/ledger/revised.js';
import { LandTransfer } from './land-transfer.entity.js';

export interface LinkReport {
  readonly exact: number;
  readonly normalisedName: number;
  readonly unlinked: number;
}

/** Links every row anew, so that the result depends on the data alone. Confidence: 1 and 0.9. */
export async function linkLand(publication: Publication): Promise<LinkReport> {
  const { client } = publication;
  const { rows: projects } = await client.query<{ id: string; title: string; jurisdiction: string }>(
    'select id, title, jurisdiction from projects.project',
  );
  const ids = new Set(projects.map(({ id }) => id));
  const byName = uniqueByName(projects);
  const { rows: land } = await client.query<{
    id: string;
    title: string | null;
    code: string | null;
    jurisdiction: string;
  }>('select id, project_title title, project_code code, jurisdiction from projects.land_transfer');
  const links = land.flatMap(({ id, title, code, jurisdiction }) => {
    if (code !== null && ids.has(code)) return [{ id, project: code, method: 'EXACT', confidence: '1' }];
    const named = title === null ? undefined : byName.get(`${jurisdiction} ${normaliseName(title)}`);
    return named === undefined ? [] : [{ id, project: named, method: 'NORMALISED_NAME', confidence: '0.9' }];
  });
  await publication.open();
  publication.touch('projects', LandTransfer);
  await client.query(
    `with link as (select * from jsonb_to_recordset($1::jsonb) l(id text, project text, method text, confidence numeric))
     update projects.land_transfer t set project_id = n.project, project_link_method = n.method, project_link_confidence = n.confidence, ${REVISED}
     from (select t.id, l.project, l.method, l.confidence from projects.land_transfer t left join link l using (id)) n
     where n.id = t.id and (t.project_id, t.project_link_method, t.project_link_confidence) is distinct from (n.project, n.method, n.confidence)`,
    [JSON.stringify(links)],
  );
  const exact = links.filter(({ method }) => method === 'EXACT').length;
  return { exact, normalisedName: links.length - exact, unlinked: land.length - links.length };
}

function uniqueByName(projects: readonly { id: string; title: string; jurisdiction: string }[]): Map<string, string> {
  const byName = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, title, jurisdiction } of projects) {
    const name = `${jurisdiction} ${normaliseName(title)}`;
    if (byName.has(name)) shared.add(name);
    byName.set(name, id);
  }
  for (const name of shared) byName.delete(name);
  return byName;
}
