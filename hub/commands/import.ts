import type { Command } from 'commander';
import { SERVICES } from '../../gateway/services.js';
import { operatingUser } from '../batch-input.js';
import { importOptions, type PrintedOptions } from '../import/import-options.js';
import { runImport } from '../import/run-import.js';
import { analyseAll } from '../link-all.js';
import { ensureRegions } from '../load-regions.js';
import { printImport } from '../print-report.js';
import { refuseBesideSample } from '../sample-guard.js';
import { atImportPlace } from '../import-place.js';
import { checkReportFiles, writeReports } from '../report/write-reports.js';

interface Options extends PrintedOptions {
  readonly besideSample?: boolean;
  readonly report: readonly string[];
}

/** Several files are one import here, each taken or refused by itself. */
const IN_PARTS = new Set(['ocds', 'exchange']);

const log = (line: string): void => console.log(line);

export function register(program: Command): void {
  program
    .command('import')
    .description(
      '导入数据：ocds、exchange、dpwh、gb2260、folder 或数据集标识 / Import data: ocds, exchange, dpwh, gb2260, folder, or the id of a dataset',
    )
    .argument(
      '<what>',
      `ocds, exchange, dpwh, gb2260, folder, ${SERVICES.flatMap(({ datasets }) => datasets.map(({ id }) => id)).join(', ')}`,
    )
    .argument('<paths...>', '文件或文件夹 / files or folders')
    .option(
      '--mode <mode>',
      'merge 保留文件中没有的行，replace 撤下它们 / merge keeps rows absent from the file, replace withdraws them',
      'merge',
    )
    .option(
      '--agency <id>',
      '文件所属机构，其他机构的行会被拒绝 / the agency the file is of; rows of another are refused',
    )
    .option('--period <period>', '文件所属期间，如 2024 或 2024Q1 / the period the file is of, such as 2024 or 2024Q1')
    .option('--partial', '有误的行搁置待修，其余发布 / put rows with errors aside, publish the rest')
    .option('--dry-run', '只检查，不发布 / check only, publish nothing')
    .option('--yes', '不再询问：可以撤下文件中没有的行 / do not ask: rows absent from the file may be withdrawn')
    .option('--official-on <day>', '部门自行公布的日期 / day on which the department published it itself')
    .option('--by <name>', '报送人 / who hands it in', operatingUser())
    .option('--note <text>', '附注 / a note')
    .option('--beside-sample', '与示例城市并存 / keep the sample city beside the real data')
    .option(
      '--report <file>',
      '把报告写成 .json 或 .xlsx（标出有误的单元格），可多次 / write the report as .json or .xlsx (bad cells marked); may be repeated',
      (file: string, before: string[]) => [...before, file],
      [],
    )
    .action(run);
}

async function run(
  what: string,
  paths: readonly string[],
  { report, besideSample, ...printed }: Options,
): Promise<void> {
  const options = importOptions(printed);
  checkReportFiles(report);
  const reports = await atImportPlace(async (place) => {
    await ensureRegions(place.client);
    if (what !== 'gb2260') await refuseBesideSample(place.client, besideSample === true);
    const done = await runImport(place, { what, paths, options, log });
    if (!options.dryRun) await analyseAll(place.client);
    return done;
  });
  for (const each of reports) printImport(each, log, report);
  await writeReports(reports, report);
  if (reports.some(({ outcome, what: kind, errors }) => outcome === 'REFUSED' || (IN_PARTS.has(kind) && errors > 0)))
    process.exitCode = 1;
}
