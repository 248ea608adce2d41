import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCity } from '../../hub/city-file.js';
import { repairRow } from '../../hub/import/repair-row.js';
import { flowPlace, type FlowPlace } from './flow-place.js';
import { companies, company, NAME, sampleRows, uscc, USCC, wrongUscc } from './hand-ins.js';

let place: FlowPlace;
beforeAll(async () => void (place = await flowPlace()));
afterAll(() => place?.[Symbol.asyncDispose]());

const PERSONS = 'registry.legal-persons';

const repair = (id: string, ...set: string[]): ReturnType<typeof repairRow> =>
  repairRow(place.client, readCity(place.folder)!, id, { set, by: 'mender' });

describe('rows with errors are put aside, the others are published', () => {
  it('by their cells, as they were handed in', async () => {
    const file = place.csv('a.csv', [...companies(1, 3), { [USCC]: wrongUscc(4), [NAME]: '丁' }, company(2, '重复')]);
    const report = await place.import(PERSONS, file, { partial: true });
    // Nobody knows which of two rows with one key is right.
    expect(report).toMatchObject({ outcome: 'PUBLISHED', rows: 5, quarantined: 3, tables: [{ inserted: 2 }] });
    const aside = await place.database.sql(
      'select id, batch_id, file, source_row, cells, findings, state from hub.quarantine order by source_row',
    );
    expect(
      aside.map((row) => ({
        ...row,
        cells: JSON.parse(row['cells'] ?? ''),
        findings: JSON.parse(row['findings'] ?? ''),
      })),
    ).toMatchObject([
      { source_row: '3', cells: company(2), findings: [{ rule: 'KEY-DUPLICATE' }] },
      { source_row: '5', cells: { [USCC]: wrongUscc(4), [NAME]: '丁' }, findings: [{ rule: 'R02', acceptable: true }] },
      { source_row: '6', cells: company(2, '重复'), findings: [{ rule: 'KEY-DUPLICATE' }] },
    ]);
    expect(await place.database.sql('select quarantined from hub.batch where id = $1', [report.batch])).toEqual([
      { quarantined: '3' },
    ]);
  });

  it('a repaired one is checked again and published as a batch of its own', async () => {
    const [row] = await place.database.sql<{ id: string }>('select id from hub.quarantine where source_row = 5');
    expect(await repair(row!.id, `${USCC}=${wrongUscc(5)}`)).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ rule: 'R02' }],
    });
    await expect(repair(row!.id, '没有的列=1')).rejects.toThrow('没有的列');
    const report = await repair(row!.id, `${USCC}=${uscc(4)}`);
    expect(report).toMatchObject({ outcome: 'PUBLISHED', tables: [{ inserted: 1 }] });
    expect(
      await place.database.sql('select name, hub_row, hub_batch from registry.legal_entity where uscc = $1', [uscc(4)]),
    ).toEqual([{ name: '丁', hub_row: '5', hub_batch: report.batch }]);
    expect(await place.database.sql('select state, closed_by from hub.quarantine where id = $1', [row!.id])).toEqual([
      { state: 'REPAIRED', closed_by: 'mender' },
    ]);
    expect(await place.database.sql('select kind from hub.log order by sequence desc limit 1')).toEqual([
      { kind: 'REPAIR' },
    ]);
    await expect(repair(row!.id)).rejects.toThrow('no longer open');
  });

  it('by a rule over their own row', async () => {
    const [right, wrong] = await sampleRows('projects.land-supply', 2);
    const file = place.csv('land.csv', [right!, { ...wrong!, 合同签订日期: '2030-01-01' }]);
    const report = await place.import('projects.land-supply', file, { partial: true });
    expect(report).toMatchObject({ outcome: 'PUBLISHED', quarantined: 1, tables: [{ staged: 1, inserted: 1 }, {}] });
    const [aside] = await place.database.sql(
      "select cells, findings from hub.quarantine where dataset_id = 'projects.land-supply'",
    );
    expect(JSON.parse(aside?.['findings'] ?? '')).toMatchObject([{ rule: 'L02', row: 3 }]);
    expect(JSON.parse(aside?.['cells'] ?? '')).toMatchObject({ 合同签订日期: '2030-01-01' });
  });

  it('by a rule over a row of another file, whose operands are theirs', async () => {
    const [project] = await sampleRows('projects.projects', 1);
    await place.import('projects.projects', place.csv('project.csv', [project!]));
    const code = project!['项目代码']!;
    const total = Number(project!['总投资(万元)']);
    const sources = [total + 100, 5].map((amount, index) => ({
      项目代码: code,
      序号: String(index + 1),
      资金来源: '财政资金',
      '金额(万元)': amount.toFixed(2),
    }));
    const file = place.csv('funding.csv', sources);
    expect(await place.import('projects.funding-sources', file)).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ rule: 'P04', entity: 'Project', key: code }],
    });
    const report = await place.import('projects.funding-sources', file, { partial: true });
    expect(report).toMatchObject({ outcome: 'PUBLISHED', quarantined: 2, tables: [{ staged: 0, inserted: 0 }] });
    expect(await place.database.sql('select 1 from projects.funding_source')).toEqual([]);
  });

  it('by references, also to a row that is put aside itself', async () => {
    const agency = (id: string, parent: string | null, uscc_: string | null = null) => ({
      机构编号: id,
      机构名称: `机构${id}`,
      上级机构编号: parent,
      统一社会信用代码: uscc_,
    });
    const file = place.csv('agencies.csv', [
      agency('A1', null),
      agency('A2', 'A3'),
      agency('A3', null, wrongUscc(1)),
      agency('A4', 'A2'),
    ]);
    expect(await place.import('registry.agencies', file, { partial: true })).toMatchObject({
      outcome: 'PUBLISHED',
      quarantined: 3,
      tables: [{ inserted: 1 }],
    });
  });
});

it('the log proves all of it', () => place.verify());
