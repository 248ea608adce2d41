/** First pass over the files of the form: which are taken, and what the second pass needs to know of all of them. */
import { basename } from 'node:path';
import type { Finding } from '../../../subgraph/import/finding.js';
import { readExchange } from './read-exchange.js';

export interface CheckedFiles {
  /** Files without a finding of severity E. */
  readonly taken: readonly string[];
  readonly refused: readonly string[];
  readonly rows: number;
  /** Heads that are not stored, by file and table. */
  readonly notStored: ReadonlyMap<string, readonly string[]>;
  /** Codes of investment projects by the number that the form gives a project (table 500). */
  readonly codes: ReadonlyMap<string, string>;
}

export async function checkFiles(
  paths: readonly string[],
  note: (findings: readonly Finding[]) => void,
): Promise<CheckedFiles> {
  const taken: string[] = [];
  const refused: string[] = [];
  const notStored = new Map<string, readonly string[]>();
  const codes = new Map<string, string>();
  let count = 0;
  for (const path of paths) {
    let hasErrors = false;
    const own = new Map<string, string>();
    const onTable = ({ table, unread }: { table: { name: string }; unread: readonly string[] }): void => {
      if (unread.length) notStored.set(`${basename(path)} ${table.name}`, unread);
    };
    for await (const rows of readExchange(path, { onTable }))
      for (const { row, findings } of rows) {
        if (row) count += 1;
        if (findings.length) note(findings);
        hasErrors ||= findings.some(({ severity }) => severity === 'E');
        const project = row?.table.name === 'PROJECT' ? row.text('PROJECT_CODE') : null;
        const code = row?.text('INVEST_PROJECT_CODE') ?? null;
        if (project !== null && code !== null) own.set(project, code);
      }
    (hasErrors ? refused : taken).push(path);
    if (!hasErrors) for (const [project, code] of own) codes.set(project, code);
  }
  return { taken, refused, rows: count, notStored, codes };
}
