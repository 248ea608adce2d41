/** Files of the provincial exchange form → releases, processes and records: a file is taken whole or refused whole. */
import type { Finding } from '../../../subgraph/import/finding.js';
import type { TableReport } from '../../../subgraph/import/publish.js';
import type { ImportRow } from '../../../subgraph/import/stored-columns.js';
import type { Publication } from '../../../subgraph/ledger/publication.js';
import type { Finding as OcdsFinding } from '../ocds/finding.js';
import type { OcdsUnit } from '../ocds/read-ocds.js';
import { mergePending } from '../release/import-ocds.js';
import { PROCESS_ENTITIES } from '../release/publish-processes.js';
import { Release } from '../release/release.entity.js';
import { storeReleases } from '../release/store-releases.js';
import { bidOpeningRows } from './bid-opening-rows.js';
import { checkFiles } from './check-files.js';
import type { ExchangeRow } from './exchange-row.js';
import { landRows } from './land-rows.js';
import { publishMisconduct, publishOpenings } from './publish-records.js';
import { readExchange } from './read-exchange.js';
import type { ExchangeSetting } from './release-parts.js';
import { releaseUnit } from './release-unit.js';

export interface ExchangeReport {
  files: number;
  refusedFiles: number;
  rows: number;
  releases: number;
  newReleases: number;
  processes: number;
  jurisdictions: Set<string>;
  /** By table, summed over all steps. */
  tables: Map<string, TableReport>;
  findings: Finding[];
  /** Findings beyond those kept. */
  more: number;
  /** Rows of land supply, which the service of projects keeps: the caller publishes them. */
  land: readonly ImportRow[];
  /** Heads of the files that are not stored, by file and table. */
  notStored: ReadonlyMap<string, readonly string[]>;
}

const FINDINGS_AT_MOST = 5000;

/** Releases stored at once. */
const CHUNK = 500;

const MISCONDUCT = new Set(['VIOLATING_LAWS_RULES_INFO', 'BLACK_LIST', 'WITHDRAW_BLACK_LIST']);
const LAND = new Set(['DEAL_BEHAVIOR_INFO', 'DEAL_LAND_INFO']);

/** Refused files are left out and reported; the others are published together. */
export async function importExchange(
  publication: Publication,
  paths: readonly string[],
  setting: ExchangeSetting,
  onProgress?: (line: string) => void,
): Promise<ExchangeReport> {
  const findings: Finding[] = [];
  let more = 0;
  const note = (found: readonly Finding[]): void => {
    const room = FINDINGS_AT_MOST - findings.length;
    findings.push(...found.slice(0, room));
    more += Math.max(0, found.length - room);
  };
  const checked = await checkFiles(paths, note);
  const report: ExchangeReport = {
    files: paths.length,
    refusedFiles: checked.refused.length,
    rows: checked.rows,
    releases: 0,
    newReleases: 0,
    processes: 0,
    jurisdictions: new Set(),
    tables: new Map(),
    findings,
    more: 0,
    land: [],
    notStored: checked.notStored,
  };
  const jurisdictions = { [setting.ocidPrefix]: setting.jurisdiction };
  await publication.open();
  for (const entity of [Release, ...PROCESS_ENTITIES]) publication.touch('procurement', entity);
  const misconduct: ExchangeRow[] = [];
  const land: ExchangeRow[] = [];
  const openings: ImportRow[] = [];
  let units: OcdsUnit[] = [];
  const store = async (): Promise<void> => {
    report.releases += units.length;
    report.newReleases += await storeReleases(publication.client, units, jurisdictions);
    units = [];
    onProgress?.(`${report.releases} 条公告 / releases`);
  };
  for (const path of checked.taken)
    for await (const rows of readExchange(path)) {
      for (const { row } of rows) {
        if (!row) continue;
        const unit = releaseUnit(row, setting, checked.codes);
        if (unit) units.push(unit);
        openings.push(...bidOpeningRows(row, setting));
        if (MISCONDUCT.has(row.table.name)) misconduct.push(row);
        if (LAND.has(row.table.name)) land.push(row);
      }
      if (units.length >= CHUNK) await store();
    }
  if (units.length) await store();
  publication.counts.rowsRead = report.rows;
  const noteOcds = (found: readonly OcdsFinding[]): void =>
    note(found.map((each) => ({ ...each, value: each.value ?? '' })));
  await mergePending(publication, jurisdictions, report, noteOcds, onProgress);
  for (const table of await publishOpenings(publication, openings)) report.tables.set(table.table, table);
  const records = await publishMisconduct(publication, misconduct, setting);
  note(records.findings);
  for (const table of records.tables) report.tables.set(table.table, table);
  report.land = landRows(land, setting);
  report.more = more;
  return report;
}
