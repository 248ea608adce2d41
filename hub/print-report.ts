/** What came of an import, for a terminal: counts by table, the first findings, and where the rest is. */
import { basename } from 'node:path';
import type { TableReport } from '../subgraph/import/publish.js';
import { grouped } from './report/grouped.js';
import type { ImportReport, ReportedFinding } from './report/import-report.js';

export type PrintedFinding = ReportedFinding;

type Log = (line: string) => void;

const SHOWN = 20;

/** `reportFiles` are those that hold every finding. */
export function printImport(report: ImportReport, log: Log, reportFiles: readonly string[] = []): void {
  log(headline(report));
  for (const note of report.notes ?? []) log(`  ${note}`);
  printTables(report.tables, log);
  printAbsent(report, log);
  if (report.outcome !== 'REFUSED') printRefusals(report.findings, log);
  printFindings(report.findings, log);
  if (report.quarantined)
    log(
      `  ${report.quarantined} 行已搁置，见 hub quarantine list / ${report.quarantined} rows were put aside: hub quarantine list`,
    );
  if (report.refusal !== undefined)
    log(
      `  全部见 hub findings show ${report.refusal}；官方数字本身有误的，可 hub findings accept ${report.refusal}.<n> / all of them: hub findings show ${report.refusal}; what was officially published as it is: hub findings accept ${report.refusal}.<n>`,
    );
  if (reportFiles.length && report.findings.length) log(`  报告 / report: ${reportFiles.join(', ')}`);
  else if (report.findings.length > SHOWN)
    log('  加 --report x.json 或 x.xlsx 写出全部发现 / add --report x.json or x.xlsx for every finding');
}

function headline({ file, outcome, rows, batch, errors }: ImportReport): string {
  switch (outcome) {
    case 'PUBLISHED':
      return `${file}: ${rows} 行 / rows, 批次 / batch ${batch}`;
    case 'SAME':
      return `${file}: 与最近一批 ${batch} 是同一文件，未作改动 / the same file as the latest batch ${batch}: nothing changed`;
    case 'CHECKED':
      return `${file}: ${rows} 行，试运行，未发布 / rows, a dry run, nothing published`;
    case 'REFUSED':
      return `${file}: 被拒绝，${errors} 处错误，未作改动 / refused for ${errors} errors, nothing changed`;
  }
}

function printAbsent({ absent, outcome }: ImportReport, log: Log): void {
  if (!absent?.count) return;
  const { count, keys, withdrawn } = absent;
  const isDone = outcome === 'PUBLISHED';
  log(
    withdrawn
      ? `  文件中没有的 ${count} 行${isDone ? '已' : '将'}撤下 / ${count} rows that the file does not have ${isDone ? 'were' : 'would be'} withdrawn:`
      : `  文件中没有的 ${count} 行予以保留 / ${count} rows that the file does not have are kept:`,
  );
  log(`    ${keys.join(', ')}${count > keys.length ? ' …' : ''}`);
}

/** Rows by table: what was read, and what it changed. */
export function printTables(tables: Iterable<TableReport>, log: Log): void {
  const rows = [...tables].filter(({ staged, removed }) => staged || removed);
  if (!rows.length) return;
  const width = Math.max(...rows.map(({ table }) => table.length));
  log(
    `  ${'表 / table'.padEnd(width + 2)}  ${['读入/read', '新增/new', '更新/changed', '移除/removed', '未变/unchanged'].join('  ')}`,
  );
  for (const { table, staged, inserted, changed, removed, unchanged } of rows)
    log(
      `  ${table.padEnd(width + 4)}  ${[staged, inserted, changed, removed, unchanged].map((count) => String(count).padStart(8)).join('  ')}`,
    );
}

/** Of several files some of which were refused: one line for each, its first finding and how many more it has. */
function printRefusals(findings: readonly PrintedFinding[], log: Log): void {
  const byFile = grouped(
    findings.filter(({ severity, row }) => severity === 'E' && row == null),
    ({ file }) => file,
  );
  for (const [file, [first, ...more]] of byFile)
    if (first)
      log(
        `  拒绝 / refused  ${basename(file)}  ${first.path}  ${first.value ?? ''}  ${first.rule}: ${first.zh} / ${first.en}${more.length ? `（另有 ${more.length} 处 / and ${more.length} more）` : ''}`,
      );
}

/** The first findings, refusals before warnings, and how many there are of each rule. */
function printFindings(findings: readonly PrintedFinding[], log: Log): void {
  if (!findings.length) return;
  const sorted = findings.toSorted((a, b) => a.severity.localeCompare(b.severity));
  for (const { rule, severity, file, path, value, zh, en, remedy } of sorted.slice(0, SHOWN)) {
    log(`  ${[`${severity} ${rule}`, basename(file), path, value].filter(Boolean).join('  ')}`);
    log(`      ${zh} / ${en}${remedy ? `\n      ${remedy}` : ''}`);
  }
  const byRule = grouped(findings, ({ rule, severity }) => `${severity} ${rule}`);
  log(`  发现 / findings: ${[...byRule].map(([rule, found]) => `${rule} × ${found.length}`).join(', ')}`);
}
