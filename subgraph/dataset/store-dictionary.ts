import type { Client } from 'pg';
import type { Dataset } from '../import/define-dataset.js';
import { dictionaryRows, type DatasetColumnRow, type DatasetRow } from './dictionary-rows.js';

const DATASET: Readonly<Record<keyof DatasetRow, string>> = {
  id: 'text',
  service: 'text',
  title: 'text',
  title_en: 'text',
  owner: 'text',
  owner_en: 'text',
  file: 'text',
  scope_agency: 'text',
  scope_period: 'text',
  period_unit: 'text',
  legal_basis: 'text',
  frequency: 'text',
  key_columns: 'text[]',
  official_date: 'text',
};

const COLUMN: Readonly<Record<keyof DatasetColumnRow, string>> = {
  id: 'text',
  dataset_id: 'text',
  position: 'integer',
  head: 'text',
  aliases: 'text[]',
  field: 'text',
  type: 'text',
  required: 'boolean',
  unit: 'text',
  code_list: 'text',
  code_list_edition: 'text',
  codes: 'jsonb',
  personal: 'boolean',
  doc: 'text',
  doc_en: 'text',
  example: 'text',
};

/** Makes the stored dictionary of a service what its declarations say; rows that are already so are not written. */
export async function storeDictionary(client: Client, service: string, declared: readonly Dataset[]): Promise<void> {
  const { datasets, columns } = dictionaryRows([{ name: service, datasets: declared }]);
  await client.query('begin');
  try {
    const ids = datasets.map(({ id }) => id);
    await client.query('delete from hub.dataset where service = $1 and id <> all($2::text[])', [service, ids]);
    await upsert(client, 'hub.dataset', DATASET, datasets);
    await client.query('delete from hub.dataset_column where dataset_id = any($1::text[]) and id <> all($2::text[])', [
      ids,
      columns.map(({ id }) => id),
    ]);
    await upsert(client, 'hub.dataset_column', COLUMN, columns);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function upsert(
  client: Client,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(types).map((name) => `"${name}"`);
  const typed = Object.entries(types).map(([name, type]) => `"${name}" ${type}`);
  const row = (alias: string): string => `(${names.map((name) => `${alias}.${name}`).join(', ')})`;
  await client.query(
    `insert into ${table} as stored (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as declared (${typed.join(', ')})
     on conflict (id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
     where ${row('stored')} is distinct from ${row('excluded')}`,
    [JSON.stringify(rows)],
  );
}
