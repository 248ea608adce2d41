/** `hub import` without its terminal: what is imported decides who does it. */
import path from 'node:path';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../city-file.js';
import { adoptCity, loadFolder } from '../load-folder.js';
import { closeAll, createServices } from '../local-services.js';
import { HubProblem } from '../problem.js';
import type { ImportPlace } from '../import-place.js';
import type { ImportReport } from '../report/import-report.js';
import { datasetNamed, importFiles } from './dataset-files.js';
import { importExchangeFiles } from './exchange-files.js';
import { importDpwhFiles, importOcdsFiles, importRegionFiles } from './foreign-files.js';
import type { ImportAct } from './import-options.js';

export async function runImport(place: ImportPlace, act: ImportAct): Promise<ImportReport[]> {
  switch (act.what) {
    case 'ocds':
      return [await importOcdsFiles(place, act)];
    case 'dpwh':
      return [await importDpwhFiles(place, act)];
    case 'exchange':
      return [await importExchangeFiles(place, act)];
    case 'gb2260':
      return [await importRegionFiles(place, act)];
    case 'folder':
      return importFolders(place, act);
    default:
      return importFiles(place, datasetNamed(act.what), act);
  }
}

async function importFolders(place: ImportPlace, { paths, options, log }: ImportAct): Promise<ImportReport[]> {
  const { client, config, databaseUrl } = place;
  if (options.dryRun || options.partial || options.mode === 'REPLACE')
    throw new HubProblem(
      'folder 逐个文件严格导入；--dry-run、--partial、--mode replace 请用于单个数据集',
      'folder imports each file strictly; --dry-run, --partial and --mode replace go with a single dataset',
    );
  for (const each of paths) {
    const folder = path.resolve(each);
    const services = readCity(folder)?.sample ? await createServices(SERVICES, config, databaseUrl) : [];
    const graph = services.length ? { databaseUrl, services } : undefined;
    await loadFolder(client, folder, log, { by: options.by, keepIn: config.dataDir, graph }).finally(() =>
      closeAll(services),
    );
    if (!readCity(config.dataDir)) adoptCity(folder, config.dataDir);
  }
  return [];
}
