import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../../hub/city-file.js';
import { CROSS_RULES } from '../../hub/cross-rules/index.js';
import { projects } from '../../services/projects/service.js';
import { runRules, type RunOptions } from '../../subgraph/check/run-rules.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { reconcile, type Reconciled } from '../../subgraph/check/store-findings.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { REVISED } from '../../subgraph/ledger/revised.js';
import { LandTransfer } from '../../services/projects/land/land-transfer.entity.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { copyDatabase, type TestDatabase } from '../kit/test-database.js';

interface Stored {
  readonly rule: string;
  readonly record_key: string;
  readonly state: string;
  readonly left_value: string | null;
  readonly opened_batch: string | null;
  readonly closed_batch: string | null;
  readonly accepted_reason: string | null;
}

describe('findings', () => {
  let database: TestDatabase;
  let client: Client;
  let land: string;
  let other: string;

  beforeAll(async () => {
    database = await copyDatabase('sample');
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('truncate hub.finding, hub.acceptance, hub.rule_run cascade');
    const { rows } = await client.query<{ id: string }>(
      `select id from projects.land_transfer where supply_method = 'LISTING' and start_planned > signed_on and completion_planned > start_planned order by id limit 2`,
    );
    [land = '', other = ''] = rows.map(({ id }) => id);
  });
  afterAll(async () => {
    await client?.end();
    await database?.[Symbol.asyncDispose]();
  });

  const L02: Pick<RunOptions, 'rules' | 'city'> = { rules: new Set(['L02']), city: undefined };
  const stored = async (key: string): Promise<Stored[]> =>
    (
      await client.query<Stored>('select * from hub.finding where rule = $1 and record_key = $2 order by id', [
        'L02',
        key,
      ])
    ).rows;

  /** Changes one row in a batch of its own, which is then checked as an import checks its own. */
  const change = (sql: string, id: string, options: Partial<RunOptions> = {}) =>
    publish(
      client,
      { dataset: 'projects.land-supply', service: 'projects', mode: 'MERGE', files: [], submittedBy: 'test' },
      async (publication): Promise<Reconciled & { batch: string; outcomes: RuleOutcome[] }> => {
        const { id: batch } = await publication.open();
        publication.touch('projects', LandTransfer);
        await client.query(`update projects.land_transfer set ${sql}, ${REVISED} where id = $1`, [id]);
        const outcomes = await runRules(client, projects, {
          ...L02,
          batch,
          touched: new Set([LandTransfer]),
          ...options,
        });
        return { batch, outcomes, ...(await reconcile(client, outcomes, batch)) };
      },
    );
  const BREAK = 'completion_planned = start_planned - 10';

  it('is opened with the batch that brought it, stands while it holds, and is closed with the batch that mended it', async () => {
    const first = await change(BREAK, land);
    expect([first.opened, first.closed]).toEqual([1, 0]);
    expect(first.refusing.map(({ rule, key }) => `${rule} ${key}`)).toEqual([`L02 ${land}`]);
    // Only the row of the batch was looked at; the breaks planted elsewhere in the sample were not.
    expect(first.outcomes.map(({ pass, fail }) => pass + fail)).toEqual([1]);

    const again = await change(`location = location || '。'`, land);
    expect([again.opened, again.closed, again.refusing]).toEqual([0, 0, []]);

    const worse = await change('completion_planned = completion_planned - 10', land);
    expect([worse.opened, worse.closed]).toEqual([1, 1]);

    const elsewhere = await change(`location = location || '。'`, other);
    expect([elsewhere.opened, elsewhere.closed]).toEqual([0, 0]);

    const mended = await change('completion_planned = start_planned + 300', land);
    expect([mended.opened, mended.closed]).toEqual([0, 1]);

    expect(await stored(land)).toMatchObject([
      { state: 'CLOSED', opened_batch: first.batch, closed_batch: worse.batch },
      { state: 'CLOSED', opened_batch: worse.batch, closed_batch: mended.batch },
    ]);
    const runs = await client.query<{ pass: number; fail: number }>(
      'select pass, fail from hub.rule_run where rule = $1 order by id',
      ['L02'],
    );
    expect(runs.rows).toEqual([
      { pass: 0, fail: 1 },
      { pass: 0, fail: 1 },
      { pass: 0, fail: 1 },
      { pass: 1, fail: 0 },
      { pass: 1, fail: 0 },
    ]);
  });

  it('of a record that was accepted as officially published refuses nothing', async () => {
    await client.query(
      `insert into hub.acceptance values ('L02', 'projects.land-supply', 'LandTransfer', $1, 'as the contract says', 'the bureau', now())`,
      [land],
    );
    const { opened, refusing } = await change(BREAK, land);
    expect([opened, refusing]).toEqual([1, []]);
    expect((await stored(land)).at(-1)).toMatchObject({ state: 'ACCEPTED', accepted_reason: 'as the contract says' });
  });

  it('ends with the row it was about', async () => {
    await client.query('delete from projects.land_instalment where land_transfer_id = $1', [land]);
    await client.query('delete from projects.land_transfer where id = $1', [land]);
    expect(await change(`location = location || '。'`, other)).toMatchObject({ opened: 0, closed: 1 });
  });

  it('names file, sheet, row and column, both sides, and every record it rests on', async () => {
    const city = readCity(inject('server').sampleFolder);
    const [outcome] = await runRules(client, projects, { rules: new Set(['P04']), city });
    const [finding] = outcome?.failures ?? [];
    expect(finding).toMatchObject({
      file: 'projects.xlsx',
      sheet: '政府投资项目库',
      column: '总投资(万元)',
      dataset: 'projects.projects',
      field: 'budgetAmount',
    });
    expect(finding?.row).toBeGreaterThan(1);
    expect(finding?.operands.map(({ entity }) => entity)).toEqual(expect.arrayContaining(['Project', 'FundingSource']));
    const { rows } = await client.query<{ total: string; budget: string }>(
      `select trim_scale(sum(f.amount))::text total, trim_scale(min(p.budget_amount))::text budget
       from projects.project p join projects.funding_source f on f.project_id = p.id where p.id = $1`,
      [finding?.key],
    );
    expect([finding?.left, finding?.right]).toEqual([rows[0]?.total, rows[0]?.budget]);
  });

  it('is what held at the instant asked for', async () => {
    const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text now');
    await change(BREAK, other);
    const keys = async (asOf?: string): Promise<string[]> => {
      const [outcome] = await runRules(client, projects, { ...L02, ...(asOf !== undefined && { asOf }) });
      return (outcome?.failures ?? []).map(({ key }) => key);
    };
    expect(await keys()).toContain(other);
    expect(await keys(rows[0]?.now)).not.toContain(other);
  });
});

describe('the list of rules', () => {
  const own = SERVICES.flatMap(({ name, rules = [] }) =>
    rules.map((rule) => ({ ...rule, service: name, name: modelOf(rule.entity).name })),
  );
  const across = CROSS_RULES.map((rule) => ({ ...rule, name: rule.entity }));

  it('has one rule of an id for an entity: findings are told apart by both', () => {
    const names = [...own, ...across].map(({ id, service, name }) => `${id} ${service} ${name}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('says of each in both languages what it demands, what to do, and where it comes from', () => {
    const silent = [...own, ...across].filter(
      ({ zh, en, remedy, source }) =>
        !/\p{Script=Han}/u.test(zh) || !/[a-z]/.test(en) || !remedy.includes(' / ') || !source,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(own.filter(({ entity, reads }) => !reads.includes(entity)).map(({ id }) => id)).toEqual([]);
  });
});
