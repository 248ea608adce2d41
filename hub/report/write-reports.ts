import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HubProblem } from '../problem.js';
import type { ImportReport } from './import-report.js';
import { markedWorkbook } from './marked-workbook.js';

/** Refuses before the import what could not be written after it. */
export function checkReportFiles(files: readonly string[]): void {
  for (const file of files) {
    const ending = path.extname(file).toLowerCase();
    if (ending !== '.json' && ending !== '.xlsx')
      throw new HubProblem(`--report ${file}：只能写 .json 或 .xlsx`, `--report ${file}: a report is .json or .xlsx`);
    if (!existsSync(path.dirname(path.resolve(file))))
      throw new HubProblem(`--report ${file}：文件夹不存在`, `--report ${file}: there is no such folder`);
  }
}

export async function writeReports(reports: readonly ImportReport[], files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (path.extname(file).toLowerCase() === '.json') {
      const printed = reports.map(({ source: _source, ...report }) => report);
      writeFileSync(file, `${JSON.stringify(printed, null, 2)}\n`);
      continue;
    }
    for (const [index, report] of reports.entries()) writeFileSync(numbered(file, index), await markedWorkbook(report));
  }
}

/** One workbook for each file handed in: `x.xlsx`, `x-2.xlsx`. */
function numbered(file: string, index: number): string {
  if (index === 0) return file;
  const ending = path.extname(file);
  return `${file.slice(0, -ending.length)}-${index + 1}${ending}`;
}
