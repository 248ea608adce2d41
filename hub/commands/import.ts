import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { importOcds } from '../../services/procurement/release/import-ocds.js';
import { publishRegionEditions } from '../../services/registry/region/publish-regions.js';
import { readRevision } from '../../services/registry/region/read-regions.js';
import type { Finding } from '../../subgraph/import/finding.js';
import { importDataset } from '../../subgraph/import/import-dataset.js';
import { publish, type BatchInput, type Publication } from '../../subgraph/ledger/publication.js';
import { readCity } from '../city-file.js';
import { filesUnder } from '../files-under.js';
import { importDpwh } from '../import-dpwh.js';
import { dpwhBatch, ocdsBatch, operatingUser, regionBatch } from '../batch-input.js';
import { analyseAll, linkAll } from '../link-all.js';
import { ensureRegions } from '../load-regions.js';
import { adoptCity, loadFolder, ownPrefix, today } from '../load-folder.js';
import { printFindings, printRefusals, printTables } from '../print-report.js';
import { HubProblem } from '../problem.js';
import { refuseBesideSample } from '../sample-guard.js';
import { atImportPlace, type ImportPlace } from '../import-place.js';

interface Options {
  readonly besideSample?: boolean;
  readonly report?: string;
}

const log = (line: string): void => console.log(line);

export function register(program: Command): void {
  const command = program
    .command('import')
    .description(
      '导入数据：ocds、dpwh、gb2260、folder 或数据集标识 / Import data: ocds, dpwh, gb2260, folder, or the id of a dataset',
    )
    .argument(
      '<what>',
      `ocds, dpwh, gb2260, folder, ${SERVICES.flatMap(({ datasets }) => datasets.map(({ id }) => id)).join(', ')}`,
    )
    .argument('<paths...>', '文件或文件夹 / files or folders')
    .option('--beside-sample', '与示例城市并存 / keep the sample city beside the real data')
    .option('--report <file>', '把全部发现写入 JSON 文件 / write every finding to a JSON file');
  command.action((what: string, paths: string[], options: Options) => run(what, paths, options));
}

async function run(what: string, paths: readonly string[], options: Options): Promise<void> {
  const work = importerOf(what);
  const accepted = await atImportPlace(async (place) => {
    await ensureRegions(place.client);
    if (what !== 'gb2260') await refuseBesideSample(place.client, options.besideSample === true);
    const isAccepted = await work(place, paths, options);
    await analyseAll(place.client);
    return isAccepted;
  });
  if (!accepted) process.exitCode = 1;
}

/** What every import ends with, as part of its own batch. */
async function linkAndSay(publication: Publication): Promise<void> {
  const { processes, land } = await linkAll(publication);
  log(
    `项目关联 / project links: ${processes.exact} EXACT, ${processes.normalisedName} NORMALISED_NAME, ${processes.manual} MANUAL, ${processes.unlinked} 未关联 / unlinked; 土地 / land: ${land.exact + land.normalisedName}, ${land.unlinked} 未关联 / unlinked`,
  );
}

/** Publishes what an importer writes, with the links that follow from it. */
const publishLinked = <T>(
  client: ImportPlace['client'],
  batch: BatchInput,
  write: (publication: Publication) => Promise<T>,
): Promise<T> =>
  publish(client, batch, async (publication) => {
    const report = await write(publication);
    await linkAndSay(publication);
    return report;
  });

/** Every finding, for a reader that is a program. */
function writeReport({ report }: Options, findings: readonly unknown[]): void {
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(findings, null, 2)}\n`);
}

type Importer = (place: ImportPlace, paths: readonly string[], options: Options) => Promise<boolean>;

function importerOf(what: string): Importer {
  switch (what) {
    case 'ocds':
      return ocds;
    case 'dpwh':
      return dpwh;
    case 'gb2260':
      return gb2260;
    case 'folder':
      return folder;
    default:
      return dataset(what);
  }
}

const ocds: Importer = async ({ client, config }, paths, options) => {
  const city = readCity(config.dataDir);
  const jurisdictions = city ? ownPrefix(city) : {};
  const report = await publishLinked(client, await ocdsBatch(paths), (publication) =>
    importOcds(publication, paths, { jurisdictions }),
  );
  log(
    `${report.files} 个文件 / files, ${report.refusedFiles} 个被拒绝 / refused; ${report.releases} 条公告 / releases, ${report.newReleases} 条新 / new; ${report.processes} 个采购项目 / processes`,
  );
  printTables(report.tables.values(), log);
  printRefusals(report.findings, log);
  printFindings(report.findings, log);
  writeReport(options, report.findings);
  for (const jurisdiction of report.jurisdictions)
    log(
      `查询 / query: contractingProcesses(filter: { jurisdiction: { eq: "${jurisdiction}" } }) { totalCount nodes { ocid title contracts { nodes { amount currency } } } }`,
    );
  return report.refusedFiles === 0;
};

const dpwh: Importer = async ({ client }, paths, options) => {
  const report = await publishLinked(client, await dpwhBatch(paths), (publication) => importDpwh(publication, paths));
  log(
    `${report.files} 个文件 / files, ${report.contracts} 个合同 / contracts, ${report.identicalCopies} 个重复文件 / identical copies`,
  );
  printTables(report.tables, log);
  printFindings(report.findings, log);
  writeReport(options, report.findings);
  return true;
};

const gb2260: Importer = async ({ client }, paths) => {
  const editions = filesUnder(paths, ['.tsv']).map(readRevision);
  const batch = await regionBatch(paths);
  printTables(await publish(client, batch, (publication) => publishRegionEditions(publication, editions)), log);
  return true;
};

const folder: Importer = async ({ client, config }, paths) => {
  for (const each of paths) {
    await loadFolder(client, path.resolve(each), log);
    if (!readCity(config.dataDir)) adoptCity(path.resolve(each), config.dataDir);
  }
  return true;
};

function dataset(id: string): Importer {
  const found = SERVICES.flatMap((service) => service.datasets.map((each) => ({ service, each }))).find(
    ({ each }) => each.id === id,
  );
  if (!found)
    throw new HubProblem(
      `没有名为 ${id} 的数据集，见 hub import --help`,
      `there is no dataset ${id}; see hub import --help`,
    );
  return async ({ client, config }, paths, options) => {
    const all: Finding[] = [];
    const city = readCity(config.dataDir);
    if (!city)
      throw new HubProblem(
        `请先写 ${path.join(config.dataDir, 'city.yaml')}，说明数据属于哪个城市（见 README）`,
        `write ${path.join(config.dataDir, 'city.yaml')} first: it names the city the data belongs to (see README)`,
      );
    if (city.sample)
      throw new HubProblem(
        `本库的城市是示例城市“${city.name}”，单个数据集会混入其中。请先运行 hub sample remove 并写好自己的 city.yaml；整套示例文件用 hub import folder`,
        `the city of this hub is the sample city ${city.name}, and a single dataset would become part of it. Run hub sample remove first and write your own city.yaml; the sample's own files go through hub import folder`,
      );
    const setting = {
      jurisdiction: city.jurisdiction,
      currency: city.currency,
      asOf: city.dataAsOf ?? today(),
      submittedBy: operatingUser(),
      andThen: linkAndSay,
    };
    let accepted = true;
    for (const file of paths) {
      const report = await importDataset(client, found.service.name, found.each, file, setting);
      const refused = report.findings.some(({ severity }) => severity === 'E');
      accepted &&= !refused;
      log(`${report.file}: ${refused ? '被拒绝 / refused' : `${report.rows} 行 / rows`}`);
      printTables(report.tables, log);
      printFindings(report.findings, log);
      all.push(...report.findings);
    }
    writeReport(options, all);
    return accepted;
  };
}
