import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ocdsBatch } from '../../hub/batch-input.js';
import { importOcds } from '../../services/procurement/release/import-ocds.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { copyDatabase, inDatabase, type TestDatabase } from '../kit/test-database.js';

const OCID = 'ocds-test01-P1';
const value = (amount: number) => ({ amount, currency: 'CNY' });

const contract = (id: string) => ({
  id,
  awardID: 'A1',
  title: `Contract ${id}`,
  status: 'active',
  dateSigned: '2024-03-01T00:00:00Z',
  value: value(100),
  items: [{ id: `${id}-I1`, description: 'desk', quantity: 2, unit: { name: 'piece', value: value(50) } }],
  documents: [{ id: `${id}-D1`, documentType: 'contractSigned', title: 'The contract' }],
  milestones: [{ id: `${id}-M1`, title: 'Delivery', status: 'met' }],
  amendments: [{ id: `${id}-C1`, date: '2024-04-01T00:00:00Z', rationale: 'more desks' }],
  implementation: { transactions: [{ id: `${id}-T1`, date: '2024-05-01T00:00:00Z', value: value(100) }] },
});

/** The state of the process on a day: a record whose compiled release has these contracts. */
const record = (day: string, contracts: object[]): object => ({
  uri: `https://example.org/${day}`,
  version: '1.1',
  publishedDate: `${day}T00:00:00Z`,
  publisher: { name: 'Test' },
  records: [
    {
      ocid: OCID,
      releases: [{ url: `https://example.org/${day}/1`, date: `${day}T00:00:00Z`, tag: ['contract'] }],
      compiledRelease: {
        ocid: OCID,
        id: `${OCID}-${day}`,
        date: `${day}T00:00:00Z`,
        tag: ['compiled'],
        initiationType: 'tender',
        parties: [{ id: 'S1', name: 'Desks Ltd', roles: ['supplier'] }],
        tender: { id: 'T1', title: 'Desks', status: 'complete', items: [{ id: 'I1', description: 'desk' }] },
        awards: [{ id: 'A1', status: 'active', suppliers: [{ id: 'S1', name: 'Desks Ltd' }], value: value(100) }],
        contracts,
      },
    },
  ],
});

const COUNTS = `select
  (select count(*) from procurement.contract) contracts,
  (select count(*) from procurement.contract_supplier) suppliers,
  (select count(*) from procurement.contract_transaction) payments,
  (select count(*) from procurement.amendment) amendments,
  (select count(*) from procurement.process_document) documents,
  (select count(*) from procurement.process_milestone) milestones,
  (select string_agg(stage, ' ' order by stage) from procurement.item) items,
  (select count(*) from procurement.award) awards`;

describe('a contract that is no more in its process', () => {
  let database: TestDatabase | undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  beforeAll(async () => void (database = await copyDatabase('empty')));
  afterAll(async () => {
    await database?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  async function load(day: string, contracts: object[]) {
    const file = path.join(folder, `${day}.json`);
    writeFileSync(file, JSON.stringify(record(day, contracts)));
    const report = await inDatabase(database!.url, async (client) =>
      publish(client, await ocdsBatch([file]), (publication) => importOcds(publication, [file])),
    );
    expect(report.findings.filter(({ severity }) => severity === 'E')).toEqual([]);
    return report;
  }

  it('goes with all its rows; those of the others stay', async () => {
    await load('2024-06-01', [contract('K1'), contract('K2')]);
    const [both] = await database!.sql(COUNTS);
    expect(both).toEqual({
      contracts: '2',
      suppliers: '2',
      payments: '2',
      amendments: '2',
      documents: '2',
      milestones: '2',
      items: 'CONTRACT CONTRACT TENDER',
      awards: '1',
    });
    const { tables } = await load('2024-07-01', [contract('K2')]);
    expect(tables.get('contract')).toMatchObject({ inserted: 0, removed: 1 });
    const [one] = await database!.sql(COUNTS);
    expect(one).toEqual({
      contracts: '1',
      suppliers: '1',
      payments: '1',
      amendments: '1',
      documents: '1',
      milestones: '1',
      items: 'CONTRACT TENDER',
      awards: '1',
    });
    expect(await database!.sql('select local_id from procurement.contract')).toEqual([{ local_id: 'K2' }]);
  });

  it('is not brought back by an older file', async () => {
    const { newReleases } = await load('2024-06-01', [contract('K1'), contract('K2')]);
    expect(newReleases).toBe(0);
    const { processes } = await load('2024-05-01', [contract('K1')]);
    expect(processes).toBe(1);
    expect(await database!.sql('select local_id from procurement.contract')).toEqual([{ local_id: 'K2' }]);
  });

  it('leaves the process without contracts when there is none', async () => {
    await load('2024-08-01', []);
    expect(await database!.sql(COUNTS)).toMatchObject([
      { contracts: '0', payments: '0', items: 'TENDER', awards: '1' },
    ]);
  });
});
