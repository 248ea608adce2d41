import { mapDpwh } from '../services/procurement/dpwh/map-dpwh.js';
import type { ProjectRow } from '../services/procurement/dpwh/project-row.js';
import { readDpwh } from '../services/procurement/dpwh/read-dpwh.js';
import { publishProcesses } from '../services/procurement/release/publish-processes.js';
import { FundingSource } from '../services/projects/project/funding-source.entity.js';
import { ProjectComponent } from '../services/projects/project/project-component.entity.js';
import { Project } from '../services/projects/project/project.entity.js';
import type { Publication } from '../subgraph/ledger/publication.js';
import { publishTables, type TableReport } from '../subgraph/import/publish.js';
import type { ImportRow } from '../subgraph/import/stored-columns.js';
import type { PrintedFinding } from './print-report.js';

export interface DpwhReport {
  readonly files: number;
  readonly contracts: number;
  readonly identicalCopies: number;
  readonly tables: readonly TableReport[];
  readonly findings: readonly PrintedFinding[];
}

/** Public-works contracts of the Philippines → projects and contracting processes, as MAPPING.md says. */
export async function importDpwh(publication: Publication, paths: readonly string[]): Promise<DpwhReport> {
  const corpus = await readDpwh(paths);
  const contracts = corpus.documents.map((document) => ({ ...mapDpwh(document), file: document.file }));
  const source = (file: string): string => file.split('/').at(-1) ?? file;
  const projects = await publishTables(publication, 'projects', [
    { entity: Project, rows: contracts.map(({ project, file }) => projectRow(project, source(file))) },
    {
      entity: ProjectComponent,
      rows: contracts.flatMap(({ project: { components, jurisdiction }, file }) =>
        components.map((each) => ({ ...each, jurisdiction, source: source(file) })),
      ),
    },
    {
      entity: FundingSource,
      rows: contracts.flatMap(({ project: { fundingSources, jurisdiction }, file }) =>
        fundingSources.map((each) => ({
          ...each,
          provider: [each.title, each.programme, each.financingParty].filter(Boolean).join('; '),
          jurisdiction,
          source: source(file),
        })),
      ),
    },
  ]);
  const processes = await publishProcesses(
    publication,
    contracts.map(({ process, file }) => ({ rows: process, source: source(file) })),
  );
  return {
    files: corpus.files,
    contracts: contracts.length,
    identicalCopies: corpus.identicalCopies,
    tables: [...projects, ...processes],
    findings: [...corpus.findings, ...contracts.flatMap(({ findings }) => findings)],
  };
}

function projectRow(project: ProjectRow, source: string): ImportRow {
  const upper = (code: string | null): string | null => code?.toUpperCase() ?? null;
  return {
    id: project.id,
    jurisdiction: project.jurisdiction,
    scheme: project.sourceScheme,
    title: project.title,
    description: project.description,
    status: upper(project.status),
    type: upper(project.type),
    sector: project.sectors,
    budgetAmount: project.budgetAmount,
    budgetCurrency: project.budgetCurrency,
    startDate: project.startOn,
    endDate: project.plannedCompletionOn,
    actualCompletion: project.completedOn,
    physicalProgress: project.progressPercent,
    locationText: [project.provinceText, project.regionText].filter(Boolean).join(', ') || null,
    latitude: project.latitude,
    longitude: project.longitude,
    publicAuthority: { scheme: project.sourceScheme, id: 'DPWH', name: 'Department of Public Works and Highways' },
    source,
  };
}
