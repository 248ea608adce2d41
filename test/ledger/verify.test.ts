import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { LegalEntity } from '../../services/registry/legal-entity/legal-entity.entity.js';
import type { Fault } from '../../subgraph/ledger/fault.js';
import { createEdition } from '../../subgraph/ledger/editions.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { keyColumn } from '../../subgraph/ledger/record-key.js';
import { verifyLog } from '../../subgraph/ledger/verify-log.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { tryHubCommand } from '../kit/hub-command.js';
import { copyDatabase, inDatabase, type TestDatabase } from '../kit/test-database.js';
import { revise, tamper, testBatch, verified } from './ledger-client.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase('sample');
  await inDatabase(database.url, async (client) => {
    const legalEntity = ['registry', 'legal_entity', LegalEntity] as const;
    await revise(
      client,
      legalEntity,
      `name = name || '（更名）'`,
      'uscc in (select uscc from registry.legal_entity order by 1 limit 5)',
    );
    await publish(client, testBatch('test.withdraw', '登记有误'), async (publication) => {
      await publication.open();
      publication.touch('registry', LegalEntity);
      await client.query(
        'delete from registry.legal_entity where uscc = (select max(uscc) from registry.legal_entity)',
      );
    });
    // Whoever writes past the hub is not stopped by its constraints.
    for (const { statement } of (
      await client.query<{ statement: string }>(
        `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement from pg_constraint
         where contype = 'c' and connamespace = 'registry'::regnamespace`,
      )
    ).rows)
      await client.query(statement);
    await createEdition(client, { name: 'first', createdBy: 'tester', asOf: undefined });
  });
});
afterAll(() => database[Symbol.asyncDispose]());

const registry = SERVICES.find(({ name }) => name === 'registry');
if (!registry) throw new Error('there is no registry');

/** SQL that changes as little as can be changed in a value of the type. */
function nudged(column: string, type: string): string {
  const quoted = `"${column}"`;
  if (type === 'bytea') return `set_byte(${quoted}, 0, get_byte(${quoted}, 0) # 1)`;
  if (type === 'boolean') return `not coalesce(${quoted}, false)`;
  if (type === 'ARRAY') return `coalesce(${quoted}, '{}') || array['1']::varchar[]`;
  if (type === 'integer' || type === 'numeric') return `coalesce(${quoted}, 0) + 1`;
  if (type === 'date') return `coalesce(${quoted} + 1, '2020-01-01')`;
  if (type.startsWith('timestamp')) return `${quoted} + interval '1 millisecond'`;
  return `coalesce(left(${quoted}, -1) || chr(ascii(right(${quoted}, 1)) # 1), 'x')`;
}

describe('one changed value is found and named', () => {
  const tables = registry.entities
    .filter((entity) => !modelOf(entity).ledger)
    .flatMap((entity) => {
      const { table } = modelOf(entity);
      return table === 'legal_entity'
        ? [[table, entity] as const, [`${table}_history`, entity] as const]
        : [[table, entity] as const];
    });
  test.each(tables)('in each column of registry.%s', async (table, entity) => {
    const columns = await database.sql<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'registry' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    );
    expect(columns.length).toBeGreaterThan(8);
    const only = [{ ...registry, entities: [entity] }];
    const key = keyColumn(entity);
    for (const { name, type } of columns) {
      const [row] = await database.sql<{ key: string; place: string; value: string | null }>(
        `select "${key}"::text as key, ctid::text as place, "${name}"::text as value from registry.${table} order by ctid desc limit 1`,
      );
      if (!row) throw new Error(`registry.${table} is empty`);
      const before = `"${name}" = ${row.value === null ? 'null' : `'${row.value.replaceAll("'", "''")}'`}`;
      const changed = name === key ? `"${name}" || '1'` : nudged(name, type);
      const place = await tamper(
        database,
        `update registry.${table} set "${name}" = ${changed} where ctid = '${row.place}' returning ctid::text`,
      );
      const { faults } = await inDatabase(database.url, (client) => verifyLog(client, only));
      const named = faults.filter((fault) => fault.table === `registry.${table}`);
      expect(named, `${table}.${name}`).not.toEqual([]);
      if (!name.startsWith('hub_end') && name !== 'hub_reason' && name !== key)
        expect(
          named.map((fault) => fault.key),
          `${table}.${name}`,
        ).toContain(row.key);
      await tamper(database, `update registry.${table} set ${before} where ctid = '${place ?? ''}'`);
    }
    const { faults } = await inDatabase(database.url, (client) => verifyLog(client, only));
    expect(faults.filter((fault) => fault.table?.startsWith('registry.') && !fault.zh.endsWith('没有数据表'))).toEqual(
      [],
    );
  });
});

/** Statement, its inverse, and what the fault names. */
const RECORDS: readonly (readonly [string, string, string, object])[] = [
  [
    'the body of an entry',
    `update hub.log set body = replace(body, '"tester"', '"tesser"') where sequence = (select max(sequence) - 1 from hub.log)`,
    `update hub.log set body = replace(body, '"tesser"', '"tester"')`,
    { table: 'hub.log' },
  ],
  [
    'the hash of an entry',
    'update hub.log set hash = set_byte(hash, 31, get_byte(hash, 31) # 1) where sequence = 2',
    'update hub.log set hash = set_byte(hash, 31, get_byte(hash, 31) # 1) where sequence = 2',
    { table: 'hub.log', entry: '2' },
  ],
  [
    'the hash before an entry',
    'update hub.log set previous = set_byte(previous, 0, get_byte(previous, 0) # 128) where sequence = 3',
    'update hub.log set previous = set_byte(previous, 0, get_byte(previous, 0) # 128) where sequence = 3',
    { table: 'hub.log', entry: '3' },
  ],
  [
    'the instant of an entry',
    `update hub.log set at = at + interval '1 millisecond' where sequence = 3`,
    `update hub.log set at = at - interval '1 millisecond' where sequence = 3`,
    { table: 'hub.log', entry: '3' },
  ],
  [
    'the kind of an entry',
    `update hub.log set kind = 'REPAIR' where sequence = 1`,
    `update hub.log set kind = 'BATCH' where sequence = 1`,
    { table: 'hub.log', entry: '1' },
  ],
  [
    'who submitted a batch',
    `update hub.batch set submitted_by = submitted_by || 'x' where sequence = 2`,
    `update hub.batch set submitted_by = left(submitted_by, -1) where sequence = 2`,
    { table: 'hub.batch', key: 'B000002' },
  ],
  [
    'the count of a batch',
    'update hub.batch set rows_read = rows_read + 1 where sequence = 2',
    'update hub.batch set rows_read = rows_read - 1 where sequence = 2',
    { table: 'hub.batch', key: 'B000002' },
  ],
  [
    'the digest of a file',
    `update hub.batch_file set sha256 = 'f' || sha256 where batch_id = 'B000002'`,
    `update hub.batch_file set sha256 = substr(sha256, 2) where batch_id = 'B000002'`,
    { table: 'hub.batch', key: 'B000002' },
  ],
  [
    'the instant of an edition',
    `update hub.edition set as_of = as_of - interval '1 day'`,
    `update hub.edition set as_of = as_of + interval '1 day'`,
    { table: 'hub.edition', key: 'first' },
  ],
  [
    'a batch nobody published',
    `insert into hub.batch (id, sequence, dataset_id, mode, published_at, submitted_by, tool_version) values ('B9', 9999, 'x', 'MERGE', now(), 'x', 'x')`,
    `delete from hub.batch where id = 'B9'`,
    { table: 'hub.batch', key: 'B9' },
  ],
  [
    'a row written outside a batch',
    `insert into registry.legal_entity (uscc, jurisdiction, name, hub_since, hub_batch) values ('91000000000000000X', 'CN-349900', '不存在的公司', now(), '')`,
    `delete from registry.legal_entity where uscc = '91000000000000000X'`,
    { table: 'registry.legal_entity', key: '91000000000000000X' },
  ],
  [
    'a tombstone that nobody made',
    `insert into hub.withdrawal (dataset_id, service, entity, record_key, reason, withdrawn_by, batch_id) values ('x', 'registry', 'LegalEntity', 'k', 'r', 'x', 'B000001')`,
    `delete from hub.withdrawal where record_key = 'k'`,
    { table: 'hub.withdrawal' },
  ],
];

describe('a changed record is found', () => {
  // One table besides the log and the records: the rest is looked at elsewhere.
  const some = [{ ...registry, entities: [LegalEntity] }];
  const faultsNow = async (): Promise<readonly Fault[]> => {
    const { faults } = await inDatabase(database.url, (client) => verifyLog(client, some));
    return faults.filter(({ zh }) => !zh.endsWith('没有数据表'));
  };
  test.each(RECORDS)('%s', async (_, statement, inverse, fault) => {
    await tamper(database, statement);
    expect(await faultsNow()).toContainEqual(expect.objectContaining(fault));
    await tamper(database, inverse);
    expect(await faultsNow()).toEqual([]);
  });
});

test('rows that were deleted or doubled past the triggers are missed by their batch', async () => {
  await using copy = await copyDatabase('sample');
  const before = await verified(copy);
  expect(before).toMatchObject({ faultCount: 0, faults: [] });
  expect(before.versions).toBeGreaterThan(10_000);
  await tamper(copy, 'delete from procurement.bid where id = (select min(id) from procurement.bid)');
  await tamper(
    copy,
    'insert into registry.agency_history select a.*, now()::timestamptz(3), $$REVISED$$, $$B000002$$, null from registry.agency a limit 1'.replace(
      'a.*',
      await columnsOf(copy),
    ),
  );
  const { faults } = await verified(copy);
  expect(faults).toContainEqual(
    expect.objectContaining({ table: 'procurement.bid', batch: expect.stringMatching(/^B/) }),
  );
  expect(faults).toContainEqual(expect.objectContaining({ table: 'registry.agency_history', key: expect.any(String) }));
});

const columnsOf = async (copy: TestDatabase): Promise<string> =>
  (
    await copy.sql<{ names: string }>(
      `select string_agg(format('%I', attname), ', ' order by attnum) as names from pg_attribute where attrelid = 'registry.agency_history'::regclass and attnum > 0 and attname not in ('hub_until', 'hub_end', 'hub_end_batch', 'hub_reason')`,
    )
  )[0]?.names ?? '';

test('the log and its editions refuse to be changed, and the end of the log is not cut off unseen', async () => {
  await expect(database.sql('delete from hub.log')).rejects.toThrow('is only added to');
  await expect(database.sql('truncate hub.edition')).rejects.toThrow('is only added to');
  await using copy = await copyDatabase('sample');
  await tamper(copy, 'delete from hub.log where sequence = (select max(sequence) from hub.log)');
  expect((await verified(copy)).faults).toContainEqual(expect.objectContaining({ table: 'hub.batch' }));
});

test('hub log verify ends with 1 when something was changed, and says what in both languages', async () => {
  const variables = { DATABASE_URL: database.url, HUB_DATA_DIR: '/nonexistent' };
  const good = await tryHubCommand(['log', 'verify', '--json'], variables);
  expect(good.status, good.output).toBe(0);
  expect(JSON.parse(good.output)).toMatchObject({ ok: true, faultCount: 0 });
  await tamper(database, `update registry.city set name_en = 'x' || name_en`);
  const bad = await tryHubCommand(['log', 'verify'], variables);
  expect(bad.status).toBe(1);
  expect(bad.output).toContain('registry.city 的行 CN-349900');
  expect(bad.output).toContain('row CN-349900 of registry.city');
  await tamper(database, `update registry.city set name_en = substr(name_en, 2)`);
});
