/** What came of one import, whatever was imported: the terminal, JSON and XLSX show the same. */
import type { AbsentRows } from '../../subgraph/import/absent-rows.js';
import type { DatasetReport } from '../../subgraph/import/dataset-report.js';
import type { TableReport } from '../../subgraph/import/publish.js';

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly path: string;
  readonly value: string | null;
  readonly zh: string;
  readonly en: string;
  readonly remedy?: string | null | undefined;
  readonly sheet?: string | null | undefined;
  readonly row?: number | null | undefined;
  readonly column?: string | null | undefined;
}

export interface ImportReport {
  /** As `hub import` names it: `registry.agencies`, `ocds`. */
  readonly what: string;
  readonly file: string;
  readonly outcome: DatasetReport['outcome'];
  readonly batch?: string | undefined;
  readonly refusal?: string | undefined;
  readonly rows: number;
  readonly tables: readonly TableReport[];
  readonly findings: readonly ReportedFinding[];
  /** How many of severity E there are, those too that are not listed. */
  readonly errors: number;
  readonly quarantined: number;
  readonly absent?: (AbsentRows & { readonly withdrawn: boolean }) | undefined;
  readonly notes?: readonly string[] | undefined;
  /** Where the file lies, for the copy with its bad cells marked; absent of what is no table. */
  readonly source?: string | undefined;
}
