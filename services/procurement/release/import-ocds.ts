/** OCDS files → stored releases → merged processes: a file is taken whole or refused whole. */
import { byOcid, compileProcess } from '../ocds/compile-process.js';
import type { Finding } from '../ocds/finding.js';
import { mapRelease } from '../ocds/map-release.js';
import { readOcdsPaths } from '../ocds/read-ocds.js';
import { validateEnvelope, validateUnit } from '../ocds/validate-ocds.js';
import type { Publication } from '../../../subgraph/ledger/publication.js';
import type { TableReport } from '../../../subgraph/import/publish.js';
import { PROCESS_ENTITIES, publishProcesses } from './publish-processes.js';
import { Release } from './release.entity.js';
import { markMerged, pendingOcids, storedUnits, storeReleases, type Jurisdictions } from './store-releases.js';

/** Processes merged and staged at once. */
const CHUNK = 200;

export interface OcdsReport {
  files: number;
  refusedFiles: number;
  releases: number;
  newReleases: number;
  processes: number;
  jurisdictions: Set<string>;
  /** By table, summed over all chunks. */
  tables: Map<string, TableReport>;
  findings: Finding[];
  /** Findings beyond those kept. */
  more: number;
}

export interface OcdsImportOptions {
  readonly jurisdictions?: Jurisdictions;
  readonly onProgress?: (line: string) => void;
}

const FINDINGS_AT_MOST = 5000;

/** Refused files are left out and reported; the others are published together. */
export async function importOcds(
  publication: Publication,
  paths: readonly string[],
  options: OcdsImportOptions = {},
): Promise<OcdsReport> {
  const { jurisdictions = {}, onProgress } = options;
  const report: OcdsReport = {
    files: 0,
    refusedFiles: 0,
    releases: 0,
    newReleases: 0,
    processes: 0,
    jurisdictions: new Set(),
    tables: new Map(),
    findings: [],
    more: 0,
  };
  const note = (findings: readonly Finding[]): void => {
    const room = FINDINGS_AT_MOST - report.findings.length;
    report.findings.push(...findings.slice(0, room));
    report.more += Math.max(0, findings.length - room);
  };
  await publication.open();
  for (const entity of [Release, ...PROCESS_ENTITIES]) publication.touch('procurement', entity);
  for await (const file of readOcdsPaths(paths)) {
    report.files += 1;
    const findings = [
      ...file.findings,
      ...validateEnvelope(file),
      ...file.units.flatMap((unit) => validateUnit(unit).findings),
    ];
    note(findings);
    if (file.kind === null || findings.some(({ severity }) => severity === 'E')) {
      report.refusedFiles += 1;
      continue;
    }
    report.releases += file.units.length;
    report.newReleases += await storeReleases(publication.client, file.units, jurisdictions);
    onProgress?.(`${report.files} 个文件 / files, ${report.releases} 条公告 / releases`);
  }
  publication.counts.rowsRead = report.releases;
  await mergePending(publication, jurisdictions, report, note, onProgress);
  return report;
}

/** Merges and publishes every process with stored releases that are not merged yet. */
export async function mergePending(
  publication: Publication,
  jurisdictions: Jurisdictions,
  report: Pick<OcdsReport, 'tables' | 'jurisdictions' | 'processes'>,
  note: (findings: readonly Finding[]) => void,
  onProgress: OcdsImportOptions['onProgress'],
): Promise<void> {
  const { client } = publication;
  for (;;) {
    const ocids = await pendingOcids(client, CHUNK);
    if (!ocids.length) return;
    const processes = [...byOcid(await storedUnits(client, ocids))].map(([ocid, units]) => {
      const compiled = compileProcess(ocid, units);
      const mapped = mapRelease(compiled, { jurisdictions });
      note([...compiled.findings, ...mapped.findings]);
      return { rows: mapped.rows, source: [...new Set(compiled.used.map(({ file }) => file))].join('; ') };
    });
    for (const table of await publishProcesses(publication, processes)) addTable(report.tables, table);
    await markMerged(client, ocids);
    for (const { rows } of processes) report.jurisdictions.add(rows.contractingProcess.jurisdiction);
    report.processes += processes.length;
    onProgress?.(`${report.processes} 个采购项目 / processes`);
  }
}

function addTable(tables: Map<string, TableReport>, next: TableReport): void {
  const sum = tables.get(next.table);
  tables.set(
    next.table,
    sum
      ? {
          table: next.table,
          staged: sum.staged + next.staged,
          inserted: sum.inserted + next.inserted,
          changed: sum.changed + next.changed,
          removed: sum.removed + next.removed,
          unchanged: sum.unchanged + next.unchanged,
        }
      : next,
  );
}
