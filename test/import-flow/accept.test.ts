import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptFindings } from '../../hub/import/accept-findings.js';
import { republish } from '../../hub/import/republish.js';
import type { ImportReport } from '../../hub/report/import-report.js';
import { flowPlace, type FlowPlace } from './flow-place.js';
import { company, NAME, sampleRows, USCC, wrongUscc } from './hand-ins.js';

let place: FlowPlace;
beforeAll(async () => void (place = await flowPlace()));
afterAll(() => place?.[Symbol.asyncDispose]());

const PERSONS = 'registry.legal-persons';

/** As `hub findings accept` does it. */
async function accept(...ids: string[]): Promise<ImportReport[]> {
  const free = await acceptFindings(place.client, ids, { reason: '官网如此公布', by: 'auditor' });
  const reports: ImportReport[] = [];
  for (const refusal of free) reports.push(...(await republish(place, refusal, () => undefined)));
  return reports;
}

it('a wrong code that was officially published is published, with its finding', async () => {
  const file = place.csv('a.csv', [
    company(1),
    { [USCC]: wrongUscc(2), [NAME]: '乙' },
    { [USCC]: wrongUscc(3), [NAME]: '丙' },
  ]);
  const { refusal } = await place.import(PERSONS, file);
  // One of two: the file is refused still.
  expect(await accept(`${refusal}.1`)).toEqual([]);
  expect(await place.database.sql('select 1 from registry.legal_entity')).toEqual([]);
  const [report] = await accept(`${refusal}.2`);
  expect(report).toMatchObject({ outcome: 'PUBLISHED', file: 'a.csv', tables: [{ inserted: 3 }] });
  expect(
    await place.database.sql(
      'select rule, state, severity, entity, record_key, file, source_row, accepted_by, accepted_reason from hub.finding order by source_row',
    ),
  ).toEqual(
    [2, 3].map((n) => ({
      rule: 'R02',
      state: 'ACCEPTED',
      severity: 'E',
      entity: 'LegalEntity',
      record_key: wrongUscc(n),
      file: 'a.csv',
      source_row: String(n + 1),
      accepted_by: 'auditor',
      accepted_reason: '官网如此公布',
    })),
  );
  expect(await place.database.sql("select count(*) n from hub.log where kind = 'ACCEPTANCE'")).toEqual([{ n: '2' }]);
  expect(
    await place.database.sql("select options ->> 'publishedAs' b from hub.refusal where id = $1", [refusal]),
  ).toEqual([{ b: report?.batch }]);
});

it('the finding closes with the batch that corrects the figure', async () => {
  // No rule of the service judges the number of a decision at this place: the cell's own finding is kept.
  const row = { 编号: 'C1', 类型: '投诉', 处理决定文号: '没有文号的样子' };
  const { refusal } = await place.import('procurement.complaints', place.csv('c.csv', [row]));
  const [published] = await accept(refusal ?? '');
  expect(published).toMatchObject({ outcome: 'PUBLISHED' });
  const findings = (): Promise<object[]> =>
    place.database.sql(
      "select rule, state, field, left_value, closed_batch from hub.finding where entity = 'Complaint' and record_key = 'C1'",
    );
  expect(await findings()).toEqual([
    { rule: 'R14', state: 'ACCEPTED', field: 'decisionNo', left_value: '没有文号的样子', closed_batch: null },
  ]);
  const corrected = await place.import(
    'procurement.complaints',
    place.csv('c2.csv', [{ ...row, 处理决定文号: '阳财〔2024〕7号' }]),
  );
  expect(corrected).toMatchObject({ outcome: 'PUBLISHED', tables: [{ changed: 1 }] });
  expect(await findings()).toEqual([
    expect.objectContaining({ rule: 'R14', state: 'CLOSED', closed_batch: corrected.batch }),
  ]);
});

it('what a rule finds wrong may be accepted too', async () => {
  const [land] = await sampleRows('projects.land-supply', 1);
  const file = place.csv('land.csv', [{ ...land!, 合同签订日期: '2030-01-01' }]);
  const { refusal, errors } = await place.import('projects.land-supply', file);
  expect(errors).toBeGreaterThan(0);
  const [report] = await accept(refusal ?? '');
  expect(report).toMatchObject({ outcome: 'PUBLISHED' });
  expect(await place.database.sql("select state from hub.finding where rule = 'L02'")).toEqual([{ state: 'ACCEPTED' }]);
  // The same row again, in another file, needs nobody to accept it again.
  const again = place.csv('land-2.csv', [{ ...land!, 合同签订日期: '2030-01-01', 批准单位: '市政府' }]);
  expect(await place.import('projects.land-supply', again)).toMatchObject({
    outcome: 'PUBLISHED',
    tables: [{ changed: 1 }, {}],
  });
});

it('what the column cannot hold cannot be accepted, and that is said', async () => {
  const file = place.csv('b.csv', [
    { ...company(7), 成立日期: '二〇二四年' },
    { [USCC]: wrongUscc(8), [NAME]: '辛' },
  ]);
  const { refusal } = await place.import(PERSONS, file);
  await expect(accept(`${refusal}.1`)).rejects.toThrow('cannot be accepted');
  await expect(accept(refusal ?? '')).rejects.toThrow('cannot be accepted');
  await expect(accept(`${refusal}.9`)).rejects.toThrow('2 findings');
  await expect(accept('R999999')).rejects.toThrow('R999999');
  expect(await place.database.sql('select 1 from hub.acceptance where record_key = $1', [wrongUscc(8)])).toEqual([]);
});

it('the log proves all of it', () => place.verify());
