/** What an import is told: of the rows themselves, and how they are to be published. */
import type { BatchInput, KeptFile, Publication } from '../ledger/publication.js';
import type { AbsentRows } from './absent-rows.js';
import type { CheckSetting } from './check-batch.js';
import type { Dataset, RowSetting } from './define-dataset.js';
import type { ScopeChoice } from './scope.js';
import type { TableRow } from './table-row.js';

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

/** What is only known when the rows are staged is filled in before the batch is opened. */
export type OpenBatch = { -readonly [Name in keyof BatchInput]: BatchInput[Name] };
