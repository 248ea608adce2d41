import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { extraPurchases } from './anomalies/extra-purchases.js';
import { spoilLand } from './anomalies/in-land.js';
import { spoilProject } from './anomalies/in-projects.js';
import { spoilPurchase } from './anomalies/in-purchases.js';
import { HANDOVER } from './calendar.js';
import { LABEL, cityYaml, readmeText } from './city.js';
import { OutputFiles } from './output-files.js';
import { ASSET_SALE_COLUMNS, drawAssetSales } from './procurement/asset-sales.js';
import { CATALOGUE } from './procurement/catalogue.js';
import { AGENT_COLUMNS, CATALOGUE_COLUMNS, CENTRAL_COLUMNS, CENTRAL_ENTRIES } from './procurement/central-catalogue.js';
import { ComplaintSource } from './procurement/complaints.js';
import { misconductColumns } from './procurement/misconduct.js';
import type { Process } from './procurement/process.js';
import { PROJECT_COLUMNS } from './projects/project-files.js';
import type { Project } from './projects/project.js';
import { randomStream } from './random.js';
import { isThere } from './registry/agencies.js';
import { REGIONS } from './registry/regions.js';
import { AGENCY_COLUMNS, LEGAL_PERSON_COLUMNS, REGION_COLUMNS, SUCCESSION_COLUMNS } from './registry/registry-files.js';
import { type World, createWorld } from './world.js';
import { writeCsv } from './write/csv.js';
import { writeXlsx } from './write/xlsx.js';

export interface SampleOptions {
  /** The same seed gives the same bytes. */
  readonly seed: number;
  /** 1 = about 1,200 purchases; grows everything but the city's own bodies, regions and catalogues. */
  readonly scale: number;
  /** Folder to write; created when missing, its ocds folder is emptied first. */
  readonly out: string;
  readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly what: string }) => void;
}

export interface SampleSummary {
  /** Rows (or releases) by file. */
  readonly files: Readonly<Record<string, number>>;
  readonly total: number;
  readonly processes: number;
  readonly anomalies: number;
  /** Kinds of anomalies that found no occasion; empty from scale 1 on. */
  readonly unplanted: readonly string[];
}

const PROJECTS = 150;
const PROCESSES = 1200;
const LANDS = 300;
const ASSET_SALES = 40;
const MANY = 400;

/** Writes the files that the departments of the fictional city would hand over for 2022–2024, as FILES.md describes them. */
export async function generateSample({ seed, scale, out, onProgress }: SampleOptions): Promise<SampleSummary> {
  await rm(join(out, 'ocds'), { recursive: true, force: true });
  await mkdir(join(out, 'ocds'), { recursive: true });
  const world = createWorld(seed, scale);
  const files = new OutputFiles(
    out,
    new ComplaintSource(randomStream(seed, 'complaints'), (day) => supervisor(world, day)),
  );
  const report = (done: number, of: number, what: string) => onProgress?.({ done, of, what });

  const target = Math.round(PROCESSES * scale);
  const projects: Project[] = [];
  const spoiling = randomStream(seed, 'anomalies');
  const rooms = { random: spoiling, market: world.market, purchases: world.projectPurchases };
  for (const process of extraPurchases(world.plan, { ...world, random: spoiling })) files.addProcess(process);
  for (let serial = 0; serial < Math.max(1, Math.round(PROJECTS * scale)); serial++) {
    const project = world.projects.next();
    project.processes.push(...world.projectPurchases.drawFor(project));
    spoilProject(project, world.plan, rooms);
    files.addProject(project);
    projects.push(forgetful(project));
    if (serial % MANY === 0) await pause(report(files.processes, target, 'projects'));
  }
  while (files.processes < target) {
    const drawn = world.standalone.next();
    for (const process of drawn) if (drawn.length === 1) spoilPurchase(process, world.plan, rooms);
    for (const process of drawn) files.addProcess(process);
    if (files.processes % MANY === 0) await pause(report(files.processes, target, 'purchases'));
  }
  writeLands(world, files, Math.round(LANDS * scale), seed);
  report(target, target, 'registers');
  const registers = await writeRegisters(world, out, seed, scale, projects);
  await writeTexts(world, files, out, seed, scale);
  return summaryOf(world, { ...registers, ...files.close() }, files.processes);
}

function writeLands(world: World, files: OutputFiles, count: number, seed: number): void {
  const holders = new Map(
    ['manufacture', 'realestate', 'trade', 'logistics'].map((trade) => [trade, world.market.sellersOf(trade)]),
  );
  const random = randomStream(seed, 'land-holders');
  while (files.lands < count) {
    const land = world.lands.granted((trade) => random.pick(holders.get(trade) ?? []));
    spoilLand(land, world.plan);
    files.addLand(land);
  }
}

async function writeRegisters(world: World, out: string, seed: number, scale: number, projects: Project[]) {
  const { agencies, persons, agents, platforms, misconducts, market } = world;
  const sales = drawAssetSales(
    randomStream(seed, 'asset-sales'),
    Math.round(ASSET_SALES * scale),
    (day) => agencies.all.filter((agency) => agency.kind !== '群团组织' && isThere(agency, day)),
    platforms,
    market.sellersOf('trade'),
  );
  const years = ['2021', '2022', '2023', '2024'];
  const sheets = years.map((year) => {
    const rows = misconducts.filter(({ decidedOn }) => decidedOn.startsWith(year));
    return {
      name: `${year}年`,
      columns: misconductColumns(year),
      rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
  });
  return {
    'agencies.xlsx': await writeXlsx(out, 'agencies.xlsx', [
      { name: '机构名录', columns: AGENCY_COLUMNS, rows: agencies.all },
    ]),
    'agency-successions.csv': writeCsv(out, 'agency-successions.csv', SUCCESSION_COLUMNS, agencies.successions),
    'regions.csv': writeCsv(out, 'regions.csv', REGION_COLUMNS, REGIONS),
    'legal-persons.csv': writeCsv(out, 'legal-persons.csv', LEGAL_PERSON_COLUMNS, persons),
    'projects.xlsx': await writeXlsx(out, 'projects.xlsx', [
      { name: '政府投资项目库', columns: PROJECT_COLUMNS, rows: projects },
    ]),
    'misconduct-records.xlsx': await writeXlsx(out, 'misconduct-records.xlsx', sheets),
    'catalogue-items.csv': writeCsv(out, 'catalogue-items.csv', CATALOGUE_COLUMNS, CATALOGUE),
    'central-catalogue.csv': writeCsv(out, 'central-catalogue.csv', CENTRAL_COLUMNS, CENTRAL_ENTRIES),
    'procurement-agents.csv': writeCsv(out, 'procurement-agents.csv', AGENT_COLUMNS, agents),
    'asset-sales.csv': writeCsv(out, 'asset-sales.csv', ASSET_SALE_COLUMNS, sales),
  };
}

async function writeTexts(
  { plan }: World,
  files: OutputFiles,
  out: string,
  seed: number,
  scale: number,
): Promise<void> {
  const key = {
    generated: LABEL,
    seed,
    scale,
    handoverOn: HANDOVER,
    anomalies: plan.anomalies,
    links: files.unprintedLinks,
  };
  await writeFile(join(out, 'city.yaml'), cityYaml());
  await writeFile(join(out, 'README.txt'), readmeText(seed, scale));
  await writeFile(join(out, 'anomalies.json'), `${JSON.stringify(key, null, 2)}\n`);
}

function summaryOf({ plan }: World, files: Record<string, number>, processes: number): SampleSummary {
  const total = Object.values(files).reduce((sum, count) => sum + count, 0);
  return { files, total, processes, anomalies: plan.anomalies.length, unplanted: plan.unplanted() };
}

// At scale 50 the purchases of all projects together would not stay small; once written they are done with.
function forgetful(project: Project): Project {
  const processes: Process[] = [];
  return { ...project, processes, reports: project.reports.slice(-1), funding: [] };
}

function supervisor({ agencies }: World, day: string) {
  const found = agencies.on('finance', 'city', day);
  if (!found) throw new RangeError(`no finance bureau on ${day}`);
  return found;
}
