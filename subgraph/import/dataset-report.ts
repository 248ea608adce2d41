/** What came of an import. */
import type { AbsentRows } from './absent-rows.js';
import type { Finding } from './finding.js';
import type { TableReport } from './publish.js';
import type { RowsInput } from './rows-input.js';
import type { EarlierBatch } from './same-file.js';

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

export const sameReport = ({ dataset, file }: RowsInput, { id, rows, quarantined }: EarlierBatch): DatasetReport => ({
  dataset: dataset.id,
  file,
  outcome: 'SAME',
  batch: id,
  rows,
  quarantined,
  tables: [],
  findings: [],
  errors: 0,
});
