import type { Command } from 'commander';
import { closeQuarantined, findQuarantined } from '../../subgraph/import/quarantine.js';
import { act } from '../../subgraph/ledger/act.js';
import { operatingUser } from '../batch-input.js';
import { ownCity } from '../import/dataset-files.js';
import { closed, openRow, repairRow, type Repair } from '../import/repair-row.js';
import { atImportPlace, type ImportPlace } from '../import-place.js';
import { analyseAll } from '../link-all.js';
import { printImport } from '../print-report.js';
import { HubProblem } from '../problem.js';

const log = (line: string): void => console.log(line);

export function register(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('搁置的行：列出、查看、修复、放弃 / Rows put aside: list, show, repair, drop');
  quarantine
    .command('list')
    .description('待处理的行 / Rows that wait')
    .option('--all', '也列出已处理的 / closed ones too')
    .action(({ all }: { all?: boolean }) => atImportPlace((place) => list(place, all === true)));
  quarantine
    .command('show')
    .description('一行的原始内容和问题 / The cells of a row as handed in, and what is wrong')
    .argument('<id>', 'Q000001')
    .action((id: string) => atImportPlace((place) => show(place, id)));
  quarantine
    .command('repair')
    .description('更正单元格，重新检查并发布 / Correct cells, check again and publish')
    .argument('<id>', 'Q000001')
    .option(
      '--set <列名=值>',
      '更正一个单元格，可多次 / correct a cell; may be repeated',
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option('--by <name>', '何人修复 / who repairs it', operatingUser())
    .action((id: string, options: Repair) => atImportPlace((place) => repair(place, id, options)));
  quarantine
    .command('drop')
    .description('不再发布这一行 / Give the row up')
    .argument('<id>', 'Q000001')
    .requiredOption('--reason <text>', '理由 / why')
    .option('--by <name>', '何人放弃 / who drops it', operatingUser())
    .action((id: string, options: { reason: string; by: string }) =>
      atImportPlace((place) => drop(place, id, options)),
    );
}

async function list({ client }: ImportPlace, all: boolean): Promise<void> {
  const rows = await findQuarantined(client, all ? {} : { state: 'OPEN' });
  for (const { id, dataset, file, sheet, row, findings, state } of rows) {
    const place = [file, sheet, row === null ? null : `第 ${row} 行 / row ${row}`].filter(Boolean).join(' ');
    log(`${id}  ${state}  ${dataset}  ${place}  ${[...new Set(findings.map(({ rule }) => rule))].join(', ')}`);
  }
  if (!rows.length) log('没有搁置的行 / no row is put aside');
}

async function show({ client }: ImportPlace, id: string): Promise<void> {
  const [row] = await findQuarantined(client, { id });
  if (!row) throw new HubProblem(`没有搁置行 ${id}`, `there is no row ${id}`);
  log(
    `${row.id}  ${row.state}  ${row.dataset}  ${row.file}  ${row.sheet ?? ''} 第 ${row.row} 行 / row ${row.row}  ${row.batch}  ${row.at}`,
  );
  if (row.closedBy !== null) log(`  ${row.closedBy}${row.reason === null ? '' : `: ${row.reason}`}`);
  for (const [head, value] of Object.entries(row.cells)) log(`  ${head}: ${value ?? ''}`);
  for (const [index, { rule, zh, en, column, acceptable }] of row.findings.entries()) {
    log(`  ${id}.${index + 1}  ${rule}  ${column ?? ''}  ${zh} / ${en}`);
    if (acceptable) log('    可按官方公布接受 / may be accepted as published');
  }
}

async function repair({ client, config }: ImportPlace, id: string, options: Repair): Promise<void> {
  const report = await repairRow(client, ownCity(config.dataDir), id, options);
  printImport({ ...report, what: report.dataset }, log);
  if (report.outcome === 'REFUSED') process.exitCode = 1;
  else await analyseAll(client);
}

async function drop(
  { client }: ImportPlace,
  id: string,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  await openRow(client, id);
  await act(client, 'REPAIR', async () => {
    if (!(await closeQuarantined(client, id, { state: 'DROPPED', by, reason }))) throw closed(id);
    return { result: undefined, body: { quarantine: id, state: 'DROPPED', reason, by } };
  });
  log(`${id} 已放弃 / dropped`);
}
