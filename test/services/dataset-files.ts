import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { inject } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../../hub/city-file.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import type { Dataset, DatasetColumn } from '../../subgraph/import/define-dataset.js';
import { importDataset, type DatasetReport } from '../../subgraph/import/import-dataset.js';
import { readTable } from '../../subgraph/import/read-table.js';
import { inDatabase, type TestDatabase } from '../kit/test-database.js';

export type Cells = Record<string, string | null>;

/** Every dataset of every service. */
export const DATASETS = SERVICES.flatMap(({ name, datasets }) =>
  datasets.map((dataset) => ({ id: dataset.id, service: name, dataset })),
);

/** The sample city's own file of a dataset. */
export function sampleFile(dataset: Dataset): string {
  const found = ['csv', 'xlsx']
    .map((ending) => path.join(inject('server').sampleFolder, `${dataset.file}.${ending}`))
    .find((file) => existsSync(file));
  if (!found) throw new Error(`the sample city has no file for ${dataset.id}`);
  return found;
}

/** The first rows of a file as it prints them. */
export async function firstRows(file: string, count: number): Promise<Cells[]> {
  const rows: Cells[] = [];
  for await (const { cells } of readTable(file)) {
    rows.push({ ...cells });
    if (rows.length === count) break;
  }
  return rows;
}

/** The head under which the sample's file has a column. */
export function headOf(column: DatasetColumn, cells: Cells): string | undefined {
  return [column.head, ...(column.aliases ?? [])].find((head) => head in cells);
}

/** Imports rows as a CSV file `handed-in.csv`. */
export async function importRows(
  database: TestDatabase,
  { service, dataset }: (typeof DATASETS)[number],
  rows: readonly Cells[],
): Promise<DatasetReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  const file = path.join(folder, 'handed-in.csv');
  writeFileSync(file, stringify([...rows], { header: true }));
  try {
    return await importFile(database, { service, dataset }, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function importFile(
  database: TestDatabase,
  { service, dataset }: Pick<(typeof DATASETS)[number], 'service' | 'dataset'>,
  file: string,
): Promise<DatasetReport> {
  const city = readCity(inject('server').sampleFolder);
  if (!city) throw new Error('the sample has no city.yaml');
  const { jurisdiction, currency, dataAsOf = '2025-01-01' } = city;
  const setting = { jurisdiction, currency, asOf: dataAsOf, submittedBy: 'test' };
  return inDatabase(database.url, (client) => importDataset(client, service, dataset, file, setting));
}

/** What stands in the tables of a dataset, as one digest. */
export async function digest(
  database: TestDatabase,
  { service, dataset }: Pick<(typeof DATASETS)[number], 'service' | 'dataset'>,
): Promise<string> {
  const parts = dataset.entities.map(
    (entity) =>
      `select coalesce(md5(string_agg(t::text, '' order by t::text)), '') d from ${service}.${modelOf(entity).table} t`,
  );
  const rows = await database.sql<{ d: string }>(parts.join(' union all '));
  return rows.map(({ d }) => d).join(' ');
}
