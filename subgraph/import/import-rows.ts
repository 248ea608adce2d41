/** Rows of a dataset, from a file or repaired by hand → one publication, or the reasons why there is none. */
import type { Client } from 'pg';
import { publish, type BatchInput, type KeptFile, type Publication } from '../ledger/publication.js';
import type { AbsentRows } from './absent-rows.js';
import type { CheckSetting } from './check-batch.js';
import type { Dataset, RowSetting } from './define-dataset.js';
import type { Finding } from './finding.js';
import { publishFile } from './publish-file.js';
import { Refused, type TableReport } from './publish.js';
import { refusalFinding, storeRefusal } from './refusal.js';
import { sameBatch, type EarlierBatch } from './same-file.js';
import type { ScopeChoice } from './scope.js';
import type { TableRow } from './table-row.js';
import { UnreadableTable } from './unreadable-table.js';

export interface ImportSetting extends Omit<RowSetting, 'source'> {
  readonly submittedBy: string;
  readonly mode?: 'MERGE' | 'REPLACE';
  /** What the file is said to be of; rows of anything else refuse it. */
  readonly scope?: ScopeChoice;
  /** Rows with findings are put aside, the rest is published. */
  readonly partial?: boolean;
  /** Everything is done and nothing kept. */
  readonly dryRun?: boolean;
  /** Day on which the department published the file itself. */
  readonly officialOn?: string | undefined;
  readonly note?: string | undefined;
  /** Asked before rows are withdrawn because the file does not have them; without it none are. */
  readonly confirm?: (absent: AbsentRows) => Promise<boolean>;
  /** A file without rows may replace what is there. */
  readonly emptyReplaces?: boolean;
  /** The rules that the written rows must meet; without it none are evaluated. */
  readonly check?: CheckSetting;
  /** What follows from the rows written, as part of the same batch: links to other rows. */
  readonly andThen?: (publication: Publication) => Promise<void>;
}

export interface RowsInput {
  readonly namespace: string;
  readonly dataset: Dataset;
  /** Name of the file that the rows are of. */
  readonly file: string;
  readonly files: readonly KeptFile[];
  /** The rows from the first on, whenever it is called. */
  readonly rows: () => AsyncIterable<readonly TableRow[]>;
  readonly setting: ImportSetting;
  /** Of a repair: what closes it, in the same transaction. */
  readonly repair?: { readonly close: () => Promise<void> };
}

export interface DatasetReport {
  readonly dataset: string;
  readonly file: string;
  /** `SAME`: the file is the dataset's latest batch already; `CHECKED`: it would have been published. */
  readonly outcome: 'PUBLISHED' | 'SAME' | 'CHECKED' | 'REFUSED';
  readonly rows: number;
  readonly tables: readonly TableReport[];
  /** The first thousand; none of E when the file was published whole. */
  readonly findings: readonly Finding[];
  /** How many of severity E there are. */
  readonly errors: number;
  readonly batch?: string;
  readonly refusal?: string;
  readonly quarantined: number;
  /** Rows that the file speaks for and does not have. */
  readonly absent?: AbsentRows & { readonly withdrawn: boolean };
  /** What the reader left out and why, `中文 / English`. */
  readonly notes?: readonly string[];
}

/** An answer that leaves nothing behind: thrown through the transaction, which rolls back. */
export class Unpublished extends Error {
  constructor(readonly report: DatasetReport) {
    super(report.outcome);
  }
}

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
      ...{ dataset: dataset.id, file, outcome: 'REFUSED', rows: 0, tables: [], quarantined: 0 },
      findings: refused.findings,
      errors: refused.count,
      ...refusal,
    };
  }
}

/** What is only known when the rows are staged is filled in before the batch is opened. */
export type OpenBatch = { -readonly [Name in keyof BatchInput]: BatchInput[Name] };

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

export const sameReport = ({ dataset, file }: RowsInput, { id, rows, quarantined }: EarlierBatch): DatasetReport => ({
  ...{ dataset: dataset.id, file, outcome: 'SAME', batch: id, rows, quarantined },
  ...{ tables: [], findings: [], errors: 0 },
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
