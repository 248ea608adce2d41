import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { SERVICES } from '../gateway/services.js';
import type { Finding as OcdsFinding } from '../services/procurement/ocds/finding.js';
import { importOcds } from '../services/procurement/release/import-ocds.js';
import { procurement } from '../services/procurement/service.js';
import { projects } from '../services/projects/service.js';
import { City } from '../services/registry/city/city.entity.js';
import { registry } from '../services/registry/service.js';
import type { City as CitySetting } from '../subgraph/city.js';
import type { ServiceDefinition } from '../subgraph/define-service.js';
import { importDataset, type FileSetting } from '../subgraph/import/import-dataset.js';
import type { Finding } from '../subgraph/import/finding.js';
import { publishTables, Refused } from '../subgraph/import/publish.js';
import { publish } from '../subgraph/ledger/publication.js';
import { readCity } from './city-file.js';
import { ocdsBatch, operatingUser, systemBatch } from './batch-input.js';
import { checkSample, type GraphPlace } from './import/check-sample.js';
import { publishChecked } from './import/publish-checked.js';
import { analyseAll, linkAll } from './link-all.js';
import { HubProblem } from './problem.js';

/** Processes under the city's own ocid prefix are of its jurisdiction; any other prefix is one of its own. */
export const ownPrefix = ({ ocidPrefix, jurisdiction }: CitySetting): Readonly<Record<string, string>> =>
  ocidPrefix === undefined ? {} : { [ocidPrefix]: jurisdiction };

export interface FolderOptions {
  readonly by?: string | undefined;
  /** The data directory: copies of the files are kept there. */
  readonly keepIn?: string | undefined;
  /** For the sample: the rules across services ask the graph. */
  readonly graph?: GraphPlace | undefined;
}

interface Folder extends FolderOptions {
  readonly path: string;
  readonly city: CitySetting;
  readonly log: (line: string) => void;
}

/**
 * Loads a folder of handed-in files (the sample's layout) through the same importers as any other input. Of a real
 * city each file is checked and refused as when it comes alone; the generated one is checked at its end, and what was
 * planted in it is accepted.
 */
export async function loadFolder(
  client: Client,
  folder: string,
  log: (line: string) => void,
  options: FolderOptions = {},
): Promise<void> {
  const city = readCity(folder);
  if (!city) throw new HubProblem(`${folder} 中没有 city.yaml`, `there is no city.yaml in ${folder}`);
  const place: Folder = { ...options, path: folder, city, log };
  await loadService(client, registry, place);
  await loadService(client, projects, place);
  await loadOcds(client, place);
  await loadService(client, procurement, place);
  // The city comes last: a hub that names it holds all of it.
  const { jurisdiction, name, nameEn, regionCode, level, currency, sample } = city;
  await publish(client, systemBatch('hub.city'), async (publication) => {
    await linkAll(publication);
    await publishTables(publication, 'registry', [
      { entity: City, rows: [{ jurisdiction, name, nameEn, regionCode, level, currency, sample }] },
    ]);
  });
  await analyseAll(client);
  if (sample) await checkSample(client, city, options.graph);
}

async function loadService(client: Client, definition: ServiceDefinition, folder: Folder): Promise<void> {
  for (const dataset of definition.datasets) {
    const file = ['csv', 'xlsx']
      .map((ending) => path.join(folder.path, `${dataset.file}.${ending}`))
      .find((each) => existsSync(each));
    if (!file) continue;
    const report = await importDataset(client, definition.name, dataset, file, settingOf(folder));
    if (report.outcome === 'REFUSED') throw refused(report.file, report);
    folder.log(`  ${report.file}: ${report.rows} 行 / rows`);
  }
}

function settingOf({ city, by = operatingUser(), keepIn }: Folder): FileSetting {
  return {
    submittedBy: by,
    jurisdiction: city.jurisdiction,
    currency: city.currency,
    asOf: city.dataAsOf ?? today(),
    // Generated files can be generated again.
    ...(!city.sample && keepIn !== undefined && { keepIn }),
    ...(!city.sample && { check: { services: SERVICES, city } }),
  };
}

async function loadOcds(client: Client, { path: folder, city, log, by, keepIn }: Folder): Promise<void> {
  const ocds = path.join(folder, 'ocds');
  if (!existsSync(ocds)) return;
  const batch = await ocdsBatch([ocds], { by, keepIn: city.sample ? undefined : keepIn });
  const { outcome, report, ...checked } = await publishChecked(client, {
    what: 'ocds',
    batch,
    check: city.sample ? undefined : { services: SERVICES, city },
    async write(publication) {
      const read = await importOcds(publication, [ocds], { jurisdictions: ownPrefix(city) });
      if (read.refusedFiles) throw new Refused(read.findings.filter(({ severity }) => severity === 'E').map(placed));
      return read;
    },
  });
  if (outcome === 'REFUSED') throw refused('ocds', checked);
  if (report) log(`  ocds: ${report.releases} 条公告 / releases, ${report.processes} 个采购项目 / processes`);
}

/** A finding of OCDS as any other: its place is a JSON pointer. */
const placed = ({ value, ...finding }: OcdsFinding): Finding => ({ ...finding, value: value ?? '', acceptable: false });

export const today = (): string => new Date().toISOString().slice(0, 10);

function refused(
  file: string,
  {
    findings,
    errors,
    refusal,
  }: { findings: readonly Pick<Finding, 'path' | 'zh' | 'en' | 'rule'>[]; errors: number; refusal?: string },
): HubProblem {
  const [first] = findings;
  const see = refusal === undefined ? '' : `，见 hub findings show ${refusal}`;
  return new HubProblem(
    `${file} 被拒绝：${first?.path ?? ''} ${first?.zh ?? ''}（${first?.rule ?? ''}，共 ${errors} 处${see}）`,
    `${file} is refused: ${first?.path ?? ''} ${first?.en ?? ''} (${first?.rule ?? ''}, ${errors} in all${refusal === undefined ? '' : `; see hub findings show ${refusal}`})`,
  );
}

/** Makes the folder's city the hub's own. */
export function adoptCity(folder: string, dataDir: string): void {
  copyFileSync(path.join(folder, 'city.yaml'), path.join(dataDir, 'city.yaml'));
}
