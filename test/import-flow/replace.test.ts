import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flowPlace, type Cells, type FlowPlace } from './flow-place.js';
import { companies, company, sampleRows, uscc } from './hand-ins.js';

let place: FlowPlace;
beforeAll(async () => void (place = await flowPlace()));
afterAll(() => place?.[Symbol.asyncDispose]());

const PERSONS = 'registry.legal-persons';

describe('rows that the file does not have', () => {
  it('are listed and kept by merge', async () => {
    await place.import(PERSONS, place.csv('a.csv', companies(1, 30)));
    const report = await place.import(PERSONS, place.csv('b.csv', companies(1, 5)));
    expect(report).toMatchObject({ outcome: 'PUBLISHED', tables: [{ unchanged: 5, removed: 0 }] });
    expect(report.absent).toMatchObject({ count: 25, withdrawn: false });
    expect(report.absent?.keys).toHaveLength(20);
    expect(report.absent?.keys[0]).toBe([...companies(6, 30)].map((_, n) => uscc(n + 6)).toSorted()[0]);
    expect(await place.database.sql('select count(*) n from registry.legal_entity')).toEqual([{ n: '30' }]);
  });

  it('are withdrawn by replace, when that is confirmed, with the reason', async () => {
    const file = place.csv('c.csv', [company(1, '改名'), ...companies(2, 28)]);
    const refused = await place.import(PERSONS, file, { mode: 'replace' });
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ rule: 'REPLACE-CONFIRM', en: expect.stringContaining('2 rows') as string }],
    });
    expect(refused.refusal).toBeUndefined();
    expect(await place.import(PERSONS, file, { mode: 'replace', dryRun: true })).toMatchObject({
      outcome: 'CHECKED',
      absent: { count: 2, withdrawn: true },
    });
    const report = await place.import(PERSONS, file, { mode: 'replace', yes: true, note: '注销名单更正' });
    expect(report).toMatchObject({
      outcome: 'PUBLISHED',
      absent: { count: 2, keys: [uscc(29), uscc(30)].toSorted(), withdrawn: true },
      tables: [{ changed: 1, unchanged: 27, removed: 2 }],
    });
    expect(await place.database.sql('select count(*) n from registry.legal_entity')).toEqual([{ n: '28' }]);
    expect(
      await place.database.sql(
        'select record_key, entity, reason, withdrawn_by, batch_id from hub.withdrawal order by 1',
      ),
    ).toEqual(
      [uscc(29), uscc(30)].toSorted().map((record_key) => ({
        record_key,
        entity: 'LegalEntity',
        reason: '注销名单更正',
        withdrawn_by: 'tester',
        batch_id: report.batch,
      })),
    );
    expect(
      await place.database.sql(
        'select uscc, hub_end, hub_reason from registry.legal_entity_history where hub_end_batch = $1 order by hub_end, uscc',
        [report.batch],
      ),
    ).toEqual([
      { uscc: uscc(1), hub_end: 'REVISED', hub_reason: null },
      ...[uscc(29), uscc(30)]
        .toSorted()
        .map((key) => ({ uscc: key, hub_end: 'WITHDRAWN', hub_reason: '注销名单更正' })),
    ]);
  });

  it('a file without rows replaces nothing unless that is said', async () => {
    const { head: _head, ...row } = { ...company(1), head: '' };
    const empty = place.csv('empty.csv', [Object.fromEntries(Object.keys(row).map((name) => [name, null]))]);
    expect(await place.import(PERSONS, empty)).toMatchObject({
      outcome: 'PUBLISHED',
      rows: 0,
      findings: [{ rule: 'FILE-EMPTY', severity: 'W' }],
    });
    expect(await place.import(PERSONS, empty, { mode: 'replace' })).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ rule: 'FILE-EMPTY', severity: 'E' }],
    });
    expect(await place.import(PERSONS, empty, { mode: 'replace', yes: true })).toMatchObject({
      outcome: 'PUBLISHED',
      absent: { count: 28, withdrawn: true },
    });
  });
});

describe('a file of an agency or a period', () => {
  const complaint = (id: string, filedOn: string): Cells => ({ 编号: id, 类型: '投诉', 受理日期: filedOn });
  const COMPLAINTS = 'procurement.complaints';

  it('replaces the rows of its own periods only', async () => {
    const all = [complaint('A1', '2023-02-01'), complaint('A2', '2023-05-01'), complaint('B1', '2024-03-01')];
    await place.import(COMPLAINTS, place.csv('all.csv', all));
    const report = await place.import(COMPLAINTS, place.csv('2023.csv', [complaint('A1', '2023-02-01')]), {
      mode: 'replace',
      yes: true,
    });
    expect(report).toMatchObject({ outcome: 'PUBLISHED', absent: { count: 1, keys: ['A2'] } });
    expect(await place.database.sql('select id from procurement.complaint order by id')).toEqual([
      { id: 'A1' },
      { id: 'B1' },
    ]);
  });

  it('refuses rows of another', async () => {
    const file = place.csv('2024.csv', [
      complaint('B1', '2024-03-01'),
      complaint('A3', '2023-12-31'),
      complaint('C', ''),
    ]);
    expect(await place.import(COMPLAINTS, file, { period: '2024' })).toMatchObject({
      outcome: 'REFUSED',
      findings: [
        { rule: 'SCOPE-PERIOD', row: 3, value: '2023' },
        { rule: 'SCOPE-PERIOD', row: 4 },
      ],
    });
    expect(await place.import(COMPLAINTS, file, { period: '2024Q1' })).toMatchObject({
      findings: [{ rule: 'SCOPE-OPTION' }],
    });
    expect(await place.import(COMPLAINTS, file, { agency: 'X' })).toMatchObject({
      findings: [{ rule: 'SCOPE-OPTION' }],
    });
    const [record] = await sampleRows('procurement.misconduct-records', 1);
    const own: Cells = { ...record!, 关联采购项目编号: null };
    expect(
      await place.import('procurement.misconduct-records', place.csv('m.csv', [own]), { agency: 'someone-else' }),
    ).toMatchObject({ outcome: 'REFUSED', findings: [{ rule: 'SCOPE-AGENCY', row: 2 }] });
    expect(
      await place.import('procurement.misconduct-records', place.csv('m.csv', [own]), {
        agency: own['处理机关机构编号'] ?? '',
        period: String(own['处理日期']).slice(0, 4),
      }),
    ).toMatchObject({ outcome: 'PUBLISHED' });
  });

  it('replacing in part is not offered: what is put aside would be withdrawn', async () => {
    const file = place.csv('p.csv', [complaint('B1', '2024-03-01')]);
    expect(await place.import(COMPLAINTS, file, { mode: 'replace', partial: true, yes: true })).toMatchObject({
      findings: [{ rule: 'REPLACE-PARTIAL' }],
    });
  });
});

it('parts that a row no longer has go with it, and a row that others refer to stays', async () => {
  const [row] = (await sampleRows('projects.land-supply', 300)).filter(
    (each) => (each['分期支付约定'] ?? '').split('第').length > 2,
  );
  const land = { ...row!, 投资项目统一代码: null };
  expect(await place.import('projects.land-supply', place.csv('land.csv', [land]))).toMatchObject({
    outcome: 'PUBLISHED',
  });
  const before = await place.database.sql('select id from projects.land_instalment');
  expect(before.length).toBeGreaterThan(1);
  const less = { ...land, 分期支付约定: null };
  const report = await place.import('projects.land-supply', place.csv('land-2.csv', [less]));
  expect(report).toMatchObject({ outcome: 'PUBLISHED', tables: [{}, { removed: before.length }] });
  expect(await place.database.sql('select id from projects.land_instalment')).toEqual([]);

  const [project] = await sampleRows('projects.projects', 1);
  await place.import('projects.projects', place.csv('project.csv', [project!]));
  const funding = {
    项目代码: project!['项目代码']!,
    序号: '1',
    资金来源: '财政资金',
    '金额(万元)': project!['总投资(万元)'] ?? null,
  };
  expect(await place.import('projects.funding-sources', place.csv('funding.csv', [funding]))).toMatchObject({
    outcome: 'PUBLISHED',
  });
  const [other] = (await sampleRows('projects.projects', 20)).filter(
    (each) => each['项目代码'] !== project!['项目代码'] && each['主管部门机构编号'] === project!['主管部门机构编号'],
  );
  const replaced = await place.import('projects.projects', place.csv('others.csv', [other!]), {
    mode: 'replace',
    yes: true,
  });
  expect(replaced).toMatchObject({ outcome: 'REFUSED', findings: [{ rule: 'REF-STILL-USED' }] });
  await place.verify();
});
