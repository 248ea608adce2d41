import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projects } from '../../services/projects/service.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { added, type Blank, failed, type Mutation, opened, rulesOf, Standing } from './standing.js';

const CODES = [
  ['R01', '91349902MA7T3RT'],
  ['R02', '91349902MA7T3RT005'],
  ['R03', '91349902MA7T3RT017'],
  ['R04', '99349902MA7T3RT00B'],
] as const;

describe('rules of the projects', () => {
  let city: Standing;
  let before: RuleOutcome[];
  /** Rows that no rule complains of. */
  let project: string;
  let completed: string;
  let land: string;
  let change: string;
  let report: string;
  let middle: string;

  beforeAll(async () => {
    city = await Standing.of(projects);
    before = await city.judge();
    const spoilt = [...failed(before)].map((name) => `'${(name.split(' ')[2] ?? '').split('/')[0] ?? ''}'`).join(', ');
    project = await city.one(
      `select p.id from projects.project p where p.status = 'IMPLEMENTATION' and p.id not in (${spoilt})
        and (select count(*) from projects.progress_report r where r.project_id = p.id) >= 5
        and (select count(*) from projects.funding_source f where f.project_id = p.id) >= 2
        and (select count(*) from projects.land_transfer l where l.project_id = p.id) = 1 order by 1 limit 1`,
    );
    completed = await city.one(
      `select id from projects.project where status = 'COMPLETION' and id not in (${spoilt}) order by 1 limit 1`,
    );
    land = await city.one(
      `select id from projects.land_transfer l where supply_method = 'LISTING' and id not in (${spoilt})
        and (select count(*) from projects.land_instalment i where i.land_transfer_id = l.id) = 2 order by 1 limit 1`,
    );
    change = await city.one(
      `select id from projects.change_order where kind = 'VALUE' and approval_no is not null order by 1 limit 1`,
    );
    report = await city.one(`select max(id) from projects.progress_report where project_id = '${project}'`);
    middle = await city.one(
      `select id from projects.progress_report where project_id = '${project}' order by id offset 2 limit 1`,
    );
  });
  afterAll(() => city?.[Symbol.asyncDispose]());

  const set = (table: string, change_: string, id: string): string =>
    `update projects.${table} set ${change_} where id = '${id}'`;

  const mutations = (): readonly Mutation[] => [
    {
      what: 'starts after it ends',
      sql: set('project', 'start_date = end_date + 1', project),
      finds: `P01 Project ${project}`,
    },
    {
      what: 'was completed before it was started',
      sql: set('project', 'actual_start = actual_completion + 1, start_date = actual_completion + 1', completed),
      finds: `P01 Project ${completed}`,
    },
    {
      what: 'started a day late',
      sql: set('project', 'actual_start = start_date + 1', project),
      finds: `P01b Project ${project}`,
    },
    {
      what: 'a total that is not the last one and the quarter',
      sql: set('progress_report', 'completed_cumulative = completed_cumulative + 1000000', report),
      finds: `P02 ProgressReport ${report}`,
    },
    {
      what: 'a year’s total that is not the last one and the quarter',
      sql: set('progress_report', 'completed_this_year = completed_this_year + 1000000', report),
      finds: `P02 ProgressReport ${report}`,
    },
    {
      what: 'a total that falls after a quarter without a report',
      sql: `with gone as (delete from projects.progress_report where id = (select max(id) from projects.progress_report where project_id = '${project}' and id < '${report}'))
        update projects.progress_report set completed_cumulative = 1 where id = '${report}'`,
      finds: [`P02 ProgressReport ${report}`, `P09 Project ${project}`],
    },
    {
      what: 'another country’s project that starts after it ends',
      sql: set('project', `jurisdiction = 'PH-DPWH', start_date = end_date + 1`, project),
      finds: `P01f Project ${project}`,
    },
    {
      what: 'another country’s sources that do not make the total',
      sql: `with moved as (update projects.project set jurisdiction = 'PH-DPWH' where id = '${project}')
        update projects.funding_source set amount = amount + 1000000 where id = '${project}/1'`,
      finds: `P04f Project ${project}`,
    },
    {
      what: 'broken off at 100 %',
      sql: `with done as (update projects.progress_report set percent = 100 where id = '${report}')
        update projects.project set status = 'CANCELLED' where id = '${project}'`,
      finds: `P05 Project ${project}`,
    },
    {
      what: 'a slip of 万元',
      sql: set('progress_report', 'planned_investment = planned_investment * 10000', report),
      finds: `R16b ProgressReport ${report}`,
    },
    {
      what: 'more completed than the total and a tenth',
      sql: `update projects.progress_report r set completed_this_quarter = completed_this_quarter + p.budget_amount * 1.2,
        completed_this_year = completed_this_year + p.budget_amount * 1.2, completed_cumulative = completed_cumulative + p.budget_amount * 1.2
        from projects.project p where p.id = r.project_id and r.id = '${report}'`,
      finds: `P03 Project ${project}`,
    },
    {
      what: 'sources that do not make the total',
      sql: set('funding_source', 'amount = amount + 1000000', `${project}/1`),
      finds: `P04 Project ${project}`,
    },
    {
      what: 'done and not completed',
      sql: set('progress_report', 'percent = 100', report),
      finds: `P05 Project ${project}`,
    },
    {
      what: 'completed and not done',
      sql: `update projects.progress_report set percent = 98 where id = (select max(id) from projects.progress_report where project_id = '${completed}')`,
      finds: `P05 Project ${completed}`,
    },
    {
      what: 'a large change of no contract without approval',
      sql: set(
        'change_order',
        'contract_no = null, approval_no = null, approved_on = null, amount_delta = 1e12',
        change,
      ),
      finds: `P07b ChangeOrder ${change}`,
    },
    {
      what: 'a quarter without a report',
      sql: `delete from projects.progress_report where id = '${middle}'`,
      finds: `P09 Project ${project}`,
    },
    {
      what: 'instalments that are not the price',
      sql: set('land_instalment', 'amount = amount + 1000000', `${land}/1`),
      finds: `L01 LandTransfer ${land}`,
    },
    {
      what: 'completed before started',
      sql: set('land_transfer', 'completion_planned = start_planned - 1', land),
      finds: `L02 LandTransfer ${land}`,
    },
    {
      what: 'signed after started',
      sql: set('land_transfer', `start_planned = signed_on - 1`, land),
      finds: `L02 LandTransfer ${land}`,
    },
    {
      what: 'listed without a price',
      sql: set('land_transfer', 'price = null', land),
      finds: `L03 LandTransfer ${land}`,
    },
    {
      what: '平方米 taken for 公顷',
      sql: set('land_transfer', 'area_hectares = area_hectares * 10000', land),
      finds: `L04 LandTransfer ${land}`,
    },
    {
      what: 'a number of another year',
      sql: set('land_transfer', `land_no = left(land_no, 6) || '1999' || substr(land_no, 11)`, land),
      finds: `R13 LandTransfer ${land}`,
    },
    {
      what: 'a number of another region',
      sql: set('land_transfer', `land_no = '110105' || substr(land_no, 7)`, land),
      finds: `R13 LandTransfer ${land}`,
    },
    {
      what: 'month 13',
      sql: set('project', `code = '2413-349902-17-01-123456'`, project),
      finds: `R12 Project ${project}`,
    },
    {
      what: 'no project code',
      sql: set('land_transfer', `project_code = '2401-349902'`, land),
      finds: `R12 LandTransfer ${land}`,
    },
    ...CODES.flatMap(([rule, code]) => [
      {
        what: `${rule} of an owner`,
        sql: set('project', `public_authority_uscc = '${code}'`, project),
        finds: `${rule} Project ${project}`,
      },
      {
        what: `${rule} of a holder`,
        sql: set('land_transfer', `holder_uscc = '${code}'`, land),
        finds: `${rule} LandTransfer ${land}`,
      },
    ]),
    {
      what: 'approved in another year',
      sql: set('project', `approved_on = approved_on - 3000`, project),
      finds: `R14 Project ${project}`,
    },
    {
      what: 'the approval of another project',
      sql: `update projects.project set (approval_no, approved_on) = (select approval_no, approved_on from projects.project where id = '${completed}') where id = '${project}'`,
      finds: [`R14 Project ${project}`, `R14 Project ${completed}`],
    },
    {
      what: 'an approval without a bracket',
      sql: set('change_order', `approval_no = '阳发改2023'`, change),
      finds: `R14 ChangeOrder ${change}`,
    },
    {
      what: 'a total in no currency',
      sql: set('project', 'budget_currency = null', project),
      finds: `R16 Project ${project}`,
    },
    {
      what: 'a source in no currency',
      sql: set('funding_source', 'currency = null', `${project}/1`),
      finds: `R16 FundingSource ${project}/1`,
    },
    {
      what: 'a report in no currency',
      sql: set('progress_report', 'currency = null', report),
      finds: `R16 ProgressReport ${report}`,
    },
    {
      what: 'a change in no currency',
      sql: set('change_order', 'currency = null', change),
      finds: `R16 ChangeOrder ${change}`,
    },
    {
      what: 'a price in no unit',
      sql: set('land_transfer', 'source_unit = null', land),
      finds: `R16 LandTransfer ${land}`,
    },
    {
      what: 'an instalment in no currency',
      sql: set('land_instalment', 'currency = null', `${land}/1`),
      finds: `R16 LandInstalment ${land}/1`,
    },
  ];

  it('each finds the one row that was made to break it, and no other rule does', async () => {
    const seen = new Set<string>();
    for (const { what, sql, finds } of mutations()) {
      const expected = [finds].flat().toSorted();
      expect.soft(added(before, await city.whileChanged(sql)), what).toEqual(expected);
      for (const name of expected) seen.add(name.split(' ').slice(0, 2).join(' '));
    }
    expect([...seen].toSorted()).toEqual(rulesOf(projects).toSorted());
  });

  it('a blank operand leaves a row open', async () => {
    const blanks: readonly Blank[] = [
      { sql: set('project', 'end_date = null', project), leavesOpen: ['P01 Project'] },
      { sql: set('project', 'start_date = null', project), leavesOpen: ['P01 Project', 'P01b Project'] },
      { sql: set('progress_report', 'completed_cumulative = null', report), leavesOpen: ['P02 ProgressReport'] },
      { sql: set('progress_report', 'planned_investment = null', report), leavesOpen: ['R16b ProgressReport'] },
      { sql: set('project', 'budget_amount = null', project), leavesOpen: ['P03 Project', 'P04 Project'] },
      { sql: set('funding_source', 'amount = null', `${project}/1`), leavesOpen: ['P04 Project'] },
      { sql: set('project', 'status = null', project), leavesOpen: ['P05 Project'] },
      { sql: set('change_order', 'contract_no = null, amount_delta = null', change), leavesOpen: ['P07b ChangeOrder'] },
      { sql: set('project', 'actual_start = null', project), leavesOpen: ['P09 Project'] },
      { sql: set('land_instalment', 'amount = null', `${land}/1`), leavesOpen: ['L01 LandTransfer'] },
      { sql: set('land_transfer', 'start_planned = null', land), leavesOpen: ['L02 LandTransfer'] },
      { sql: set('land_transfer', 'supply_method = null', land), leavesOpen: ['L03 LandTransfer', 'L04 LandTransfer'] },
      { sql: set('land_transfer', 'area_hectares = null', land), leavesOpen: ['L04 LandTransfer'] },
      { sql: set('land_transfer', 'land_no = null', land), leavesOpen: ['R13 LandTransfer'] },
      { sql: set('project', 'code = null', project), leavesOpen: ['R12 Project'] },
      {
        sql: set('project', 'public_authority_uscc = null', project),
        leavesOpen: ['R01 Project', 'R02 Project', 'R03 Project', 'R04 Project'],
      },
      {
        sql: set('land_transfer', 'holder_uscc = null', land),
        leavesOpen: ['R01 LandTransfer', 'R02 LandTransfer', 'R03 LandTransfer', 'R04 LandTransfer'],
      },
      { sql: set('project', 'approval_no = null', project), leavesOpen: ['R14 Project'] },
      { sql: set('change_order', 'approved_on = null', change), leavesOpen: ['R14 ChangeOrder'] },
    ];
    for (const { sql, leavesOpen } of blanks) {
      const now = await city.whileChanged(sql);
      expect.soft(opened(before, now), sql).toEqual(leavesOpen);
      expect.soft(added(before, now), sql).toEqual([]);
    }
  });
});
