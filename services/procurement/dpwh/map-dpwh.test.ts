import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toExact, type JsonObject } from '../../../subgraph/import/exact-json.js';
import { membersOf } from './dpwh-values.js';
import { mapDpwh } from './map-dpwh.js';
import { readDpwh } from './read-dpwh.js';

const data = {
  contractId: '18XX0001',
  description: 'CONSTRUCTION OF A BRIDGE',
  category: 'Bridges, Roads',
  status: 'On-Going',
  budget: 120.5,
  progress: 31.25,
  location: { region: 'Region I', province: 'Ilocos Sur 2nd DEO' },
  contractor: 'ALPHA, INC. (FORMERLY: A) (00123)',
  startDate: '2018-08-24',
  completionDate: null,
  expiryDate: '2019-04-20',
  infraYear: '2018',
  programName: 'Regular Infra',
  sourceOfFunds: 'GAA 2018',
  components: [
    { componentId: 'P1', infraType: 'Bridges', typeOfWork: 'Construction of Bridge', province: 'ILOCOS SUR' },
    { componentId: 'P2', infraType: 'Roads', typeOfWork: 'Construction of Concrete Road', province: 'ILOCOS SUR' },
  ],
  bidders: [
    { name: 'ALPHA, INC. (FORMERLY: A) (00123)', pcabId: '00123', participation: 100, isWinner: true },
    { name: 'BETA (7) / GAMMA (JV ID: JV-18-1)', pcabId: '', participation: 100, isWinner: false },
  ],
  procurement: {
    contractName: 'A BRIDGE',
    abc: '130000000.00',
    awardAmount: '127,478,252.7000000',
    advertisementDate: '2018-04-18 00:00:00.0000000',
    bidSubmissionDeadline: '2018-05-15 00:00:00.0000000',
    dateOfAward: null,
    fundingInstrument: 'GOP',
  },
  links: { advertisement: 'https://example.org/a b.pdf', noticeOfAward: '' },
};

function map(change: object = {}) {
  const value = toExact({ ...data, ...change }) as JsonObject;
  return mapDpwh({ file: 'f.json', contractId: '18XX0001', data: value });
}

describe('a contract of the portal', () => {
  const { project, process, findings } = map();

  it('is a project', () => {
    expect(findings).toEqual([]);
    expect(project).toMatchObject({
      id: 'PH-DPWH/18XX0001',
      status: 'implementation',
      type: 'construction',
      sectors: ['transport.road'],
      budgetAmount: '120.5',
      budgetCurrency: 'PHP',
      plannedCompletionOn: '2019-04-20',
      completedOn: null,
      progressPercent: '31.25',
      provinceText: 'ILOCOS SUR',
      contractingProcessIds: ['dpwh-18XX0001'],
      fundingSources: [{ title: 'GAA 2018', programme: 'Regular Infra', financingParty: 'GOP', amount: null }],
    });
    expect(project.components.map(({ id }) => id)).toEqual(['PH-DPWH/18XX0001/P1', 'PH-DPWH/18XX0001/P2']);
  });

  it('is a contracting process with its ceiling, award and contract', () => {
    expect(process.contractingProcess).toMatchObject({
      ocid: 'dpwh-18XX0001',
      jurisdiction: 'PH-DPWH',
      projectId: 'PH-DPWH/18XX0001',
      statusStage: 'IMPLEMENTATION',
      publishedOn: '2018-04-18',
    });
    expect(process.tenders).toMatchObject([
      { ceilingAmount: '130000000.00', tenderEndAt: '2018-05-15T00:00:00+08:00', tenderersListed: 2 },
    ]);
    expect(process.awards).toMatchObject([{ amount: '127478252.7000000', currency: 'PHP', awardedOn: null }]);
    expect(process.contracts).toMatchObject([{ amount: '120.5', status: 'active', supplier: { id: '00123' } }]);
    expect(process.documents).toMatchObject([{ stage: 'TENDER', url: 'https://example.org/a b.pdf' }]);
  });

  it('has its bidders as bids without prices, joint ventures with their members', () => {
    expect(process.bids).toMatchObject([
      { tenderer: { scheme: 'PH-PCAB', id: '00123', name: 'ALPHA, INC. (FORMERLY: A)' }, isWinner: true, amount: null },
      { tenderer: { scheme: 'PH-DPWH-JV', id: 'JV-18-1', name: 'BETA / GAMMA' }, isWinner: false },
    ]);
    expect(process.bidTenderers.map(({ party, sharePercent }) => [party.name, party.id, sharePercent])).toEqual([
      ['ALPHA, INC. (FORMERLY: A)', '00123', '100'],
      ['BETA', '7', null],
      ['GAMMA', null, null],
    ]);
    expect(process.processParties.map(({ localId, roles }) => [localId, ...roles])).toEqual([
      ['PH-DPWH-DPWH', 'buyer'],
      ['PH-PCAB-00123', 'tenderer', 'supplier'],
      ['PH-DPWH-JV-JV-18-1', 'tenderer'],
      ['PH-PCAB-7', 'tenderer'],
      ['GAMMA', 'tenderer'],
    ]);
  });

  it('DPWH-WINNER: without a marked winner the contractor is the supplier', () => {
    const bidders = data.bidders.map((bidder) => ({ ...bidder, isWinner: false }));
    const { process: unmarked, findings: said } = map({ bidders, contractor: 'GAMMA / BETA (7)' });
    expect(said).toMatchObject([{ rule: 'DPWH-WINNER', severity: 'W', path: '/data/contractor' }]);
    expect(unmarked.awards).toMatchObject([{ supplier: { scheme: 'PH-DPWH-JV', id: 'JV-18-1' } }]);
    expect(unmarked.awardSuppliers).toHaveLength(2);
  });

  it('what cannot be read is null and said', () => {
    const procurement = { ...data.procurement, awardAmount: '12,34.5', dateOfAward: '2018-02-30' };
    const { process: odd, project: unknown, findings: said } = map({ procurement, status: 'Lost' });
    expect(said.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'DPWH-STATUS /data/status',
      'DPWH-AMOUNT /data/procurement/awardAmount',
      'DPWH-DATE /data/procurement/dateOfAward',
    ]);
    expect(odd.awards).toMatchObject([{ amount: null, currency: null, awardedOn: null }]);
    expect(unknown).toMatchObject({ status: null, sourceStatus: 'Lost' });
  });

  it('a mixed project has no single type', () => {
    const works = [...data.components, { componentId: 'P3', typeOfWork: 'Widening of Bridge' }];
    expect(map({ components: works }).project.type).toBeNull();
  });
});

describe('membersOf', () => {
  it('keeps a revoked licence number and a name without a licence', () => {
    expect(membersOf('DELTA ([REVOKED] 31762)').bidder).toMatchObject({
      scheme: 'PH-PCAB',
      id: '31762',
      name: 'DELTA',
    });
    expect(membersOf('CHINA GEO-ENGINEERING CORPORATION').bidder).toMatchObject({ scheme: null, id: null });
  });
});

describe('a folder of documents', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dpwh-'));
    const write = (name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content));
    await write('a.json', { data });
    await write('b.json', { data });
    await write('c.json', { data: { ...data, imageSummary: { latestImageDate: '2025-01-01' }, progress: 99 } });
    await write('d.json', { data: { contractId: '' } });
    await write('e.json', []);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives each contract once, the newer of two that differ', async () => {
    const corpus = await readDpwh([folder]);
    expect(corpus).toMatchObject({ files: 5, identicalCopies: 1 });
    expect(corpus.documents.map(({ file }) => file)).toEqual([join(folder, 'c.json')]);
    expect(corpus.findings.map(({ rule, severity, file }) => `${severity} ${rule} ${file.slice(-6)}`)).toEqual([
      'W DPWH-TWICE a.json',
      'E DPWH-KIND d.json',
      'E DPWH-KIND e.json',
    ]);
  });
});
