import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importExchange } from '../../services/procurement/exchange/import-exchange.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { exchangeCsv, FIRST, PURCHASE_FILES, SETTING, type ExchangeValues } from '../import/exchange-rows.js';
import { copyDatabase, inDatabase, type TestDatabase } from '../kit/test-database.js';

const BLACKLISTED: ExchangeValues = {
  BLACKLIST_CODE: '0f8fad5b-d9cb-469f-a165-70867728950e',
  BODY_NAME: '甲公司',
  BODY_CODE: FIRST,
  BODY_ROLE: '供应商',
  RECORD_REASON: '提供虚假材料',
  RECORD_DATE: '20240501000000',
  GOVERNMENT: '阳光市财政局',
  DOCUMENT_CODE: '阳财罚〔2024〕3号',
  REVOCATION_STATUS: '0',
  CONFINED_ACTION: '1',
};

describe('the exchange form', () => {
  let database: TestDatabase | undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  beforeAll(async () => void (database = await copyDatabase('empty')));
  afterAll(async () => {
    await database?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  async function load(tables: Readonly<Record<string, ExchangeValues>>) {
    const files = Object.entries(tables).map(([table, row]) => {
      const file = path.join(folder, `${table}.csv`);
      writeFileSync(file, exchangeCsv(table, [row]));
      return file;
    });
    const batch = {
      dataset: 'procurement.exchange',
      service: 'procurement',
      mode: 'MERGE',
      files: [],
      submittedBy: 'test',
    } as const;
    return inDatabase(database!.url, (client) =>
      publish(client, batch, (publication) => importExchange(publication, files, SETTING)),
    );
  }

  const counts = async () =>
    (
      await database!.sql(`select
        (select count(*) from procurement.contracting_process) processes,
        (select count(*) from procurement.bid) bids,
        (select count(*) from procurement.bid_opening) openings,
        (select count(*) from procurement.award) awards,
        (select count(*) from procurement.contract) contracts`)
    )[0];

  it('comes in parts, and what came before stays', async () => {
    const { PURCHASE_CONTRACT: contract, ...before } = PURCHASE_FILES;
    const first = await load(before);
    expect(first).toMatchObject({ refusedFiles: 0, releases: 6, newReleases: 6, processes: 1, findings: [] });
    expect(await counts()).toEqual({ processes: '1', bids: '1', openings: '1', awards: '1', contracts: '0' });
    await load({ PURCHASE_CONTRACT: contract! });
    expect(await counts()).toEqual({ processes: '1', bids: '1', openings: '1', awards: '1', contracts: '1' });
  });

  it('handed in again changes nothing', async () => {
    const again = await load(PURCHASE_FILES);
    expect(again).toMatchObject({ releases: 7, newReleases: 0, processes: 0 });
    expect(
      [...again.tables.values()].every(({ inserted, changed, removed }) => inserted + changed + removed === 0),
    ).toBe(true);
  });

  it('keeps records of misconduct, and revokes them where the form does', async () => {
    await load({ BLACK_LIST: BLACKLISTED });
    const record = 'select id, subject_uscc, role, revoked, revoked_on, decision_no from procurement.misconduct_record';
    const kept = {
      id: BLACKLISTED['BLACKLIST_CODE'],
      subject_uscc: FIRST,
      role: 'SUPPLIER',
      decision_no: '阳财罚〔2024〕3号',
    };
    expect(await database!.sql(record)).toEqual([{ ...kept, revoked: 'f', revoked_on: null }]);
    const { BLACKLIST_CODE = '', BODY_NAME = '', GOVERNMENT = '', DOCUMENT_CODE = '' } = BLACKLISTED;
    const removal = { BLACKLIST_CODE, BODY_NAME, GOVERNMENT, DOCUMENT_CODE, APPLICATION_DATE: '20241101000000' };
    expect((await load({ WITHDRAW_BLACK_LIST: removal })).findings).toEqual([]);
    expect(await database!.sql(record)).toEqual([{ ...kept, revoked: 't', revoked_on: '2024-11-01' }]);
  });

  it('a file that breaks a rule of the form is refused whole, the others are not', async () => {
    const broken = { ...PURCHASE_FILES['PURCHASE_TENDER_LIST'], BID_PRICE: '若干' };
    const { refusedFiles, findings, newReleases } = await load({
      PURCHASE_TENDER_LIST: broken,
      BID_DEAL_ANNOUNCE: { ...PURCHASE_FILES['BID_DEAL_ANNOUNCE'], DATA_TIMESTAMP: '20240406120000' },
    });
    expect({ refusedFiles, newReleases, rules: findings.map(({ rule }) => rule) }).toEqual({
      refusedFiles: 1,
      newReleases: 1,
      rules: ['EX02'],
    });
  });
});
