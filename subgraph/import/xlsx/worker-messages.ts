/** What the reader and its worker say to each other; one answer to each question, in order. */
import type { Merge } from '../find-head.js';
import type { SheetRow } from './sheet-rows.js';
import type { FaultText } from './xlsx-fault.js';

/** Open the workbook; read a sheet from its first row; the next rows of that sheet. */
export type WorkerQuestion = 'open' | 'next' | { readonly read: number };

export interface OpenedSheet {
  readonly name: string;
  /** A `veryHidden` sheet cannot be shown in Excel: programs keep their own data there. */
  readonly isRead: boolean;
  readonly rows: SheetRow[];
  readonly merges: Merge[];
}

export interface WorkerAnswer {
  readonly sheets?: OpenedSheet[];
  readonly rows?: SheetRow[];
  readonly done?: boolean;
  readonly fault?: FaultText;
}
