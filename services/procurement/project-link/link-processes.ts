/** Contracting processes → the project they belong to: by hand, by the printed code, else by the project's name. */
import { normaliseName } from '../../../schema/vocabulary/name.js';
import type { Publication } from '../../../subgraph/ledger/publication.js';
import { REVISED } from '../../../subgraph/ledger/revised.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';

/** A project as its own service publishes it. */
export interface KnownProject {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: string;
}

export interface LinkReport {
  readonly manual: number;
  readonly exact: number;
  readonly normalisedName: number;
  readonly unlinked: number;
}

interface Link {
  readonly ocid: string;
  readonly project: string;
  readonly method: 'MANUAL' | 'EXACT' | 'NORMALISED_NAME';
  readonly confidence: string;
}

interface PrintedProcess {
  readonly ocid: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly jurisdiction: string;
  readonly manual: string | null;
}

/** A name shorter than this stands in too many titles to prove anything. */
const SHORTEST_NAME = 6;

/**
 * Links every process anew, so that the result depends on the data alone. A name counts when exactly one project of the
 * same jurisdiction has its normalised title inside the normalised tender title; the longest such title wins.
 * Confidence: 1 by hand or code, 0.9 by name.
 */
export async function linkProcesses(publication: Publication, projects: readonly KnownProject[]): Promise<LinkReport> {
  const { rows } = await publication.client.query<PrintedProcess>(
    `select p.ocid, p.project_code code, coalesce(p.title, p.project_title) title, p.jurisdiction, l.project_id manual
     from procurement.contracting_process p left join procurement.project_link l on l.ocid = p.ocid`,
  );
  const ids = new Set(projects.map(({ id }) => id));
  const names = new Map<string, { name: string; id: string }[]>();
  for (const { id, title, jurisdiction } of projects) {
    const name = normaliseName(title);
    if (name.length < SHORTEST_NAME) continue;
    const own = names.get(jurisdiction);
    if (own) own.push({ name, id });
    else names.set(jurisdiction, [{ name, id }]);
  }
  const links = rows.flatMap((process) => linkOf(process, ids, names.get(process.jurisdiction) ?? []) ?? []);
  await store(publication, links);
  const count = (method: Link['method']): number => links.filter((link) => link.method === method).length;
  return {
    manual: count('MANUAL'),
    exact: count('EXACT'),
    normalisedName: count('NORMALISED_NAME'),
    unlinked: rows.length - links.length,
  };
}

function linkOf(
  { ocid, code, title, manual }: PrintedProcess,
  ids: ReadonlySet<string>,
  names: readonly { name: string; id: string }[],
): Link | undefined {
  if (manual !== null) return { ocid, project: manual, method: 'MANUAL', confidence: '1' };
  if (code !== null && ids.has(code)) return { ocid, project: code, method: 'EXACT', confidence: '1' };
  if (title === null) return undefined;
  const printed = normaliseName(title);
  const matching = names.filter(({ name }) => printed.includes(name));
  const longest = Math.max(0, ...matching.map(({ name }) => name.length));
  const [best, ...rivals] = matching.filter(({ name }) => name.length === longest);
  return best && !rivals.length ? { ocid, project: best.id, method: 'NORMALISED_NAME', confidence: '0.9' } : undefined;
}

async function store(publication: Publication, links: readonly Link[]): Promise<void> {
  await publication.open();
  publication.touch('procurement', ContractingProcess);
  await publication.client.query(
    `with link as (select * from jsonb_to_recordset($1::jsonb) l(ocid text, project text, method text, confidence numeric))
     update procurement.contracting_process t
     set project_id = n.project, project_link_method = n.method, project_link_confidence = n.confidence, ${REVISED}
     from (select t.ocid, l.project, l.method, l.confidence from procurement.contracting_process t left join link l using (ocid)) n
     where n.ocid = t.ocid and (t.project_id, t.project_link_method, t.project_link_confidence) is distinct from (n.project, n.method, n.confidence)`,
    [JSON.stringify(links)],
  );
}
