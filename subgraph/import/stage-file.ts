/** One pass over a file: each row is mapped and checked cell by cell, and staged for every table that it fills. */
import { unknownHeadFindings } from '../dataset/unknown-heads.js';
import { modelOf } from '../model/entity-model.js';
import type { Acceptance, Acceptances } from './acceptances.js';
import type { Dataset, DatasetColumn, RowSetting } from './define-dataset.js';
import type { Finding } from './finding.js';
import { mapRow } from './map-row.js';
import { matchHeads } from './match-heads.js';
import { Refused } from './publish.js';
import type { Stage } from './stage.js';
import { rowKeys, type ImportRow } from './stored-columns.js';
import type { TableRow } from './table-row.js';

export type Cells = Readonly<Record<string, string | null>>;

/** A row that cannot be published, as it was handed in. */
export interface BadRow {
  readonly sheet: string | null;
  readonly row: number;
  /** Absent until somebody needs them and the file is read again. */
  readonly cells?: Cells;
  readonly findings: readonly Finding[];
}

export interface AcceptedCell {
  /** Property that holds the value. */
  readonly field: string | undefined;
  readonly finding: Finding;
  readonly acceptance: Acceptance;
}

export interface StagedFile {
  /** Rows read, bad ones too. */
  rows: number;
  /** Findings of cells and heads, up to a thousand; `count` counts those of severity E. */
  readonly findings: Finding[];
  count: number;
  readonly bad: BadRow[];
  readonly accepted: AcceptedCell[];
  /** Days on which the department published rows of the file itself, as its column says: first and last. */
  official: { readonly first: string; readonly last: string } | undefined;
}

/** Findings kept of one file; a file with more is refused all the same, and says how many there are. */
export const FINDINGS_AT_MOST = 1000;
/** Rows put aside of one file; a file with more is not the file of this dataset. */
export const BAD_ROWS_AT_MOST = 10_000;

export interface StageFileInput {
  readonly dataset: Dataset;
  readonly rows: AsyncIterable<readonly TableRow[]>;
  readonly stages: readonly Stage[];
  readonly setting: RowSetting;
  readonly acceptances: Acceptances;
}

/** Throws Refused where heads are missing, UnreadableTable where the file is no table. */
export async function stageFile(input: StageFileInput): Promise<StagedFile> {
  const { dataset, stages, setting } = input;
  const staged: StagedFile = { rows: 0, findings: [], count: 0, bad: [], accepted: [], official: undefined };
  const lost = dataset.entities.map((entity) => rowKeys(entity));
  const isChecked = dataset.entities.map(() => false);
  let head: TableRow['head'] | undefined;
  let heads: ReadonlyMap<DatasetColumn, string> = new Map();
  for await (const rows of input.rows) {
    for (const row of rows) {
      if (row.head !== head) {
        head = row.head;
        heads = headsOf(dataset, row, setting.source, staged);
      }
      staged.rows += 1;
      const made = madeOf(input, heads, row, staged);
      if (!made) continue;
      for (let index = 0; index < stages.length; index++) {
        const stage = stages[index];
        for (const each of made[index] ?? []) {
          if (!isChecked[index]) {
            assertStored(dataset, lost[index], each);
            isChecked[index] = true;
          }
          if (stage?.add(each, row.sheet, row.row)) await stage.send();
        }
      }
    }
  }
  for (const stage of stages) await stage.end();
  return staged;
}

function headsOf(
  dataset: Dataset,
  row: TableRow,
  file: string,
  staged: StagedFile,
): ReadonlyMap<DatasetColumn, string> {
  const { heads, findings } = matchHeads(dataset.columns, row.head, file);
  if (findings.length) throw new Refused([...staged.findings, ...findings]);
  staged.findings.push(...unknownHeadFindings(heads.values(), row.head.names, file));
  return heads;
}

/** The row's rows of each table; undefined when a cell forbids to publish it. */
function madeOf(
  { dataset, setting, acceptances, stages }: StageFileInput,
  heads: ReadonlyMap<DatasetColumn, string>,
  row: TableRow,
  staged: StagedFile,
): readonly (readonly ImportRow[])[] | undefined {
  const { values, findings } = mapRow(heads, row, setting.source);
  if (findings.length) {
    const named = withRecord({ dataset, setting, stage: stages[0] }, heads, row, values, findings);
    const blocking = named.filter((finding) => !(finding.acceptable && acceptances.find(finding)));
    for (const finding of blocking.length ? [] : named) {
      const acceptance = acceptances.find(finding);
      const field = [...heads].find(([, head]) => head === finding.column)?.[0].field;
      if (acceptance) staged.accepted.push({ finding, acceptance, field });
    }
    if (blocking.length) {
      staged.count += named.length;
      const room = FINDINGS_AT_MOST - staged.findings.length;
      if (room > 0) staged.findings.push(...named.slice(0, room));
      if (staged.bad.length <= BAD_ROWS_AT_MOST)
        staged.bad.push({ sheet: row.sheet ?? null, row: row.row, cells: row.cells, findings: named });
      return undefined;
    }
  }
  if (dataset.officialDate !== undefined) noteOfficialDay(staged, valueAt(values, dataset.officialDate));
  return dataset.rows(values, setting);
}

/** Puts the values in that their columns can hold, wrong as they are, and names the record they would make. */
function withRecord(
  { dataset, setting, stage }: { dataset: Dataset; setting: RowSetting; stage: Stage | undefined },
  heads: ReadonlyMap<DatasetColumn, string>,
  row: TableRow,
  values: ImportRow,
  findings: readonly Finding[],
): Finding[] {
  const columns = new Map([...heads].map(([column, head]) => [head, column]));
  let isKnown = stage !== undefined;
  for (const { acceptable, column: head } of findings) {
    const column = columns.get(head ?? '');
    if (acceptable && column?.field !== undefined) putAt(values, column.field, row.cells[head ?? ''] ?? null);
    else if (column?.field === undefined || dataset.key.includes(column.field)) isKnown = false;
  }
  const key = isKnown && stage ? keyOf(stage, dataset.rows(values, setting)[0]?.[0]) : undefined;
  if (!stage || key === undefined) return findings.map((finding) => ({ ...finding, acceptable: false }));
  return findings.map((finding) => ({ ...finding, entity: modelOf(stage.entity).name, key }));
}

function keyOf(stage: Stage, row: ImportRow | undefined): string | undefined {
  const keys = row ? stage.keys.map((column) => column.pick(row)) : [];
  return keys.length && keys.every((key) => typeof key === 'string' && key !== '') ? keys.join('/') : undefined;
}

function noteOfficialDay(staged: StagedFile, day: unknown): void {
  if (typeof day !== 'string') return;
  const { first, last } = staged.official ?? { first: day, last: day };
  staged.official = { first: day < first ? day : first, last: day > last ? day : last };
}

function putAt(values: ImportRow, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let inner = values as Record<string, unknown>;
  for (const step of steps) inner = (inner[step] ??= {}) as Record<string, unknown>;
  inner[last] = value;
}

function valueAt(values: ImportRow, path: string): unknown {
  let value: unknown = values;
  for (const step of path.split('.')) value = (value as ImportRow | null | undefined)?.[step];
  return value;
}

/** A value that no column takes would be lost without a word: that is a mistake in the declaration. */
function assertStored(dataset: Dataset, known: ReadonlySet<string> | undefined, row: ImportRow): void {
  const lost = Object.keys(row).filter((key) => !known?.has(key));
  if (lost.length) throw new Error(`${dataset.id}: no column for ${lost.join(', ')}`);
}
