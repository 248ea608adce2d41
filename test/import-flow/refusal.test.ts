import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptPath } from '../../subgraph/ledger/kept-file.js';
import { flowPlace, type FlowPlace } from './flow-place.js';
import { companies, company, NAME, sampleRows, USCC, wrongUscc } from './hand-ins.js';

let place: FlowPlace;
beforeAll(async () => void (place = await flowPlace()));
afterAll(() => place?.[Symbol.asyncDispose]());

const rows = async (): Promise<number> =>
  Number((await place.database.sql<{ n: string }>('select count(*) n from registry.legal_entity'))[0]?.n);

describe('a file with errors is refused whole', () => {
  it('by its cells, with row, column, rule and remedy, and the refusal is kept with the file', async () => {
    const file = place.csv('a.csv', [
      company(1),
      { [USCC]: wrongUscc(2), [NAME]: '乙' },
      { [USCC]: null, [NAME]: '丙' },
    ]);
    const report = await place.import('registry.legal-persons', file);
    expect(report).toMatchObject({
      outcome: 'REFUSED',
      errors: 2,
      tables: [],
      findings: [
        {
          rule: 'R02',
          severity: 'E',
          row: 3,
          column: USCC,
          value: wrongUscc(2),
          remedy: expect.stringContaining('/') as string,
        },
        { rule: 'REQUIRED', severity: 'E', row: 4, column: USCC },
      ],
    });
    expect(await rows()).toBe(0);
    const [refusal] = await place.database.sql(
      `select id, dataset_id, file, sha256, submitted_by, options, findings from hub.refusal where id = $1`,
      [report.refusal],
    );
    expect(refusal).toMatchObject({ dataset_id: 'registry.legal-persons', file: 'a.csv', submitted_by: 'tester' });
    expect(JSON.parse(refusal?.['findings'] ?? '')).toMatchObject([
      { rule: 'R02', entity: 'LegalEntity', key: wrongUscc(2), acceptable: true },
      { rule: 'REQUIRED', acceptable: false },
    ]);
    const kept = keptPath(place.folder, refusal?.['sha256'] ?? '');
    expect(readFileSync(kept)).toEqual(readFileSync(file));
    expect(statSync(kept).mode & 0o777).toBe(0o600);
  });

  it('by the rules over its rows, which are gone again', async () => {
    const [right, wrong] = await sampleRows('projects.land-supply', 2);
    const file = place.csv('land.csv', [right!, { ...wrong!, 合同签订日期: '2030-01-01' }]);
    const report = await place.import('projects.land-supply', file);
    expect(report).toMatchObject({ outcome: 'REFUSED', tables: [] });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'L02', severity: 'E', row: 3, entity: 'LandTransfer', file: 'land.csv' }),
    );
    expect(await place.database.sql('select 1 from projects.land_transfer')).toEqual([]);
    expect(await place.database.sql('select 1 from hub.finding')).toEqual([]);
    expect(await place.database.sql('select 1 from hub.batch where dataset_id = $1', ['projects.land-supply'])).toEqual(
      [],
    );
  });

  it('and what may be personal is repeated nowhere', async () => {
    const [row] = await sampleRows('projects.land-supply', 1);
    const secret = '9134990MA0000SECRET';
    const file = place.csv('land.csv', [{ ...row!, 土地使用权人统一社会信用代码: secret }]);
    const report = await place.import('projects.land-supply', file);
    expect(report).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ rule: 'R01', row: 2, column: '土地使用权人统一社会信用代码' }],
    });
    const kept = await place.database.sql('select findings::text from hub.refusal');
    expect(JSON.stringify([report, kept])).not.toContain('SECRET');
  });

  it('by a reference, and by a key given twice, each at its row', async () => {
    const [project] = await sampleRows('projects.funding-sources', 1);
    expect(await place.import('projects.funding-sources', place.csv('f.csv', [project!]))).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ rule: 'REF-MISSING', row: 2 }],
    });
    expect(
      await place.import('registry.legal-persons', place.csv('d.csv', [...companies(1, 3), company(2, '又一')])),
    ).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ rule: 'KEY-DUPLICATE', row: 5, en: expect.stringContaining('row 3') as string }],
    });
  });
});

it('a dry run tells all and changes nothing', async () => {
  const before = await place.database.sql(
    'select (select count(*) from hub.batch) b, (select count(*) from hub.refusal) r',
  );
  const file = place.csv('dry.csv', companies(1, 3));
  expect(await place.import('registry.legal-persons', file, { dryRun: true })).toMatchObject({
    outcome: 'CHECKED',
    rows: 3,
    tables: [{ inserted: 3 }],
  });
  const wrong = place.csv('dry.csv', [{ [USCC]: wrongUscc(2), [NAME]: '乙' }]);
  expect(await place.import('registry.legal-persons', wrong, { dryRun: true })).toMatchObject({
    outcome: 'REFUSED',
    errors: 1,
  });
  expect(await rows()).toBe(0);
  expect(
    await place.database.sql('select (select count(*) from hub.batch) b, (select count(*) from hub.refusal) r'),
  ).toEqual(before);
});

it('heads that no column takes are told; a file without rows too', async () => {
  const file = place.csv('heads.csv', [{ ...company(1), 备注栏: '无' }]);
  expect(await place.import('registry.legal-persons', file)).toMatchObject({
    outcome: 'PUBLISHED',
    findings: [{ rule: 'HEAD-UNKNOWN', severity: 'W', value: '备注栏' }],
  });
  const [day] = await place.database.sql(
    'select officially_published_on::text d, note from hub.batch order by sequence desc limit 1',
  );
  expect(day).toEqual({ d: null, note: null });
  const told = await place.import('registry.legal-persons', place.csv('again.csv', [company(2)]), {
    officialOn: '2024-05-06',
    note: '补报',
  });
  expect(
    await place.database.sql(
      'select officially_published_on::text d, note, submitted_by as by from hub.batch where id = $1',
      [told.batch],
    ),
  ).toEqual([{ d: '2024-05-06', note: '补报', by: 'tester' }]);
});

it('the log proves all of it', () => place.verify());
