/** One handed-in file → the tables of its dataset: checked whole, then published whole, or refused with reasons. */
import path from 'node:path';
import type { Client } from 'pg';
import type { Dataset, DatasetColumn, RowSetting } from './define-dataset.js';
import { describeFile } from '../ledger/kept-file.js';
import { publish, type Publication } from '../ledger/publication.js';
import { shorten, type Finding } from './finding.js';
import { mapRow, matchHeads } from './map-row.js';
import { missingReferences, publishTables, Refused, type TableReport } from './publish.js';
import { readTable, UnreadableTable } from './read-table.js';
import { rowKeys, storedColumns, type ImportRow, type StoredColumn } from './stored-columns.js';

export interface DatasetReport {
  readonly dataset: string;
  readonly file: string;
  readonly rows: number;
  readonly tables: readonly TableReport[];
  /** Empty of E when the file was published. */
  readonly findings: readonly Finding[];
}

/** Findings kept per file; a file with more is refused all the same, and says how many there are. */
const FINDINGS_AT_MOST = 1000;

export interface ImportSetting extends Omit<RowSetting, 'source'> {
  readonly submittedBy: string;
  /** What follows from the rows written, as part of the same batch: links to other rows, checks. */
  readonly andThen?: (publication: Publication) => Promise<void>;
}

export async function importDataset(
  client: Client,
  namespace: string,
  dataset: Dataset,
  file: string,
  { submittedBy, andThen, ...setting }: ImportSetting,
): Promise<DatasetReport> {
  const source = path.basename(file);
  const findings: Finding[] = [];
  let rows = 0;
  const tables = dataset.entities.map((entity, index) => ({
    entity,
    keep: dataset.keep ?? [],
    rows: entityRows(
      dataset,
      file,
      { ...setting, source },
      index,
      index === 0 ? findings : undefined,
      () => (rows += 1),
    ),
  }));
  const batch = {
    dataset: dataset.id,
    service: namespace,
    mode: 'MERGE',
    files: [await describeFile(file)],
    submittedBy,
  } as const;
  try {
    const reports = await publish(client, batch, async (publication) => {
      const written = await publishTables(publication, namespace, tables, (entity) =>
        missingReferences(client, namespace, entity, source),
      );
      publication.counts.rowsRead = rows;
      await andThen?.(publication);
      return written;
    });
    return { dataset: dataset.id, file: source, rows, tables: reports, findings };
  } catch (error) {
    if (error instanceof Refused)
      return { dataset: dataset.id, file: source, rows, tables: [], findings: error.findings };
    if (error instanceof UnreadableTable) {
      const finding: Finding = {
        rule: error.rule,
        severity: 'E',
        file: source,
        path: '',
        value: '',
        zh: error.zh,
        en: error.en,
        remedy: error.remedy,
      };
      return { dataset: dataset.id, file: source, rows: 0, tables: [], findings: [finding] };
    }
    throw error;
  }
}

/** The rows of one entity of the dataset; the first pass over the file also checks it, and refuses at its end. */
async function* entityRows(
  dataset: Dataset,
  file: string,
  setting: RowSetting,
  index: number,
  findings: Finding[] | undefined,
  onRow: () => void,
): AsyncGenerator<ImportRow> {
  const keys = new Map<string, number>();
  const duplicates: Finding[] = [];
  const entity = dataset.entities[index];
  const keyColumns = entity ? storedColumns(entity).filter(({ primary }) => primary) : [];
  let shapeChecked = false;
  let sheet: string | undefined;
  let heads: ReadonlyMap<DatasetColumn, string> | undefined;
  for await (const row of readTable(file)) {
    if (!heads || row.sheet !== sheet) {
      sheet = row.sheet;
      const matched = matchHeads(dataset.columns, Object.keys(row.cells), setting.source);
      heads = matched.heads;
      findings?.push(...matched.findings);
      if (matched.findings.length) throw new Refused(matched.findings);
    }
    const mapped = mapRow(heads, row, setting.source);
    if (findings) {
      onRow();
      if (findings.length < FINDINGS_AT_MOST) findings.push(...mapped.findings);
    }
    if (mapped.findings.length) continue;
    const rows = dataset.rows(mapped.values, setting)[index] ?? [];
    if (!shapeChecked && rows[0]) {
      assertStored(dataset, index, rows[0]);
      shapeChecked = true;
    }
    for (const each of rows) checkKey(keys, keyColumns, each, row.row, setting.source, findings ?? duplicates);
    // PostgreSQL would refuse them too, but could not say which row of the file it was.
    if (duplicates.length) throw new Refused(duplicates);
    for (const each of rows) yield { ...each, hubSheet: row.sheet, hubRow: row.row };
  }
  if (findings?.some(({ severity }) => severity === 'E')) throw new Refused(findings);
}

/** A value that no column takes would be lost without a word: that is a mistake in the declaration. */
function assertStored(dataset: Dataset, index: number, row: ImportRow): void {
  const entity = dataset.entities[index];
  if (!entity) return;
  const known = rowKeys(entity);
  const lost = Object.keys(row).filter((key) => !known.has(key));
  if (lost.length) throw new Error(`${dataset.id}: ${entity.name} has no column for ${lost.join(', ')}`);
}

function checkKey(
  seen: Map<string, number>,
  columns: readonly StoredColumn[],
  row: ImportRow,
  line: number,
  file: string,
  findings: Finding[],
): void {
  const key = columns.map((column) => String(column.pick(row))).join(' ');
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, line);
    return;
  }
  findings.push({
    rule: 'KEY-DUPLICATE',
    severity: 'E',
    file,
    path: `第 ${line} 行 / row ${line}`,
    value: shorten(key),
    zh: `主键与第 ${first} 行重复`,
    en: `the key is the same as in row ${first}`,
    remedy: '合并或更正两行之一 / merge the two rows or correct one',
  });
}
