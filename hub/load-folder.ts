import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { importOcds } from '../services/procurement/release/import-ocds.js';
import { procurement } from '../services/procurement/service.js';
import { projects } from '../services/projects/service.js';
import { City } from '../services/registry/city/city.entity.js';
import { registry } from '../services/registry/service.js';
import type { City as CitySetting } from '../subgraph/city.js';
import type { ServiceDefinition } from '../subgraph/define-service.js';
import { importDataset } from '../subgraph/import/import-dataset.js';
import { publishTables } from '../subgraph/import/publish.js';
import { publish } from '../subgraph/ledger/publication.js';
import { readCity } from './city-file.js';
import { ocdsBatch, operatingUser, systemBatch } from './batch-input.js';
import { analyseAll, linkAll } from './link-all.js';
import { HubProblem } from './problem.js';

/** Processes under the city's own ocid prefix are of its jurisdiction; any other prefix is one of its own. */
export const ownPrefix = ({ ocidPrefix, jurisdiction }: CitySetting): Readonly<Record<string, string>> =>
  ocidPrefix === undefined ? {} : { [ocidPrefix]: jurisdiction };

/** Loads a folder of handed-in files (the sample's layout) through the same importers as any other input. */
export async function loadFolder(client: Client, folder: string, log: (line: string) => void): Promise<void> {
  const city = readCity(folder);
  if (!city) throw new HubProblem(`${folder} 中没有 city.yaml`, `there is no city.yaml in ${folder}`);
  await loadService(client, registry, folder, city, log);
  await loadService(client, projects, folder, city, log);
  const ocds = path.join(folder, 'ocds');
  if (existsSync(ocds)) {
    const report = await publish(client, await ocdsBatch([ocds]), async (publication) => {
      const read = await importOcds(publication, [ocds], { jurisdictions: ownPrefix(city) });
      await linkAll(publication);
      return read;
    });
    if (report.refusedFiles) throw refused('ocds', report.findings);
    log(`  ocds: ${report.releases} 条公告 / releases, ${report.processes} 个采购项目 / processes`);
  }
  await loadService(client, procurement, folder, city, log);
  // The city comes last: a hub that names it holds all of it.
  const { jurisdiction, name, nameEn, regionCode, level, currency, sample } = city;
  await publish(client, systemBatch('hub.city'), async (publication) => {
    await linkAll(publication);
    await publishTables(publication, 'registry', [
      { entity: City, rows: [{ jurisdiction, name, nameEn, regionCode, level, currency, sample }] },
    ]);
  });
  await analyseAll(client);
}

async function loadService(
  client: Client,
  definition: ServiceDefinition,
  folder: string,
  city: CitySetting,
  log: (line: string) => void,
): Promise<void> {
  const setting = {
    submittedBy: operatingUser(),
    jurisdiction: city.jurisdiction,
    currency: city.currency,
    asOf: city.dataAsOf ?? today(),
  };
  for (const dataset of definition.datasets) {
    const file = ['csv', 'xlsx']
      .map((ending) => path.join(folder, `${dataset.file}.${ending}`))
      .find((each) => existsSync(each));
    if (!file) continue;
    const report = await importDataset(client, definition.name, dataset, file, setting);
    if (report.findings.some(({ severity }) => severity === 'E')) throw refused(report.file, report.findings);
    log(`  ${report.file}: ${report.rows} 行 / rows`);
  }
}

export const today = (): string => new Date().toISOString().slice(0, 10);

function refused(
  file: string,
  findings: readonly { path: string; zh: string; en: string; rule: string }[],
): HubProblem {
  const [first] = findings;
  return new HubProblem(
    `${file} 被拒绝：${first?.path ?? ''} ${first?.zh ?? ''}（${first?.rule ?? ''}，共 ${findings.length} 处）`,
    `${file} is refused: ${first?.path ?? ''} ${first?.en ?? ''} (${first?.rule ?? ''}, ${findings.length} in all)`,
  );
}

/** Makes the folder's city the hub's own. */
export function adoptCity(folder: string, dataDir: string): void {
  copyFileSync(path.join(folder, 'city.yaml'), path.join(dataDir, 'city.yaml'));
}
