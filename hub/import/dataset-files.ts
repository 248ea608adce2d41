/** Files of a dataset as commands import them: for the hub's own city, with its links and its rules. */
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { SERVICES } from '../../gateway/services.js';
import type { City } from '../../subgraph/city.js';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import type { AbsentRows } from '../../subgraph/import/absent-rows.js';
import type { Dataset } from '../../subgraph/import/define-dataset.js';
import { importDataset } from '../../subgraph/import/import-dataset.js';
import type { ImportSetting } from '../../subgraph/import/rows-input.js';
import { readCity } from '../city-file.js';
import { linkAll } from '../link-all.js';
import { today } from '../load-folder.js';
import { HubProblem } from '../problem.js';
import type { ImportPlace } from '../import-place.js';
import type { ImportReport } from '../report/import-report.js';
import type { ImportAct, ImportOptions } from './import-options.js';

export interface NamedDataset {
  readonly service: ServiceDefinition;
  readonly dataset: Dataset;
}

export function datasetNamed(id: string): NamedDataset {
  for (const service of SERVICES) {
    const dataset = service.datasets.find((each) => each.id === id);
    if (dataset) return { service, dataset };
  }
  throw new HubProblem(
    `没有名为 ${id} 的数据集，见 hub import --help`,
    `there is no dataset ${id}; see hub import --help`,
  );
}

export async function importFiles(
  { client, config }: ImportPlace,
  { service, dataset }: NamedDataset,
  { paths, options, log }: Pick<ImportAct, 'paths' | 'options' | 'log'>,
): Promise<ImportReport[]> {
  const setting = importSetting(ownCity(config.dataDir), options, log);
  const reports: ImportReport[] = [];
  for (const file of paths) {
    const report = await importDataset(client, service.name, dataset, file, { ...setting, keepIn: config.dataDir });
    reports.push({ ...report, what: dataset.id, source: file });
  }
  return reports;
}

/** The city that single datasets become part of. */
export function ownCity(dataDir: string): City {
  const city = readCity(dataDir);
  if (!city)
    throw new HubProblem(
      `请先写 ${path.join(dataDir, 'city.yaml')}，说明数据属于哪个城市（见 README）`,
      `write ${path.join(dataDir, 'city.yaml')} first: it names the city the data belongs to (see README)`,
    );
  if (city.sample)
    throw new HubProblem(
      `本库的城市是示例城市“${city.name}”，单个数据集会混入其中。请先运行 hub sample remove 并写好自己的 city.yaml；整套示例文件用 hub import folder`,
      `the city of this hub is the sample city ${city.name}, and a single dataset would become part of it. Run hub sample remove first and write your own city.yaml; the sample's own files go through hub import folder`,
    );
  return city;
}

export function importSetting(city: City, options: ImportOptions, log: (line: string) => void): ImportSetting {
  const { by, mode, agency, period, officialOn, note, partial = false, dryRun = false, yes = false } = options;
  return {
    jurisdiction: city.jurisdiction,
    currency: city.currency,
    asOf: city.dataAsOf ?? today(),
    submittedBy: by,
    mode,
    scope: { agency, period },
    partial,
    dryRun,
    officialOn,
    note,
    emptyReplaces: yes,
    confirm: (absent) => (yes ? Promise.resolve(true) : askToWithdraw(absent, log)),
    check: { services: SERVICES, city },
    async andThen(publication) {
      await linkAll(publication);
    },
  };
}

/** Only somebody at a terminal can be asked. */
async function askToWithdraw({ count, keys }: AbsentRows, log: (line: string) => void): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  log(`文件中没有的 ${count} 行将被撤下 / ${count} rows that the file does not have would be withdrawn:`);
  log(`  ${keys.join(', ')}${count > keys.length ? ' …' : ''}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question('撤下 / withdraw? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}
