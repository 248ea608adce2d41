import { afterAll, beforeAll, expect, it } from 'vitest';
import { flowPlace, type FlowPlace } from './flow-place.js';
import { companies, company } from './hand-ins.js';

let place: FlowPlace;
beforeAll(async () => void (place = await flowPlace()));
afterAll(() => place?.[Symbol.asyncDispose]());

const PERSONS = 'registry.legal-persons';
const batches = (): Promise<{ id: string }[]> =>
  place.database.sql<{ id: string }>('select id from hub.batch where dataset_id = $1 order by sequence', [PERSONS]);

it('the same file again is the same batch, whatever it is called, until another one follows', async () => {
  const first = await place.import(PERSONS, place.csv('a.csv', companies(1, 5)));
  expect(first).toMatchObject({ outcome: 'PUBLISHED', tables: [{ inserted: 5 }] });
  expect(await place.import(PERSONS, place.csv('copy.csv', companies(1, 5)))).toMatchObject({
    outcome: 'SAME',
    batch: first.batch,
    rows: 5,
  });
  expect(await batches()).toEqual([{ id: first.batch }]);

  const second = await place.import(PERSONS, place.csv('b.csv', [company(1, '改名')]));
  expect(second).toMatchObject({ outcome: 'PUBLISHED', tables: [{ changed: 1, unchanged: 0 }] });
  // What the first file says of that row is no longer what stands.
  const third = await place.import(PERSONS, place.csv('a.csv', companies(1, 5)));
  expect(third).toMatchObject({ outcome: 'PUBLISHED', tables: [{ changed: 1, unchanged: 4 }] });
  expect(await batches()).toHaveLength(3);
});

it('rows in another order, in a file of another name, are not revised', async () => {
  const before = await place.database.sql(
    'select md5(string_agg(t::text, chr(10) order by uscc)) d from registry.legal_entity t',
  );
  const report = await place.import(PERSONS, place.csv('reversed.csv', companies(1, 5).toReversed()));
  expect(report).toMatchObject({ outcome: 'PUBLISHED', tables: [{ inserted: 0, changed: 0, unchanged: 5 }] });
  expect(
    await place.database.sql('select md5(string_agg(t::text, chr(10) order by uscc)) d from registry.legal_entity t'),
  ).toEqual(before);
});

it('two at once queue: one file is one batch, two files are two', async () => {
  await using other = await place.beside();
  const same = place.csv('same.csv', companies(10, 400));
  const before = (await batches()).length;
  const reports = await Promise.all([place.import(PERSONS, same), other.import(PERSONS, same)]);
  expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(['PUBLISHED', 'SAME']);
  expect(reports[0]?.batch).toBe(reports[1]?.batch);
  expect(await batches()).toHaveLength(before + 1);

  const two = await Promise.all([
    place.import(PERSONS, place.csv('x.csv', companies(500, 600))),
    other.import(PERSONS, place.csv('y.csv', companies(550, 650))),
  ]);
  expect(two.map(({ outcome }) => outcome)).toEqual(['PUBLISHED', 'PUBLISHED']);
  expect(
    await place.database.sql(
      "select count(*)::int n from registry.legal_entity where name like '第5__号企业' or name like '第6__号企业'",
    ),
  ).toEqual([{ n: '151' }]);
  await place.verify();
});
