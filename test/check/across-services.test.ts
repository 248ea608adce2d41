import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { crossSetting, runCrossRule } from '../../hub/check/run-cross-rules.js';
import { readCity } from '../../hub/city-file.js';
import { changesApproved } from '../../hub/cross-rules/p07-changes-approved.js';
import { registryOfProjects } from '../../hub/cross-rules/registry-of-projects.rule.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { createHub, type TestHub } from '../kit/create-hub.js';
import { added, failed, opened } from './standing.js';

const RULES = [...registryOfProjects, changesApproved];

describe('rules across services about projects and land', () => {
  let hub: TestHub;
  let before: RuleOutcome[];
  let project: string;
  let land: string;
  let change: string;
  let contract: string;

  const judge = async (): Promise<RuleOutcome[]> => {
    const graph = {
      async ask(query: string, variables: Record<string, unknown>) {
        const { body } = await hub.query(query, variables);
        if (body.errors?.[0]) throw new Error(body.errors[0].message);
        return body.data ?? {};
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    const setting = crossSetting(readCity(inject('server').sampleFolder), '2025-01-20');
    const outcomes: RuleOutcome[] = [];
    for (const rule of RULES) outcomes.push(await runCrossRule(graph, rule, setting));
    return outcomes;
  };

  /** What is said while rows are changed; afterwards they are as they were. */
  const whileSet = async (table: string, key: string, values: Readonly<Record<string, string | null>>) => {
    const columns = Object.keys(values);
    const [row] = await hub.database.sql<Record<string, string | null>>(
      `select ${columns.map((name) => `${name}::text`).join(', ')} from ${table} where id = $1`,
      [key],
    );
    const set = (to: Readonly<Record<string, string | null>>): Promise<unknown> =>
      hub.database.sql(
        `update ${table} set ${columns.map((name, at) => `${name} = $${at + 2}`).join(', ')} where id = $1`,
        [key, ...columns.map((name) => to[name] ?? null)],
      );
    await set(values);
    try {
      return await judge();
    } finally {
      await set(row ?? {});
    }
  };

  beforeAll(async () => {
    hub = await createHub('embedded', { writes: true });
    before = await judge();
    const spoilt = [...failed(before)].map((name) => `'${name.split(' ')[2] ?? ''}'`).join(', ');
    const one = async (sql: string): Promise<string> => Object.values((await hub.database.sql(sql))[0] ?? {})[0] ?? '';
    project = await one(
      `select id from projects.project where id not in (${spoilt}) and public_authority_agency_id is not null order by id limit 1`,
    );
    land = await one(
      `select id from projects.land_transfer where id not in (${spoilt}) and holder_agency_id is not null order by id limit 1`,
    );
    change = await one(
      `select c.id from projects.change_order c join procurement.contract k on k.local_id = c.contract_no
       where c.kind = 'VALUE' and c.approval_no is not null and c.id not in (${spoilt})
         and (select count(*) from projects.change_order o where o.contract_no = c.contract_no) = 1 order by c.id limit 1`,
    );
    contract = await one(`select contract_no from projects.change_order where id = '${change}'`);
  }, 240_000);
  afterAll(() => hub?.[Symbol.asyncDispose]());

  it('each finds the one row that was made to break it, and no other rule does', async () => {
    const [amount] = await hub.database.sql<{ amount: string }>(
      'select amount::text from procurement.contract where local_id = $1',
      [contract],
    );
    const large = String(Math.round(Number(amount?.amount) * 0.2));
    const changes: readonly (readonly [string, string, Record<string, string | null>, string])[] = [
      ['projects.project', project, { public_authority_name: '另一单位' }, `R06 Project ${project}`],
      ['projects.land_transfer', land, { holder_name: '另一单位' }, `R06 LandTransfer ${land}`],
      ['projects.project', project, { region_code: '349922' }, `R07 Project ${project}`],
      ['projects.land_transfer', land, { region_code: '349977' }, `R07 LandTransfer ${land}`],
      ['projects.project', project, { authority_agency_id: 'CN-349900-A000' }, `R15 Project ${project}`],
      ['projects.land_transfer', land, { holder_agency_id: 'CN-349900-A000' }, `R15 LandTransfer ${land}`],
      [
        'projects.change_order',
        change,
        { approval_no: null, approved_on: null, amount_delta: large },
        `P07 ChangeOrder ${change}`,
      ],
    ];
    for (const [table, key, values, finds] of changes)
      expect.soft(added(before, await whileSet(table, key, values)), finds).toEqual([finds]);
    expect(changes).toHaveLength(RULES.length);
  }, 240_000);

  it('a blank operand leaves a row open', async () => {
    const blanks: readonly (readonly [string, string, Record<string, string | null>, string])[] = [
      ['projects.project', project, { public_authority_name: null }, 'R06 Project'],
      ['projects.land_transfer', land, { holder_name: null }, 'R06 LandTransfer'],
      ['projects.project', project, { region_code: null }, 'R07 Project'],
      ['projects.land_transfer', land, { region_code: null }, 'R07 LandTransfer'],
      ['projects.project', project, { authority_agency_id: null }, 'R15 Project'],
      ['projects.change_order', change, { approval_no: null, amount_delta: null }, 'P07 ChangeOrder'],
    ];
    for (const [table, key, values, open] of blanks) {
      const now = await whileSet(table, key, values);
      expect.soft(opened(before, now), open).toEqual([open]);
      expect.soft(added(before, now), open).toEqual([]);
    }
  }, 240_000);
});
