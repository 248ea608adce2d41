import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { startDatabase, type Database } from '../../subgraph/database/embedded.js';
import { dictionaryRows } from '../../subgraph/dataset/dictionary-rows.js';
import { storeDictionary } from '../../subgraph/dataset/store-dictionary.js';
import { ensureLedger } from '../../subgraph/ledger/ledger-tables.js';

let folder: string;
let database: Database;
let client: pg.Client;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  // PostgreSQL steps down from root to a user who has to pass through.
  chmodSync(folder, 0o711);
  database = await startDatabase({ dataDir: folder, log: () => undefined, settings: ['fsync=off'] });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await ensureLedger(client);
});
afterAll(async () => {
  await client.end();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What is stored, each row with the transaction that wrote it. */
async function stored(): Promise<{ datasets: object[]; columns: object[]; writers: string[] }> {
  const [datasets, columns] = await Promise.all(
    ['hub.dataset', 'hub.dataset_column'].map((table) =>
      client.query<{ id: string; row: object; writer: string }>(
        `select id, to_jsonb(t) as row, xmin::text as writer from ${table} t order by id`,
      ),
    ),
  );
  const rows = [...(datasets?.rows ?? []), ...(columns?.rows ?? [])];
  return {
    datasets: datasets?.rows.map(({ row }) => row) ?? [],
    columns: columns?.rows.map(({ row }) => row) ?? [],
    writers: rows.map(({ id, writer }) => `${id} ${writer}`),
  };
}

const byId = (rows: readonly { id: string }[]): object[] =>
  rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((row) => ({ ...row }));

describe('the stored dictionary', () => {
  it('is what the services declare, and is not written again while they declare the same', async () => {
    for (const { name, datasets } of SERVICES) await storeDictionary(client, name, datasets);
    const first = await stored();
    const declared = dictionaryRows(SERVICES);
    expect(first.datasets).toEqual(byId(declared.datasets));
    expect(first.columns).toEqual(byId(declared.columns));
    for (const { name, datasets } of SERVICES) await storeDictionary(client, name, datasets);
    expect((await stored()).writers).toEqual(first.writers);
  });

  it('follows a declaration that changes, and forgets what is gone, of that service alone', async () => {
    const before = await stored();
    const [first, ...others] = SERVICES.find(({ name }) => name === 'projects')?.datasets ?? [];
    if (!first) throw new Error('projects declares no dataset');
    const [, second, ...columns] = first.columns;
    if (!second) throw new Error('the dataset has one column');
    const changed = {
      ...first,
      title: '改名 / Renamed',
      columns: [{ ...second, required: true as const }, ...columns],
    };
    await storeDictionary(client, 'projects', [changed, ...others.slice(1)]);
    const after = await stored();
    const gone = dictionaryRows([{ name: 'projects', datasets: others.slice(0, 1) }]);
    expect(after.datasets.length).toBe(before.datasets.length - 1);
    expect(after.columns.length).toBe(before.columns.length - 1 - gone.columns.length);
    expect(after.datasets).toContainEqual(
      expect.objectContaining({ id: first.id, title: '改名', title_en: 'Renamed' }),
    );
    expect(after.columns).toContainEqual(
      expect.objectContaining({ id: `${first.id}/${second.head}`, position: 1, required: true }),
    );
  });
});
