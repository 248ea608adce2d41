import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { CompiledRelease, Release } from './compiled-release.js';

/** A row of a handed-over file by its heads, as text; '' is a blank. */
export type Row = Readonly<Record<string, string>>;

export interface Anomaly {
  readonly rule: string;
  readonly kind: string;
  readonly keys: Readonly<Record<string, string | string[]>>;
  readonly amounts: Readonly<Record<string, string>>;
}

export interface Sample {
  readonly agencies: readonly Row[];
  readonly successions: readonly Row[];
  readonly regions: readonly Row[];
  readonly persons: readonly Row[];
  readonly projects: readonly Row[];
  readonly funding: readonly Row[];
  readonly reports: readonly Row[];
  readonly changes: readonly Row[];
  readonly lands: readonly Row[];
  readonly candidates: readonly Row[];
  readonly openings: readonly Row[];
  readonly complaints: readonly Row[];
  readonly misconducts: readonly Row[];
  readonly items: readonly Row[];
  readonly agents: readonly Row[];
  readonly links: readonly Row[];
  readonly releases: readonly Release[];
  readonly processes: readonly CompiledRelease[];
  readonly anomalies: readonly Anomaly[];
}

/** Reads a sample folder with nothing but generic readers: what is tested is what stands in the files. */
export async function readSample(folder: string): Promise<Sample> {
  const csv = async (name: string): Promise<Row[]> =>
    parse(await readFile(join(folder, name), 'utf8'), { columns: true }) as Row[];
  const releases = await readReleases(folder);
  const { anomalies } = JSON.parse(await readFile(join(folder, 'anomalies.json'), 'utf8')) as { anomalies: Anomaly[] };
  return {
    agencies: await readSheets(folder, 'agencies.xlsx'),
    successions: await csv('agency-successions.csv'),
    regions: await csv('regions.csv'),
    persons: await csv('legal-persons.csv'),
    projects: await readSheets(folder, 'projects.xlsx'),
    funding: await csv('funding-sources.csv'),
    reports: await csv('progress-reports.csv'),
    changes: await csv('change-orders.csv'),
    lands: await csv('land-supply.csv'),
    candidates: await csv('candidate-notices.csv'),
    openings: await csv('bid-openings.csv'),
    complaints: await csv('complaints.csv'),
    misconducts: await readSheets(folder, 'misconduct-records.xlsx'),
    items: await csv('catalogue-items.csv'),
    agents: await csv('procurement-agents.csv'),
    links: await csv('links.csv'),
    releases,
    processes: compile(releases),
    anomalies,
  };
}

const ALIASES: Readonly<Record<string, string>> = {
  单位名称: '当事人名称',
  社会信用代码: '统一社会信用代码',
  主体类型: '当事人类型',
  违法违规行为: '不良行为事由',
};

/** The rows of all sheets under one set of heads. */
async function readSheets(folder: string, name: string): Promise<Row[]> {
  const { sheets } = await readXlsx(await readFile(join(folder, name)));
  return sheets.flatMap(({ rows: [heads = [], ...rows] }) =>
    rows.map((cells) =>
      Object.fromEntries(heads.map((head, at) => [ALIASES[String(head)] ?? String(head), String(cells[at] ?? '')])),
    ),
  );
}

async function readReleases(folder: string): Promise<Release[]> {
  const names = (await readdir(join(folder, 'ocds'))).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'ocds', name), 'utf8')));
  return texts.flatMap((text) => (JSON.parse(text) as { releases: Release[] }).releases);
}

function compile(releases: readonly Release[]): CompiledRelease[] {
  const processes = new Map<string, unknown>();
  for (const release of releases) processes.set(release.ocid, merge(processes.get(release.ocid), release));
  return [...processes.values()] as CompiledRelease[];
}

// OCDS merging as far as the sample needs it: objects by key, lists of things with an id by id, the rest replaced.
function merge(old: unknown, update: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(update) && update.every((each) => isObject(each) && 'id' in each)) {
    const things = new Map(old.map((each) => [(each as { id: string }).id, each as unknown]));
    for (const each of update as { id: string }[]) things.set(each.id, merge(things.get(each.id), each));
    return [...things.values()];
  }
  if (!isObject(old) || !isObject(update)) return update;
  const keys = Object.entries(update).map(([key, value]) => [key, merge(old[key], value)] as const);
  return { ...old, ...Object.fromEntries(keys) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
