/** Rows of a dataset, from a file or repaired by hand → one publication, or the reasons why there is none. */
import type { Client } from 'pg';
import { publish } from '../ledger/publication.js';
import { sameReport, Unpublished, type DatasetReport } from './dataset-report.js';
import type { Finding } from './finding.js';
import { publishFile } from './publish-file.js';
import { Refused } from './publish.js';
import { refusalFinding, storeRefusal } from './refusal.js';
import type { OpenBatch, RowsInput } from './rows-input.js';
import { sameBatch } from './same-file.js';
import { UnreadableTable } from './unreadable-table.js';

/** Questions to the operator, not faults of the file. */
const NOT_OF_THE_FILE = new Set(['REPLACE-CONFIRM', 'REPLACE-PARTIAL', 'SCOPE-OPTION']);

export async function importRows(client: Client, input: RowsInput): Promise<DatasetReport> {
  const { dataset, file, setting } = input;
  const batch = batchOf(input);
  const earlier = input.files.length && !setting.dryRun ? await sameBatch(client, batch) : undefined;
  if (earlier) return sameReport(input, earlier);
  try {
    return await publish(client, batch, (publication) => publishFile(publication, input, batch));
  } catch (error) {
    if (error instanceof Unpublished) return error.report;
    const refused = refusedBy(error, file);
    if (!refused) throw error;
    const isRecorded =
      !setting.dryRun && !input.repair && !refused.findings.some(({ rule }) => NOT_OF_THE_FILE.has(rule));
    const refusal = isRecorded ? { refusal: await record(client, input, refused) } : {};
    return {
      dataset: dataset.id,
      file,
      outcome: 'REFUSED',
      rows: 0,
      tables: [],
      quarantined: 0,
      findings: refused.findings,
      errors: refused.count,
      ...refusal,
    };
  }
}

const batchOf = ({ dataset, namespace, files, setting, repair }: RowsInput): OpenBatch => ({
  dataset: dataset.id,
  service: namespace,
  mode: setting.mode ?? 'MERGE',
  files,
  submittedBy: setting.submittedBy,
  officiallyPublishedOn: setting.officialOn,
  note: setting.note,
  ...(repair && { kind: 'REPAIR' }),
});

function refusedBy(error: unknown, file: string): { findings: readonly Finding[]; count: number } | undefined {
  if (error instanceof Refused) return { findings: error.findings, count: error.count };
  if (error instanceof UnreadableTable) {
    const { rule, zh, en, remedy } = error;
    return {
      findings: [{ rule, severity: 'E', file, path: '', value: '', zh, en, remedy, acceptable: false }],
      count: 1,
    };
  }
  if (error instanceof Error && 'code' in error && error.code === '23503')
    return { findings: [brokenReference(error, file)], count: 1 };
  return undefined;
}

/** PostgreSQL names table and constraint; the values stay out, they may be anyone's. */
const brokenReference = (error: Error, file: string): Finding => ({
  rule: 'REF-MISSING',
  severity: 'E',
  file,
  path: 'table' in error ? String(error.table) : '',
  value: '',
  zh: `发布后会有引用落空（${'constraint' in error ? String(error.constraint) : ''}）`,
  en: `a reference would lead nowhere (${'constraint' in error ? String(error.constraint) : ''})`,
  remedy: '先导入被引用的数据，或更正引用 / import what it refers to first, or correct the reference',
  acceptable: false,
});

function record(
  client: Client,
  { dataset, namespace, file, files, setting }: RowsInput,
  { findings, count }: { findings: readonly Finding[]; count: number },
): Promise<string> {
  const { mode = 'MERGE', scope, partial, officialOn, note } = setting;
  return storeRefusal(client, {
    dataset: dataset.id,
    service: namespace,
    file,
    sha256: files[0]?.sha256 ?? '',
    by: setting.submittedBy,
    options: { what: dataset.id, files, mode, ...scope, partial, officialOn, note, count },
    findings: findings.map((finding) => refusalFinding(finding, dataset.id)),
  });
}
