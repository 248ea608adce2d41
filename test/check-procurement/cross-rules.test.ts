import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runCrossRule, crossSetting } from '../../hub/check/run-cross-rules.js';
import { readCity } from '../../hub/city-file.js';
import { CROSS_RULES } from '../../hub/cross-rules/index.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { added, failed, nameOf } from '../check/standing.js';
import { createHub, type TestHub } from '../kit/create-hub.js';

interface Change {
  readonly sql: readonly string[];
  /** `rule entity key`. */
  readonly names: readonly string[];
}

describe('rules across services that look at procurement', () => {
  let hub: TestHub;
  let before: RuleOutcome[];
  let spoilt: string;

  const judge = async (): Promise<RuleOutcome[]> => {
    const city = readCity(inject('server').sampleFolder);
    const graph = {
      async ask(query: string, variables: Record<string, unknown>) {
        const { body } = await hub.query(query, variables);
        if (body.errors?.[0]) throw new Error(body.errors[0].message);
        return body.data ?? {};
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    const outcomes: RuleOutcome[] = [];
    for (const rule of CROSS_RULES)
      outcomes.push(await runCrossRule(graph, rule, crossSetting(city, city?.dataAsOf ?? '2025-01-20')));
    return outcomes;
  };
  const rows = (sql: string): Promise<Record<string, string>[]> => hub.database.sql<Record<string, string>>(sql);
  async function change(changes: readonly Change[]): Promise<void> {
    for (const sql of changes.flatMap((each) => each.sql)) await hub.database.sql(sql);
  }

  beforeAll(async () => {
    hub = await createHub('embedded', { writes: true });
    before = await judge();
    const keys = [...failed(before)].flatMap((name) => {
      const key = name.split(' ')[2] ?? '';
      return [`'${key}'`, `'${key.split('/')[0] ?? ''}'`];
    });
    spoilt = [...keys, `''`].join(', ');
  }, 240_000);
  afterAll(() => hub?.[Symbol.asyncDispose]());

  /** Works contracts of projects, and projects with land, that no rule complains of. */
  const contracts = (): Promise<Record<string, string>[]> =>
    rows(`select c.id, c.ocid, p.project_id project from procurement.contract c join procurement.contracting_process p on p.ocid = c.ocid
      join projects.project j on j.id = p.project_id
      where p.main_procurement_category = 'WORKS' and c.id not in (${spoilt}) and c.ocid not in (${spoilt}) and j.id not in (${spoilt})
        and j.status = 'IMPLEMENTATION' and j.physical_progress < 80 and not exists (select from procurement.amendment m where m.contract_id = c.id)
        and exists (select from procurement.contract_transaction m where m.contract_id = c.id) order by c.id`);
  const lands = (): Promise<Record<string, string>[]> =>
    rows(`select l.id, l.project_id project, l.signed_on::text signed from projects.land_transfer l join projects.project j on j.id = l.project_id
      where j.id not in (${spoilt}) and l.id not in (${spoilt}) and j.actual_start is not null and exists (
        select from procurement.contracting_process p join procurement.contract c on c.ocid = p.ocid where p.project_id = j.id)
      order by l.id`);
  const processes = (): Promise<Record<string, string>[]> =>
    rows(`select p.ocid, (select min(y.id) from procurement.process_party y where y.ocid = p.ocid and roles = '{tenderer}') party
      from procurement.contracting_process p where p.project_id is null and p.ocid not in (${spoilt}) order by p.ocid limit 20`);
  const at = (list: readonly Record<string, string>[], index: number): Record<string, string> => {
    const found = list[index];
    if (!found) throw new Error(`only ${list.length} records suit`);
    return found;
  };

  it('each finds the one record that was made to break it, and no other rule does', async () => {
    const [contract, land, process] = [await contracts(), await lands(), await processes()];
    const [paid, late] = [at(contract, 0), at(contract, 1)];
    const [early, dear, held] = [at(land, 0), at(land, 1), at(land, 2)];
    const changes: Change[] = [
      {
        sql: [
          `update procurement.process_party set party_name = party_name || '实业' where id = '${at(process, 0)['party']}'`,
        ],
        names: [`R06 ProcessParty ${at(process, 0)['party']}`],
      },
      {
        sql: [
          `update procurement.contracting_process set region_code = '349998' where ocid = '${at(process, 1)['ocid']}'`,
        ],
        names: [`R07 ContractingProcess ${at(process, 1)['ocid']}`],
      },
      {
        sql: [
          `update procurement.contracting_process set buyer_agency_id = 'CN-349900-X' where ocid = '${at(process, 2)['ocid']}'`,
        ],
        names: [`R15 ContractingProcess ${at(process, 2)['ocid']}`],
      },
      {
        sql: [
          `delete from procurement.contract_transaction where contract_id = '${paid['id']}' and id <> (select min(id) from procurement.contract_transaction where contract_id = '${paid['id']}')`,
          `update procurement.contract_transaction m set amount = c.amount * 0.9 from procurement.contract c where c.id = '${paid['id']}' and m.contract_id = c.id`,
        ],
        names: [`P06 Contract ${paid['id']}`],
      },
      {
        sql: [
          `update procurement.contract set end_on = (select end_date + 10 from projects.project where id = '${late['project']}') where id = '${late['id']}'`,
        ],
        names: [`P08 Contract ${late['id']}`],
      },
      {
        sql: [
          `update projects.project set actual_start = date '${early['signed']}' - 10 where id = '${early['project']}'`,
        ],
        names: [`P11 Project ${early['project']}`],
      },
      {
        sql: [`update projects.project set budget_amount = 1 where id = '${dear['project']}'`],
        names: [`X03 Project ${dear['project']}`],
      },
      {
        sql: [
          `update projects.land_transfer set holder_agency_id = null, (holder_uscc, holder_name) = (select c.supplier_uscc, c.supplier_name
             from procurement.contract c join procurement.contracting_process p on p.ocid = c.ocid where p.project_id = '${held['project']}' limit 1)
           where id = '${held['id']}'`,
        ],
        names: [`X05 Project ${held['project']}`],
      },
    ];
    await change(changes);
    expect(added(before, await judge())).toEqual(changes.flatMap(({ names }) => names).toSorted());
  }, 240_000);

  it('leaves a record open whose operand is blank', async () => {
    const standing = await judge();
    const [contract, land, process] = [await contracts(), await lands(), await processes()];
    const [unpriced, endless] = [at(contract, 2), at(contract, 3)];
    const [unsigned, unapproved, unheld] = [at(land, 3), at(land, 4), at(land, 5)];
    const changes: Change[] = [
      {
        sql: [`update procurement.process_party set party_name = null where id = '${at(process, 3)['party']}'`],
        names: [`R06 ProcessParty ${at(process, 3)['party']}`],
      },
      {
        sql: [`update procurement.contracting_process set region_code = null where ocid = '${at(process, 4)['ocid']}'`],
        names: [`R07 ContractingProcess ${at(process, 4)['ocid']}`],
      },
      {
        sql: [
          `update procurement.contracting_process set published_on = null where ocid = '${at(process, 5)['ocid']}'`,
        ],
        names: [`R15 ContractingProcess ${at(process, 5)['ocid']}`],
      },
      {
        sql: [`update procurement.contract set amount = null where id = '${unpriced['id']}'`],
        names: [`P06 Contract ${unpriced['id']}`, `X03 Project ${unpriced['project']}`],
      },
      {
        sql: [`update procurement.contract set end_on = null where id = '${endless['id']}'`],
        names: [`P08 Contract ${endless['id']}`],
      },
      {
        sql: [`update projects.land_transfer set signed_on = null where id = '${unsigned['id']}'`],
        names: [`P11 Project ${unsigned['project']}`],
      },
      {
        sql: [`update projects.project set budget_amount = null where id = '${unapproved['project']}'`],
        names: [`X03 Project ${unapproved['project']}`],
      },
      {
        sql: [`update projects.land_transfer set holder_uscc = null where id = '${unheld['id']}'`],
        names: [`X05 Project ${unheld['project']}`],
      },
    ];
    await change(changes);
    const now = await judge();
    const open = (outcomes: readonly RuleOutcome[]): string[] =>
      outcomes.flatMap(({ uncertainties }) => uncertainties.map(nameOf));
    const known = new Set(open(standing));
    expect(
      open(now)
        .filter((name) => !known.has(name))
        .toSorted(),
    ).toEqual(changes.flatMap(({ names }) => names).toSorted());
    expect(added(standing, now)).toEqual([]);
  }, 240_000);
});
