/** Tables of the provincial exchange form of trading platforms: purchases, misconduct, and land for the projects. */
import { SERVICES } from '../../gateway/services.js';
import { importExchange } from '../../services/procurement/exchange/import-exchange.js';
import { landSupply } from '../../services/projects/land/land-transfer.dataset.js';
import { LandTransfer } from '../../services/projects/land/land-transfer.entity.js';
import { publishTables } from '../../subgraph/import/publish.js';
import { exchangeBatch } from '../batch-input.js';
import { readCity } from '../city-file.js';
import { filesUnder } from '../files-under.js';
import { HubProblem } from '../problem.js';
import type { ImportPlace } from '../import-place.js';
import type { ImportReport } from '../report/import-report.js';
import { filesOptions, reported } from './foreign-files.js';
import type { ImportAct } from './import-options.js';
import { publishChecked } from './publish-checked.js';

const ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx', '.json', '.ndjson', '.jsonl'];

export async function importExchangeFiles(
  place: ImportPlace,
  { paths, options, log }: ImportAct,
): Promise<ImportReport> {
  const { client, config } = place;
  const city = readCity(config.dataDir);
  if (!city?.ocidPrefix)
    throw new HubProblem(
      '请先在 city.yaml 中写明本市与 ocidPrefix：交换数据属于本市',
      'name the city and its ocidPrefix in city.yaml first: tables of the exchange form are the city’s own',
    );
  const setting = { ocidPrefix: city.ocidPrefix, jurisdiction: city.jurisdiction, currency: city.currency };
  const files = filesUnder(paths, ENDINGS);
  const checked = await publishChecked(client, {
    what: 'exchange',
    batch: await exchangeBatch(paths, ENDINGS, filesOptions(place, options)),
    check: { services: SERVICES, city },
    dryRun: options.dryRun,
    async write(publication) {
      const report = await importExchange(publication, files, setting);
      const rows = { entity: LandTransfer, rows: report.land, keep: landSupply.keep ?? [] };
      const land = report.land.length ? await publishTables(publication, 'projects', [rows]) : [];
      return { ...report, tables: [...report.tables.values(), ...land] };
    },
  });
  const { report } = checked;
  if (report) {
    log(
      `${report.files} 个文件 / files, ${report.refusedFiles} 个被拒绝 / refused; ${report.rows} 行 / rows, ${report.newReleases} 条新公告 / new releases; ${report.processes} 个采购项目 / processes`,
    );
    for (const [table, heads] of report.notStored)
      log(`  ${table}：未入库的列 / columns not stored: ${heads.join('、')}`);
  }
  return reported('exchange', paths, checked, {
    rows: report?.rows ?? 0,
    tables: report?.tables ?? [],
    findings: report?.findings ?? [],
    more: report?.more ?? 0,
  });
}
