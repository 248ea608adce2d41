import { basename } from 'node:path';
import type { TableReport } from '../subgraph/import/publish.js';

/** What every importer finds, whichever its own type of finding. */
export interface PrintedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly path: string;
  readonly value: string | null;
  readonly zh: string;
  readonly en: string;
  readonly remedy?: string | undefined;
}

const SHOWN = 20;

/** Rows by table: what was read, and what it changed. */
export function printTables(tables: Iterable<TableReport>, log: (line: string) => void): void {
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

/** One line for each refused file: its first finding of severity E, and how many more it has. */
export function printRefusals(findings: readonly PrintedFinding[], log: (line: string) => void): void {
  const byFile = new Map<string, PrintedFinding[]>();
  for (const finding of findings)
    if (finding.severity === 'E') byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  for (const [file, [first, ...more]] of byFile)
    if (first)
      log(
        `  拒绝 / refused  ${basename(file)}  ${first.path}  ${first.value ?? ''}  ${first.rule}: ${first.zh} / ${first.en}${more.length ? `（另有 ${more.length} 处 / and ${more.length} more）` : ''}`,
      );
}

/** The first findings, refusals before warnings, and how many there are of each rule. */
export function printFindings(findings: readonly PrintedFinding[], log: (line: string) => void): void {
  if (!findings.length) return;
  const sorted = [...findings].sort((a, b) => a.severity.localeCompare(b.severity));
  for (const { rule, severity, file, path, value, zh, en, remedy } of sorted.slice(0, SHOWN)) {
    log(`  ${severity} ${rule}  ${basename(file)}${path ? `  ${path}` : ''}${value ? `  ${value}` : ''}`);
    log(`      ${zh} / ${en}${remedy ? `\n      ${remedy}` : ''}`);
  }
  const byRule = new Map<string, number>();
  for (const { rule, severity } of findings)
    byRule.set(`${severity} ${rule}`, (byRule.get(`${severity} ${rule}`) ?? 0) + 1);
  log(`  发现 / findings: ${[...byRule].map(([rule, count]) => `${rule} × ${count}`).join(', ')}`);
}
