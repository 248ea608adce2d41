import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { Lot } from '../../services/procurement/tender/lot.entity.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { recordPlace } from '../../subgraph/ledger/record-place.js';
import { withdraw, type Withdrawn } from '../../subgraph/ledger/withdraw.js';
import { tryHubCommand } from '../kit/hub-command.js';
import { copyDatabase, inDatabase, type TestDatabase } from '../kit/test-database.js';
import { testBatch, verified } from './ledger-client.js';

let database: TestDatabase;
beforeAll(async () => void (database = await copyDatabase('sample')));
afterAll(() => database[Symbol.asyncDispose]());

const gone = (dataset: string, key: string, cascade = false): Promise<Withdrawn> =>
  inDatabase(database.url, (client) =>
    withdraw(client, {
      place: recordPlace(SERVICES, dataset),
      key,
      reason: '重复登记',
      by: '张三',
      cascade,
      andThen: () => Promise.resolve(),
    }),
  );

test('a withdrawn row leaves a tombstone and its last version', async () => {
  const [row] = await database.sql<{ uscc: string; name: string }>(
    'select uscc, name from registry.legal_entity order by uscc limit 1',
  );
  const { status, output } = await tryHubCommand(
    ['withdraw', 'registry.legal-persons', row?.uscc ?? '', '--reason', '重复登记', '--by', '张三'],
    { DATABASE_URL: database.url, HUB_DATA_DIR: '/nonexistent' },
  );
  expect(output).toContain('已撤回 1 行');
  expect(status).toBe(0);
  expect(await database.sql('select 1 from registry.legal_entity where uscc = $1', [row?.uscc])).toEqual([]);
  expect(
    await database.sql('select name, hub_end, hub_reason from registry.legal_entity_history where uscc = $1', [
      row?.uscc,
    ]),
  ).toEqual([{ name: row?.name, hub_end: 'WITHDRAWN', hub_reason: '重复登记' }]);
  expect(
    await database.sql(
      'select w.entity, w.reason, w.withdrawn_by, l.kind from hub.withdrawal w join hub.log l on l.at = w.withdrawn_at where record_key = $1',
      [row?.uscc],
    ),
  ).toEqual([{ entity: 'LegalEntity', reason: '重复登记', withdrawn_by: '张三', kind: 'WITHDRAWAL' }]);
  expect(await verified(database)).toMatchObject({ faults: [] });
  await expect(gone('registry.legal-persons', row?.uscc ?? '')).rejects.toThrow(/已于 .* 撤回：重复登记/);
});

test('what does not exist is said', async () => {
  await expect(gone('registry.legal-persons', '91')).rejects.toThrow('there is no LegalEntity 91');
  await expect(gone('registry.nothing', '91')).rejects.toThrow('there is no dataset registry.nothing');
});

test('rows that depend on it are named, and go with it when that is asked for', async () => {
  const [project] = await database.sql<{ id: string; reports: string }>(
    'select project_id as id, count(*) as reports from projects.progress_report group by 1 order by 2 desc, 1 limit 1',
  );
  const id = project?.id ?? '';
  const before = await database.sql('select count(*) from hub.log');
  await expect(gone('projects.projects', id)).rejects.toThrow(/加 --cascade）：.*ProgressReport/);
  expect(await database.sql('select count(*) from hub.log')).toEqual(before);
  const { rows } = await gone('projects.projects', id, true);
  expect(rows[0]).toEqual({ entity: 'Project', key: id });
  expect(rows.filter(({ entity }) => entity === 'ProgressReport')).toHaveLength(Number(project?.reports));
  expect(
    await database.sql('select count(*)::int as n from hub.withdrawal where record_key = any($1)', [
      rows.map(({ key }) => key),
    ]),
  ).toEqual([{ n: String(rows.length) }]);
  expect(await verified(database)).toMatchObject({ faults: [] });
});

test('a reference that the database blanks because its row goes is a revision like any other', async () => {
  const [notice] = await database.sql<{ id: string; lot: string; since: string }>(
    'select id, lot_id as lot, hub_since as since from procurement.candidate_notice where lot_id is not null order by id limit 1',
  );
  await inDatabase(database.url, (client) =>
    publish(client, testBatch('test.lots'), async (publication) => {
      await publication.open();
      publication.touch('procurement', Lot);
      await client.query('delete from procurement.lot where id = $1', [notice?.lot]);
    }),
  );
  expect(await verified(database)).toMatchObject({ faults: [] });
  expect(
    await database.sql(
      `select lot_id, b.dataset_id from procurement.candidate_notice n join hub.batch b on b.id = n.hub_batch where n.id = $1`,
      [notice?.id],
    ),
  ).toEqual([{ lot_id: null, dataset_id: 'test.lots' }]);
  expect(
    await database.sql('select lot_id, hub_end from procurement.candidate_notice_history where id = $1', [notice?.id]),
  ).toEqual([{ lot_id: notice?.lot, hub_end: 'REVISED' }]);
});
