import { join } from 'node:path';
import { LAST_DAY } from './calendar.js';
import { COMPLAINT_COLUMNS, type ComplaintSource } from './procurement/complaints.js';
import { LINK_COLUMNS } from './procurement/links.js';
import { CANDIDATE_COLUMNS, OPENING_COLUMNS, candidatesOf, openingsOf } from './procurement/notice-files.js';
import { releasesOf } from './procurement/ocds/releases.js';
import type { Process } from './procurement/process.js';
import type { Land } from './projects/land.js';
import { CHANGE_COLUMNS, FUNDING_COLUMNS, LAND_COLUMNS, REPORT_COLUMNS, changesOf } from './projects/project-files.js';
import type { Project } from './projects/project.js';
import { CsvFile } from './write/csv.js';
import { ReleaseFiles } from './write/release-files.js';

/** The files that grow while the city's three years are told; whatever is added is written and forgotten. */
export class OutputFiles {
  /** Processes of projects whose code no notice prints. */
  readonly unprintedLinks: { ocid: string; projectCode: string; how: string }[] = [];
  processes = 0;
  lands = 0;
  readonly #complaints: ComplaintSource;
  readonly #releases: ReleaseFiles;
  readonly #csv;

  constructor(out: string, complaints: ComplaintSource) {
    this.#complaints = complaints;
    this.#releases = new ReleaseFiles(join(out, 'ocds'));
    this.#csv = {
      'funding-sources.csv': new CsvFile(out, 'funding-sources.csv', FUNDING_COLUMNS),
      'progress-reports.csv': new CsvFile(out, 'progress-reports.csv', REPORT_COLUMNS),
      'change-orders.csv': new CsvFile(out, 'change-orders.csv', CHANGE_COLUMNS),
      'land-supply.csv': new CsvFile(out, 'land-supply.csv', LAND_COLUMNS),
      'candidate-notices.csv': new CsvFile(out, 'candidate-notices.csv', CANDIDATE_COLUMNS),
      'bid-openings.csv': new CsvFile(out, 'bid-openings.csv', OPENING_COLUMNS),
      'complaints.csv': new CsvFile(out, 'complaints.csv', COMPLAINT_COLUMNS),
      'links.csv': new CsvFile(out, 'links.csv', LINK_COLUMNS),
    };
  }

  addProject(project: Project): void {
    const csv = this.#csv;
    for (const [at, row] of project.funding.entries()) csv['funding-sources.csv'].add({ project, serial: at + 1, row });
    for (const [at, row] of project.reports.entries())
      csv['progress-reports.csv'].add({ project, serial: at + 1, row });
    for (const process of project.processes) this.addProcess(process);
    for (const change of changesOf(project)) csv['change-orders.csv'].add(change);
    if (project.land) this.addLand(project.land);
  }

  addProcess(process: Process): void {
    this.processes++;
    const csv = this.#csv;
    for (const release of releasesOf(process)) this.#releases.add(release);
    for (const candidate of candidatesOf(process)) csv['candidate-notices.csv'].add(candidate);
    for (const opening of openingsOf(process)) csv['bid-openings.csv'].add(opening);
    const complaint = this.#complaints.drawFor(process);
    if (complaint) csv['complaints.csv'].add(complaint);
    this.#addLink(process);
  }

  addLand(land: Land): void {
    this.lands++;
    this.#csv['land-supply.csv'].add(land);
  }

  /** Finishes every file and says how many rows or releases each has. */
  close(): Record<string, number> {
    const rows = Object.entries(this.#csv).map(([name, file]) => [name, file.close()] as const);
    const releases = [...this.#releases.close()].map(([name, count]) => [`ocds/${name}`, count] as const);
    return Object.fromEntries([...rows, ...releases]);
  }

  #addLink(process: Process): void {
    const { project, ocid } = process;
    if (!project || project.printed === 'CODE' || process.noticeOn > LAST_DAY) return;
    const isManual = project.printed === 'MANUAL';
    this.unprintedLinks.push({ ocid, projectCode: project.code, how: isManual ? 'MANUAL' : 'NORMALISED_NAME' });
    if (isManual) this.#csv['links.csv'].add({ process, code: project.code });
  }
}
