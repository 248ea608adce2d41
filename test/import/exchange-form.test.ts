import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { EXCHANGE_TABLES } from '../../services/procurement/exchange/exchange-tables.js';
import type { ExchangeRow } from '../../services/procurement/exchange/exchange-row.js';
import { landRows } from '../../services/procurement/exchange/land-rows.js';
import { readExchange } from '../../services/procurement/exchange/read-exchange.js';
import { releaseUnit } from '../../services/procurement/exchange/release-unit.js';
import { compileProcess } from '../../services/procurement/ocds/compile-process.js';
import { mapRelease } from '../../services/procurement/ocds/map-release.js';
import { validateUnit } from '../../services/procurement/ocds/validate-ocds.js';
import { LandTransfer } from '../../services/projects/land/land-transfer.entity.js';
import type { Finding } from '../../subgraph/import/finding.js';
import { rowKeys } from '../../subgraph/import/stored-columns.js';
import { describeWithCorpus } from '../kit/corpora.js';
import { TENDER_FILES } from './exchange-tender-rows.js';
import { BUYER, exchangeCsv, FIRST, PREFIX, PURCHASE_FILES, SETTING, type ExchangeValues } from './exchange-rows.js';

const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, text: string): Promise<{ rows: ExchangeRow[]; findings: Finding[] }> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const rows: ExchangeRow[] = [];
  const findings: Finding[] = [];
  for await (const batch of readExchange(file))
    for (const each of batch) {
      if (each.row) rows.push(each.row);
      findings.push(...each.findings);
    }
  return { rows, findings };
}

const TABLES = Object.entries(PURCHASE_FILES);

/** The process that the rows of all tables make. */
async function process(tables: readonly (readonly [string, ExchangeValues])[], isChinese = false) {
  const read_ = await Promise.all(
    tables.map(([table, row]) => read(`${table}.csv`, exchangeCsv(table, [row], isChinese))),
  );
  expect(read_.flatMap(({ findings }) => findings)).toEqual([]);
  const units = read_.flatMap(({ rows }) => rows.flatMap((row) => releaseUnit(row, SETTING, new Map()) ?? []));
  expect(units.flatMap((unit) => validateUnit(unit).findings.filter(({ severity }) => severity === 'E'))).toEqual([]);
  const compiled = compileProcess(`${PREFIX}-YG-2024-001`, units);
  return mapRelease(compiled, { jurisdictions: { [PREFIX]: 'CN-349900' } });
}

describe('a purchase of the form', () => {
  it.each([
    ['English names', TABLES, false],
    ['Chinese heads', TABLES, true],
    ['its tables in any order', TABLES.toReversed(), false],
  ])('with %s is one process from plan to contract', async (_, tables, isChinese) => {
    const { rows } = await process(tables, isChinese);
    expect(rows.contractingProcess).toMatchObject({
      ocid: 'ocds-sunsh1-YG-2024-001',
      jurisdiction: 'CN-349900',
      title: '办公设备采购项目',
      buyer: { scheme: 'CN-USCC', uscc: BUYER, name: '阳光市教育局' },
      procurementMethod: 'open',
      procurementMethodDetails: '公开招标',
      budgetAmount: '1205000',
      budgetCurrency: 'CNY',
      projectId: '2401-349902-19-01-544849',
      regionCode: '349902',
      statusStage: 'CONTRACT',
    });
    expect(rows.tenders).toMatchObject([
      {
        publishedOn: '2024-03-02',
        tenderEndAt: '2024-04-01T09:30:00+08:00',
        bidOpeningAt: '2024-04-01T09:30:00+08:00',
      },
    ]);
    expect(rows.lots).toMatchObject([{ localId: 'YG-2024-001-1', title: '第一包' }]);
    expect(rows.bids).toMatchObject([{ amount: '1180000', priceForm: 'AMOUNT', tenderer: { uscc: FIRST } }]);
    expect(rows.awards).toMatchObject([{ amount: '1180000', awardedOn: '2024-04-05', lotId: rows.lots[0]?.id }]);
    expect(rows.awardSuppliers).toHaveLength(2);
    expect(rows.contracts).toMatchObject([
      { amount: '1175000', signedOn: '2024-04-20', awardId: rows.awards[0]?.id, supplier: { uscc: FIRST } },
    ]);
    expect(rows.documents.map(({ documentType }) => documentType).toSorted()).toEqual([
      'awardNotice',
      'clarifications',
      'contractSigned',
      'tenderNotice',
    ]);
  });

  it('whose price is a rate has no amount', async () => {
    const rate = {
      ...PURCHASE_FILES['BID_DEAL_ANNOUNCE'],
      PRICE_FORM_CODE: '2',
      WIN_BID_PRICE: '',
      WIN_BID_RATE: '95%',
    };
    const { rows } = await process([['BID_DEAL_ANNOUNCE', rate]]);
    expect(rows.awards).toMatchObject([{ amount: null, priceForm: 'RATE', priceText: '95%' }]);
  });

  it('does not take over the identity number of a natural person', async () => {
    const person = {
      ...PURCHASE_FILES['PURCHASE_TENDER_LIST'],
      BIDDER_NAME: '张某',
      BIDDER_ORG_CODE: '110101199003071233',
    };
    const { rows } = await process([['PURCHASE_TENDER_LIST', person]]);
    expect(JSON.stringify(rows)).not.toContain('110101199003071233');
    expect(rows.bids).toMatchObject([{ tenderer: { name: '张某', scheme: null } }]);
  });
});

it('a construction tender of the form is one process, linked to its investment project', async () => {
  const files = await Promise.all(
    Object.entries(TENDER_FILES).map(([table, row]) => read(`${table}.csv`, exchangeCsv(table, [row]))),
  );
  expect(files.flatMap(({ findings }) => findings)).toEqual([]);
  const codes = new Map([['A3499000001000001', '2401-349902-48-01-544849']]);
  const units = files.flatMap(({ rows }) => rows.flatMap((row) => releaseUnit(row, SETTING, codes) ?? []));
  expect(units.flatMap((unit) => validateUnit(unit).findings.filter(({ severity }) => severity === 'E'))).toEqual([]);
  const { rows } = mapRelease(compileProcess(`${PREFIX}-A3499000001000001001`, units));
  expect(rows.contractingProcess).toMatchObject({
    title: '莲岸路改造工程施工',
    procurementMethod: 'selective',
    buyer: { uscc: BUYER },
    projectId: '2401-349902-48-01-544849',
  });
  expect(rows.lots).toMatchObject([{ title: '一标段', amount: '5000000.00' }]);
  expect(rows.bids).toMatchObject([{ amount: '4900000', submittedAt: '2024-02-05T08:00:00+08:00' }]);
  expect(rows.awards).toMatchObject([{ amount: '4900000', supplier: { uscc: FIRST } }]);
  expect(rows.contracts).toMatchObject([{ amount: '4900000', awardId: rows.awards[0]?.id }]);
  expect(rows.documents.map(({ documentType }) => documentType).toSorted()).toEqual([
    'awardNotice',
    'evaluationReports',
    'tenderNotice',
  ]);
});

describe('the rules of the form', () => {
  const row = (table: string, change: ExchangeValues): string =>
    exchangeCsv(table, [{ ...PURCHASE_FILES[table], ...change }]);

  it.each([
    ['PURCHASE_PROJECT', { PURCHASE_PROJECT_CODE: '' }, ['E EX01 采购项目编号']],
    ['PURCHASE_PROJECT', { PURCHASER_NAME: '' }, ['W EX01 采购人名称']],
    ['PURCHASE_PROJECT', { INVEST_PROJECT_CODE: '' }, ['W EX05 投资项目统一代码']],
    ['PURCHASE_PROJECT', { PROGRAM_BUDGET: '一百万' }, ['E EX02 项目预算']],
    ['PURCHASE_PROJECT', { PROGRAM_BUDGET: '' }, ['E EX04 项目预算']],
    ['PURCHASE_PROJECT', { UNIT_BUDGET: '7' }, ['E EX03 预算金额单位']],
    ['PURCHASE_PROJECT', { BUDGET_CURRENCY: '999' }, ['E EX03 预算金额币种']],
    ['BID_DEAL_ANNOUNCE', { PRICE_FORM_CODE: '5' }, ['E EX03 价款形式代码', 'W EX04 中标优惠率或其它类型价格']],
    ['BID_DEAL_ANNOUNCE', { DATA_TIMESTAMP: '20240230000000' }, ['E EX02 数据时间戳']],
    ['BID_DEAL_ANNOUNCE', { REGION_CODE: '34990' }, ['E EX03 采购项目子包所在行政区域代码']],
    ['BID_DEAL_ANNOUNCE', { PURCHASER_AGENCY_CODE: `${FIRST}0` }, ['W EX02 采购代理机构代码']],
  ])('%s with %j', async (table, change, expected) => {
    const { findings } = await read('file.csv', row(table, change));
    expect(findings.map(({ severity, rule, column }) => `${severity} ${rule} ${column}`)).toEqual(expected);
    expect(findings.every((finding) => finding.row === 2)).toBe(true);
  });

  it('a file of another kind is no table of the form', async () => {
    const { findings } = await read('file.csv', '编号,名称\n1,甲\n2,乙\n');
    expect(findings).toMatchObject([{ rule: 'EX00', severity: 'E' }]);
  });
});

it('a land parcel: square kilometres are hundreds of hectares, amounts by their unit', async () => {
  const parcel = {
    DEAL_LAND_CODE: 'G1',
    DEAL_ANNOUNCEMENT_GUID: 'A1',
    LAND_PROJECT_NAME: '安置房地块',
    REGION_CODE: '349902',
    LAND_AREA: '0.052928',
    LAND_USAGE: '城镇住宅用地',
    LEND_AGE_LIMIT: '70',
    LAND_POSITION: '莲岸路以西',
    DEAL_PRICE: '10484',
    CURRENCY_CODE: '156',
    PRICE_UNIT: '1',
    LENDING_NAME: '阳光置业有限公司',
    LENDING_CODE: FIRST,
    PUBLISHING_TIME: '20240630000000',
  };
  const deal = { ANNOUNCEMENT_GUID: 'A1', LAND_PROJECT_NAME: '安置房地块', SUPPLY_TYPE: '挂牌', FIELD_NUM: '1' };
  const land = await read('land.csv', exchangeCsv('DEAL_LAND_INFO', [parcel]));
  const deals = await read('deal.csv', exchangeCsv('DEAL_BEHAVIOR_INFO', [deal]));
  expect([...land.findings, ...deals.findings]).toEqual([]);
  const rows = landRows([...land.rows, ...deals.rows], SETTING);
  const known = rowKeys(LandTransfer);
  expect(Object.keys(rows[0] ?? {}).filter((key) => !known.has(key))).toEqual([]);
  expect(rows).toMatchObject([
    { id: 'G1', areaHectares: '5.292800', price: '104840000', supplyMethod: 'LISTING', holder: { uscc: FIRST } },
  ]);
});

it('every field that is read stands in MAPPING.md', () => {
  const mapping = readFileSync(
    path.resolve(import.meta.dirname, '../../services/procurement/exchange/MAPPING.md'),
    'utf8',
  );
  const names = EXCHANGE_TABLES.flatMap(({ name, fields }) => [name, ...fields.map((field) => field.name)]);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(mapping))).toEqual([]);
});

describeWithCorpus('ggzy-exchange-fields', 'the fields of the form', (corpus) => {
  const listed = parse(readFileSync(path.join(corpus, 'data_standard_fields.csv'), 'utf8'), {
    columns: true,
    bom: true,
  }) as Record<string, string>[];
  const plain = (text: string | undefined): string => (text ?? '').replaceAll(/\s/g, '');

  it.each(EXCHANGE_TABLES.map((table) => [table.name, table] as const))(
    '%s are as the province lists them',
    (_, table) => {
      const own = listed.filter(({ table_code, table: name }) => table_code === table.code && name === table.name);
      for (const { name, head } of table.fields)
        expect(
          own.some((row) => plain(row['english']) === name && plain(row['name']) === plain(head)),
          name,
        ).toBe(true);
    },
  );
});
