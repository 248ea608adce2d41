import { describe, expect, it } from 'vitest';
import { buildUscc } from '../../../schema/vocabulary/uscc.js';
import { compileProcess } from './compile-process.js';
import { mapRelease, type MapOptions } from './map-release.js';
import { readOcds } from './read-ocds.js';

const ocid = 'ocds-abc123-2024/7';
const uscc = buildUscc({ department: '9', category: '1', region: '349900', organisation8: 'MA2TETT0' });

const cny = (amount: number) => ({ amount, currency: 'CNY' });

const release = {
  ocid,
  id: 'r1',
  date: '2024-03-01T09:30:00+08:00',
  tag: ['contract'],
  initiationType: 'tender',
  language: 'zh',
  parties: [
    {
      id: 'b',
      name: '阳光市财政局',
      identifier: { scheme: 'CN-349900-AGENCY', id: 'finance' },
      additionalIdentifiers: [{ scheme: 'CN-USCC', id: uscc }],
      details: { regionCode: '340500' },
      address: { streetAddress: ' 中山路1号 ', locality: '阳光市', region: '' },
      contactPoint: { name: '张三', email: 'z@example.org', telephone: '0555-1234567' },
      roles: ['buyer'],
    },
    { id: 's1', name: '甲公司', identifier: { scheme: 'CN-USCC', id: uscc }, roles: ['tenderer', 'supplier'] },
    { id: 's2', name: '乙公司', identifier: { scheme: 'CN-USCC', id: `${uscc.slice(0, 17)}!` }, roles: ['tenderer'] },
  ],
  buyer: { id: 'b', name: '阳光市财政局' },
  planning: { budget: { amount: { amount: 100, currency: 'CNY' }, projectID: '2401-340500-04-01-123456' } },
  tender: {
    id: 't',
    title: '办公设备',
    value: { amount: 90, currency: 'CNY' },
    ceilingPrice: { amount: 95.5, currency: 'CNY' },
    tenderPeriod: { startDate: '2024-01-01T00:00:00+08:00', endDate: '2024-01-22T09:30:00+08:00' },
    tenderers: [{ id: 's1' }, { id: 's2' }],
    numberOfTenderers: 3,
    lots: [{ id: '1', title: '一包', value: { amount: 40, currency: 'CNY' } }],
    items: [{ id: 1, relatedLot: '1', quantity: 2.5, unit: { name: '台', value: { amount: 16, currency: 'CNY' } } }],
    documents: [{ id: 'd', url: 'javascript:alert(1)' }],
  },
  bids: {
    details: [{ id: 'x', relatedLots: ['1'], tenderers: [{ id: 's1' }], value: { amount: 88, currency: 'CNY' } }],
  },
  awards: [{ id: 'a/1', status: 'active', rank: 1, relatedLots: ['1'], suppliers: [{ id: 's1' }, { id: 's2' }] }],
  contracts: [
    {
      id: 'c',
      awardID: 'a/1',
      dateSigned: '2024-02-10T16:30:00Z',
      value: { amount: 987654321, currency: 'CNY' },
      amendments: [{ rationale: '增补', amountBefore: cny(100), amountAfter: cny(120.5) }],
      implementation: { transactions: [{ id: 'p', value: { amount: 0, currency: 'CNY' }, payee: { id: 's1' } }] },
    },
    { id: 'c2', awardID: 'nowhere' },
  ],
  secret: { field: 1 },
};

function map(change: object = {}, options?: MapOptions) {
  // More digits than a binary number holds, as a file may print them.
  const text = JSON.stringify({ ...release, ...change }).replace('987654321', '12345678901234567.89');
  const { units } = readOcds('f.json', new TextEncoder().encode(text));
  return mapRelease(compileProcess(ocid, units), options);
}

describe('a release as rows', () => {
  const { rows, findings, notStored } = map();

  it('the process', () => {
    expect(rows.contractingProcess).toMatchObject({
      ocid,
      jurisdiction: 'ocds-abc123',
      title: '办公设备',
      buyer: { scheme: 'CN-349900-AGENCY', id: 'finance', name: '阳光市财政局', uscc, agencyId: null },
      regionCode: '340500',
      statusStage: 'IMPLEMENTATION',
      budgetAmount: '100',
      budgetCurrency: 'CNY',
      projectId: '2401-340500-04-01-123456',
      publishedOn: '2024-03-01',
      releasedAt: '2024-03-01T09:30:00+08:00',
    });
  });

  it('a known prefix may be a city’s own, and then its agency ids count', () => {
    const { rows: own } = map({}, { jurisdictions: { 'ocds-abc123': 'CN-349900' } });
    expect(own.contractingProcess).toMatchObject({ jurisdiction: 'CN-349900', buyer: { agencyId: 'finance' } });
  });

  it('row ids: the ocid, then local ids with their slashes escaped', () => {
    expect(rows.awards[0]?.id).toBe(`${ocid}/a~11`);
    expect(rows.items[0]?.id).toBe(`${ocid}/TENDER/1`);
    expect(rows.contractTransactions[0]?.id).toBe(`${ocid}/c/p`);
  });

  it('parties: a valid code only, every role, the address in one line', () => {
    expect(rows.processParties).toMatchObject([
      { localId: 'b', roles: ['buyer'], address: '中山路1号, 阳光市' },
      { localId: 's1', roles: ['tenderer', 'supplier', 'payee'], party: { scheme: 'CN-USCC', id: uscc, uscc } },
      { localId: 's2', roles: ['tenderer', 'supplier'], party: { scheme: 'CN-USCC', uscc: null } },
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'R01', severity: 'W', path: '/parties/2/identifier/id' }),
    );
  });

  it('tenderers without offers are counted, not turned into bids', () => {
    expect(rows.tenders).toMatchObject([
      { amount: '90', ceilingAmount: '95.5', numberOfTenderers: 3, tenderersListed: 2, bidOpeningAt: null },
    ]);
    expect(rows.bids).toMatchObject([{ localId: 'x', lotId: `${ocid}/1`, amount: '88', tenderer: { name: '甲公司' } }]);
    expect(rows.bidTenderers).toHaveLength(1);
  });

  it('items keep quantity and unit value exact', () => {
    expect(rows.items).toMatchObject([{ quantity: '2.5', unitAmount: '16', unitCurrency: 'CNY', lotId: `${ocid}/1` }]);
  });

  it('a contract has the suppliers of its award and its exact amount', () => {
    expect(rows.contracts[0]).toMatchObject({
      awardId: `${ocid}/a~11`,
      amount: '12345678901234567.89',
      signedOn: '2024-02-10',
      supplier: { name: '甲公司' },
    });
    expect(rows.contractSuppliers.map(({ party }) => party.name)).toEqual(['甲公司', '乙公司']);
    expect(rows.contractTransactions[0]).toMatchObject({ amount: '0', payer: null, payee: { uscc } });
    expect(rows.amendments).toMatchObject([
      {
        id: `${ocid}/CONTRACT/c/#1`,
        localId: null,
        sequence: 1,
        amountBefore: '100',
        amountAfter: '120.5',
        amountDelta: '20.5',
      },
    ]);
  });

  it('T11-AWARD: a contract of an unknown award is stored without a supplier, and says so', () => {
    expect(rows.contracts[1]).toMatchObject({ awardId: null, supplier: null });
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'T11-AWARD', path: '/contracts/1/awardID' }));
  });

  it('an address that runs a script is not stored', () => {
    expect(rows.documents).toMatchObject([{ localId: 'd', url: null }]);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'OCDS-URL', path: '/tender/documents/0/url' }));
  });

  it('says what it leaves out, persons first of all', () => {
    expect(notStored).toEqual([
      { path: 'parties/contactPoint', values: 3, reason: 'PERSONAL' },
      { path: 'secret', values: 1, reason: 'UNMAPPED' },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/张三|example\.org|1234567"/);
  });
});

describe('what a source does not say stays unsaid', () => {
  it('an empty text, an amount of null and a placeholder date are null; zero is zero', () => {
    const { rows } = map({
      tender: {
        id: 't',
        title: '  ',
        value: { amount: null, currency: 'CNY' },
        minValue: { amount: 0, currency: 'CNY' },
        tenderPeriod: { startDate: '0001-01-01T00:00:00Z' },
      },
    });
    expect(rows.tenders).toMatchObject([
      { title: null, amount: null, currency: null, minAmount: '0', tenderStartAt: null, tenderersListed: null },
    ]);
  });

  it('references of data without parties become parties', () => {
    const { rows } = map({ parties: undefined, buyer: { id: 'b', name: 'B', identifier: { scheme: 'X', id: '9' } } });
    expect(rows.processParties).toMatchObject([
      { localId: 'b', roles: ['buyer'], party: { scheme: 'X', id: '9', name: 'B' } },
      { localId: 's1', roles: ['tenderer', 'supplier', 'payee'] },
      { localId: 's2', roles: ['tenderer', 'supplier'] },
    ]);
  });

  it('a price that is no amount keeps its form and its words', () => {
    const priced = { id: '1', priceForm: 'RATE', priceText: '下浮 8%', suppliers: [{ id: 's1' }] };
    expect(map({ awards: [priced] }).rows.awards).toMatchObject([
      { amount: null, priceForm: 'RATE', priceText: '下浮 8%' },
    ]);
    const bids = { details: [{ id: 'x', value: cny(88), score: 91.25, rank: 2 }] };
    expect(map({ bids }).rows.bids).toMatchObject([{ priceForm: 'AMOUNT', score: '91.25', rank: 2 }]);
  });

  it('the day of the notice: of its document, else of a release from before the deadline', () => {
    const tenderPeriod = { endDate: '2024-03-20T00:00:00Z' };
    const documents = [{ id: 'n', documentType: 'tenderNotice', datePublished: '2024-02-28T00:00:00Z' }];
    const day = (change: object) => map({ tag: ['tender'], ...change }).rows.tenders[0]?.publishedOn;
    expect(day({ tender: { id: 't', tenderPeriod, documents } })).toBe('2024-02-28');
    expect(day({ tender: { id: 't', tenderPeriod } })).toBe('2024-03-01');
    expect(day({ tender: { id: 't', tenderPeriod: { endDate: '2023-03-20T00:00:00Z' } } })).toBeNull();
  });

  it('text that PostgreSQL cannot hold is cleaned', () => {
    expect(map({ tender: { id: 't', title: 'a\u0000b\ud800' } }).rows.tenders).toMatchObject([{ title: 'ab\ufffd' }]);
  });
});

describe('how far a process has come', () => {
  const none = { tender: undefined, bids: undefined, awards: undefined, contracts: undefined };
  it.each([
    ['PLANNING', none],
    ['PLANNING', { ...none, tender: { id: 't', status: 'planned' } }],
    ['TENDER', { ...none, tender: { id: 't', status: 'active' } }],
    ['CLOSED', { ...none, tender: { id: 't', status: 'unsuccessful' } }],
    ['AWARD', { ...none, awards: [{ id: 'a' }] }],
    ['CONTRACT', { ...none, contracts: [{ id: 'c', awardID: 'a' }] }],
    ['CLOSED', { ...none, contracts: [{ id: 'c', awardID: 'a', status: 'terminated' }] }],
  ])('%s for %j', (stage, change) => {
    expect(map(change).rows.contractingProcess.statusStage).toBe(stage);
  });
});
