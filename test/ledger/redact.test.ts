import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { LegalEntity } from '../../services/registry/legal-entity/legal-entity.entity.js';
import { legalPersons } from '../../services/registry/legal-entity/legal-entity.dataset.js';
import { importDataset } from '../../subgraph/import/import-dataset.js';
import { tryHubCommand } from '../kit/hub-command.js';
import { copyDatabase, inDatabase, type TestDatabase } from '../kit/test-database.js';
import { buildUscc } from '../../schema/vocabulary/uscc.js';
import { verifyLog } from '../../subgraph/ledger/verify-log.js';
import { revise, tamper, verified } from './ledger-client.js';

const usccOf = (number: number): string =>
  buildUscc({ department: '9', category: '2', region: '350203', organisation8: String(number).padStart(8, '0') });
const PERSON = usccOf(1);
const OTHER = usccOf(2);
const NAME = '陈大文食杂店';
const ADDRESS = '阳光市映川区澄原路27号302室';

let database: TestDatabase;
let folder: string;
const file = (): string => path.join(folder, 'persons.csv');
const command = (...args: string[]): ReturnType<typeof tryHubCommand> =>
  tryHubCommand(args, { DATABASE_URL: database.url, HUB_DATA_DIR: folder });

beforeAll(async () => {
  database = await copyDatabase('sample');
  folder = mkdtempSync(path.join(tmpdir(), 'hub-redact-'));
  writeFileSync(
    file(),
    `统一社会信用代码,企业名称,住所\n${PERSON},${NAME},${ADDRESS}\n${OTHER},阳光市第二百货有限公司,阳光市东路1号\n`,
  );
  await inDatabase(database.url, async (client) => {
    const report = await importDataset(client, 'registry', legalPersons, file(), {
      jurisdiction: 'CN-349900',
      currency: 'CNY',
      asOf: '2024-12-31',
      submittedBy: 'tester',
      keepIn: folder,
    });
    expect(report.findings).toEqual([]);
    const legalEntity = ['registry', 'legal_entity', LegalEntity] as const;
    await revise(client, legalEntity, `name = '${NAME}（个体）'`, `uscc = '${PERSON}'`);
    await client.query(
      `insert into hub.finding (rule, severity, service, entity, record_key, left_value, operands, message_zh, message_en)
       values ('T01', 'W', 'registry', 'LegalEntity', $1, $2, $3::jsonb, $2, $2)`,
      [PERSON, NAME, JSON.stringify([{ entity: 'LegalEntity', key: PERSON, field: 'name', value: NAME }])],
    );
    await client.query(
      `insert into hub.quarantine (dataset_id, service, batch_id, file, cells, findings) values ('registry.legal-persons', 'registry', 'B000001', 'x.csv', $1::jsonb, '[]'), ('registry.legal-persons', 'registry', 'B000001', 'x.csv', $2::jsonb, '[]')`,
      [JSON.stringify({ 统一社会信用代码: PERSON, 企业名称: NAME }), JSON.stringify({ 统一社会信用代码: OTHER })],
    );
    await client.query(
      `insert into hub.refusal (dataset_id, file, sha256, submitted_by, findings) values ('registry.legal-persons', 'x.csv', 'none', 'x', $1::jsonb)`,
      [
        JSON.stringify([
          { rule: 'R', value: PERSON, zh: `${PERSON} 不对`, en: 'wrong', entity: 'LegalEntity', key: PERSON },
          { rule: 'R', value: OTHER, zh: 'x', en: 'x', entity: 'LegalEntity', key: OTHER },
        ]),
      ],
    );
  });
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Tables of the database that print the text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('hub', 'registry', 'procurement')`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if ((await database.sql(`select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`, [text])).length)
      found.push(name);
  return found;
}

/** Tables in whose files on disk the bytes still lie. */
async function heapsWith(text: string): Promise<string[]> {
  await database.sql('checkpoint');
  const found = await database.sql<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 't') and n.nspname in ('hub', 'registry') and position(convert_to($1, 'UTF8') in pg_read_binary_file(pg_relation_filepath(c.oid))) > 0`,
    [text],
  );
  return found.map(({ name }) => name);
}

describe('fields of a record are erased from the present and the past', () => {
  test('nothing is done before it was shown', async () => {
    const { status, output } = await command(
      'redact',
      'registry.legal-persons',
      PERSON,
      'name',
      'address',
      '--reason',
      '本人要求',
    );
    expect(status, output).toBe(1);
    expect(output).toContain('将抹除 2 个版本的');
    expect(output).toContain('persons.csv');
    expect(await tablesWith(NAME)).toContain('registry.legal_entity_history');
  });

  test('a field that does not exist is refused with those that do', async () => {
    const { output } = await command('redact', 'registry.legal-persons', PERSON, 'phone', '--reason', 'x', '--yes');
    expect(output).toContain('LegalEntity has no field phone; there are uscc, jurisdiction, name');
  });

  test('afterwards no table and no kept file holds the words, and the log still verifies', async () => {
    const { status, output } = await command(
      'redact',
      'registry.legal-persons',
      PERSON,
      'name',
      'address',
      '--reason',
      '本人要求',
      '--yes',
    );
    expect(status, output).toBe(0);
    for (const words of [NAME, ADDRESS]) {
      expect(await tablesWith(words)).toEqual([]);
      expect(await heapsWith(words)).toEqual([]);
    }
    expect(readdirSync(path.join(folder, 'files'))).toEqual([]);
    expect(await verified(database)).toMatchObject({ faults: [] });
    const versions = await database.sql(
      `select name, address from registry.legal_entity where uscc = $1 union all select name, address from registry.legal_entity_history where uscc = $1`,
      [PERSON],
    );
    expect(versions).toEqual([1, 2].map(() => ({ name: '〔已抹除〕 / [redacted]', address: null })));
    expect(
      await database.sql(`select cells::text, state from hub.quarantine where batch_id = 'B000001' order by id`),
    ).toEqual([
      { cells: '{}', state: 'DROPPED' },
      { cells: JSON.stringify({ 统一社会信用代码: OTHER }).replace(':', ': '), state: 'OPEN' },
    ]);
    expect(
      await database.sql(`select findings #>> '{0,value}' as one, findings #>> '{1,value}' as two from hub.refusal`),
    ).toEqual([{ one: '', two: OTHER }]);
    const [kept] = await database.sql<{ removed_by: string; sha256: string }>(
      `select removed_by, sha256 from hub.batch_file where name = 'persons.csv'`,
    );
    expect(kept?.removed_by).toMatch(/^X\d{7}$/);
    expect(existsSync(path.join(folder, 'files', kept?.sha256 ?? ''))).toBe(false);
  });

  test('a redacted version is revised like any other, and redacted again', async () => {
    await inDatabase(database.url, (client) =>
      revise(client, ['registry', 'legal_entity', LegalEntity], `business_scope = '食杂'`, `uscc = '${PERSON}'`),
    );
    expect(await verified(database)).toMatchObject({ faults: [] });
    const { status, output } = await command(
      'redact',
      'registry.legal-persons',
      PERSON,
      '--reason',
      '本人要求',
      '--yes',
    );
    expect(status, output).toBe(0);
    expect(output).toContain('businessScope');
    expect(await tablesWith('食杂')).toEqual([]);
    expect(await verified(database)).toMatchObject({ faults: [] });
  });

  test('a change of a redacted version is found, as is one of the hashes that were kept', async () => {
    const registry = SERVICES.filter(({ name }) => name === 'registry');
    const faults = async (): Promise<(string | undefined)[]> =>
      (await inDatabase(database.url, (client) => verifyLog(client, registry))).faults
        .filter(({ zh }) => !zh.endsWith('没有数据表'))
        .map(({ table }) => table);
    await tamper(
      database,
      `update hub.erased set hash = set_byte(hash, 3, get_byte(hash, 3) # 4) where id = (select min(id) from hub.erased)`,
    );
    expect(await faults()).toEqual(expect.arrayContaining(['hub.erased', 'registry.legal_entity']));
    await tamper(
      database,
      `update hub.erased set hash = set_byte(hash, 3, get_byte(hash, 3) # 4) where id = (select min(id) from hub.erased)`,
    );
    expect(await faults()).toEqual([]);
    await tamper(database, `delete from registry.legal_entity where uscc = '${PERSON}' `);
    expect(await faults()).toContain('registry.legal_entity');
  });
});

test('a record whose key is personal goes as a whole', async () => {
  await using fresh = await copyDatabase('sample');
  const [row] = await fresh.sql<{ uscc: string; name: string }>(
    'select uscc, name from registry.legal_entity order by uscc desc limit 1',
  );
  const key = row?.uscc ?? '';
  const run = (...args: string[]): ReturnType<typeof tryHubCommand> =>
    tryHubCommand(args, { DATABASE_URL: fresh.url, HUB_DATA_DIR: folder });
  expect((await run('withdraw', 'registry.legal-persons', key, '--reason', '本人要求')).status).toBe(0);
  const { status, output } = await run(
    'redact',
    'registry.legal-persons',
    key,
    '--with-key',
    '--reason',
    '本人要求',
    '--yes',
  );
  expect(status, output).toBe(0);
  expect(await verified(fresh)).toMatchObject({ faults: [] });
  for (const table of [
    'registry.legal_entity',
    'registry.legal_entity_history',
    'hub.withdrawal',
    'hub.redaction',
    'hub.log',
    'hub.finding',
  ])
    expect(await fresh.sql(`select 1 from ${table} t where strpos(t::text, $1) > 0`, [key]), table).toEqual([]);
});

test('texts of a compiled row are erased in the releases it was compiled from', async () => {
  await using fresh = await copyDatabase('sample');
  const [party] = await fresh.sql<{ id: string; ocid: string; title: string }>(
    `select id, ocid, title from procurement.tender where title is not null order by id limit 1`,
  );
  const { status, output } = await tryHubCommand(
    ['redact', 'procurement.Tender', party?.id ?? '', 'title', '--reason', '含个人信息', '--yes'],
    { DATABASE_URL: fresh.url, HUB_DATA_DIR: folder },
  );
  expect(status, output).toBe(0);
  const [left] = await fresh.sql<{ n: string }>(
    `select count(*) as n from procurement.release where ocid = $1 and strpos(body::text, to_jsonb($2::text)::text) > 0`,
    [party?.ocid, party?.title],
  );
  expect(left?.n).toBe('0');
  expect(await verified(fresh)).toMatchObject({ faults: [] });
});
