import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { extraPurchases } from './anomalies/extra-purchases.js';
import { spoilLand } from './anomalies/in-land.js';
import { PROJECT_OCCASIONS, spoilProject } from './anomalies/in-projects.js';
import { spoilPurchase } from './anomalies/in-purchases.js';
import { HANDOVER } from './calendar.js';
import { LABEL, cityYaml, readmeText } from './city.js';
import { OutputFiles } from './output-files.js';
import { ComplaintSource } from './procurement/complaints.js';
import type { Process } from './procurement/process.js';
import type { Project } from './projects/project.js';
import { randomStream } from './random.js';
import { writeRegisters } from './registers.js';
import { type World, createWorld } from './world.js';

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
const MANY = 400;
/** The share of projects after which what found no occasion yet takes the next. */
const LATE = 0.85;

/** Writes the files that the departments of the fictional city would hand over for 2022–2024, as FILES.md describes them. */
export async function generateSample({ seed, scale, out, onProgress }: SampleOptions): Promise<SampleSummary> {
  await rm(join(out, 'ocds'), { recursive: true, force: true });
  await mkdir(join(out, 'ocds'), { recursive: true });
  const world = createWorld(seed, scale);
  const files = new OutputFiles(
    out,
    new ComplaintSource(randomStream(seed, 'complaints'), (day) => supervisor(world, day)),
  );
  const target = Math.round(PROCESSES * scale);
  // The pause lets whoever shows the progress draw it.
  const report = async (done: number, what: string): Promise<void> => {
    onProgress?.({ done, of: target, what });
    await pause();
  };

  const projects: Project[] = [];
  const spoiling = randomStream(seed, 'anomalies');
  const rooms = { random: spoiling, market: world.market, purchases: world.projectPurchases };
  for (const process of extraPurchases(world.plan, { ...world, random: spoiling })) files.addProcess(process);
  const count = Math.max(1, Math.round(PROJECTS * scale));
  for (let serial = 1; serial <= count; serial++) {
    const project = world.projects.next();
    project.processes.push(...world.projectPurchases.drawFor(project));
    if (serial === Math.ceil(count * LATE)) world.plan.hurry(PROJECT_OCCASIONS);
    spoilProject(project, world.plan, rooms);
    files.addProject(project);
    projects.push(forgetful(project));
    if (serial % MANY === 0) await report(files.processes, 'projects');
  }
  for (let round = 1; files.processes < target; round++) {
    const drawn = world.standalone.next();
    // A failed tender and its repetition stay as they are.
    for (const process of drawn) if (drawn.length === 1) spoilPurchase(process, world.plan, rooms);
    for (const process of drawn) files.addProcess(process);
    if (round % MANY === 0) await report(files.processes, 'purchases');
  }
  writeLands(world, files, Math.round(LANDS * scale), seed);
  await report(target, 'registers');
  const registers = await writeRegisters(world, projects, { out, seed, scale });
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
