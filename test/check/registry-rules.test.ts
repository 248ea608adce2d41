import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registry } from '../../services/registry/service.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { added, type Blank, type Mutation, opened, rulesOf, Standing } from './standing.js';

/** A firm that is no body of the city, whose code is of a region that always was. */
const FIRM = `(select l.uscc from registry.legal_entity l where l.status = 'ACTIVE' and l.established_on > '2016-01-01' and l.capital_currency is not null
  and l.uscc not in (select uscc from registry.agency where uscc is not null) and substr(l.uscc, 3, 6) = '349902' order by l.uscc limit 1)`;
const AGENCY = `(select id from registry.agency where valid_to is null and uscc is not null order by id limit 1)`;

/** Worked out by hand from GB 32100-2015 and GB 11714-1997 for 91 349902 MA7T3RT0. */
const CODES = {
  shapeWrong: '91349902MA7T3RT',
  checkWrong: '91349902MA7T3RT005',
  digitWrong: '91349902MA7T3RT017',
  pairWrong: '99349902MA7T3RT00B',
};

const codes = [
  ['R01', CODES.shapeWrong],
  ['R02', CODES.checkWrong],
  ['R03', CODES.digitWrong],
  ['R04', CODES.pairWrong],
] as const;

describe('rules of the registry', () => {
  let city: Standing;
  let before: RuleOutcome[];
  let firm: string;
  let agency: string;
  let gone: string;

  beforeAll(async () => {
    city = await Standing.of(registry);
    before = await city.judge();
    firm = await city.one(`select ${FIRM}`);
    agency = await city.one(`select ${AGENCY}`);
    // A firm with a code of the county that became a district.
    gone = await city.one(
      `select uscc from registry.legal_entity where substr(uscc, 3, 6) = '349922' and established_on < '2023-01-01' order by 1 limit 1`,
    );
  });
  afterAll(() => city?.[Symbol.asyncDispose]());

  const mutations = (): readonly Mutation[] => [
    ...codes.flatMap(([rule, code]) => [
      {
        what: `${rule} of a firm`,
        sql: `update registry.legal_entity set uscc = '${code}' where uscc = '${firm}'`,
        finds: `${rule} LegalEntity ${code}`,
      },
      {
        what: `${rule} of an agency`,
        sql: `update registry.agency set uscc = '${code}' where id = '${agency}'`,
        finds: `${rule} Agency ${agency}`,
      },
    ]),
    {
      what: 'a code of a county that was no more when the firm was established',
      sql: `update registry.legal_entity set established_on = '2024-05-01' where uscc = '${gone}'`,
      finds: `R05 LegalEntity ${gone}`,
    },
    {
      what: 'two firms of one name, however it is spaced and bracketed',
      sql: `insert into registry.legal_entity (uscc, jurisdiction, name, established_on, region_code, region_edition)
        select '91349902MA7T3RT004', jurisdiction, ' ' || name || '　', established_on, region_code, region_edition from registry.legal_entity where uscc = '${firm}'`,
      finds: [`R06b LegalEntity ${firm}`, 'R06b LegalEntity 91349902MA7T3RT004'],
    },
    {
      what: 'an agency under another name than its code’s',
      sql: `update registry.agency set name = name || '（筹）' where id = '${agency}'`,
      finds: `R06 Agency ${agency}`,
    },
    {
      what: 'a firm in a county that is no more',
      sql: `update registry.legal_entity set region_code = '349922' where uscc = '${firm}'`,
      finds: `R07 LegalEntity ${firm}`,
    },
    {
      what: 'an agency in a region that never was',
      sql: `update registry.agency set region_code = '349977' where id = '${agency}'`,
      finds: `R07 Agency ${agency}`,
    },
    {
      what: 'a document number without its bracket',
      sql: `update registry.agency_succession set basis = '阳发2019-3' where id = 'CN-349900-S019'`,
      finds: 'R14 AgencySuccession CN-349900-S019',
    },
    {
      what: 'an agency that ended and nobody took over',
      sql: `delete from registry.agency_succession where predecessor_id = 'CN-349900-A045'`,
      finds: 'R15b Agency CN-349900-A045',
    },
    {
      what: 'a succession a day after the agency ended',
      sql: `update registry.agency_succession set effective_on = effective_on + 1 where id = 'CN-349900-S022'`,
      finds: 'R15c AgencySuccession CN-349900-S022',
    },
    {
      what: 'a capital in no currency',
      sql: `update registry.legal_entity set capital_currency = null where uscc = '${firm}'`,
      finds: `R16 LegalEntity ${firm}`,
    },
  ];

  it('each finds the one row that was made to break it, and no other rule does', async () => {
    const seen = new Set<string>();
    for (const { what, sql, finds } of mutations()) {
      const expected = [finds].flat().toSorted();
      expect.soft(added(before, await city.whileChanged(sql)), what).toEqual(expected);
      for (const name of expected) seen.add(name.split(' ').slice(0, 2).join(' '));
    }
    expect([...seen].toSorted()).toEqual(rulesOf(registry).toSorted());
  });

  it('a blank operand leaves a row open', async () => {
    const blanks: readonly Blank[] = [
      {
        sql: `update registry.agency set uscc = null where id = '${agency}'`,
        leavesOpen: ['R01 Agency', 'R02 Agency', 'R03 Agency', 'R04 Agency', 'R06 Agency'],
      },
      {
        sql: `update registry.legal_entity set established_on = null where uscc = '${firm}'`,
        leavesOpen: ['R05 LegalEntity'],
      },
      {
        sql: `update registry.legal_entity set region_code = null where uscc = '${firm}'`,
        leavesOpen: ['R07 LegalEntity'],
      },
      { sql: `update registry.agency set region_code = null where id = '${agency}'`, leavesOpen: ['R07 Agency'] },
      {
        sql: `update registry.agency_succession set basis = null where id = 'CN-349900-S019'`,
        leavesOpen: ['R14 AgencySuccession'],
      },
      {
        sql: `update registry.agency_succession set kind = null where id = 'CN-349900-S019'`,
        leavesOpen: ['R15c AgencySuccession'],
      },
    ];
    for (const { sql, leavesOpen } of blanks) {
      const now = await city.whileChanged(sql);
      expect.soft(opened(before, now), sql).toEqual(leavesOpen);
      expect.soft(added(before, now), sql).toEqual([]);
    }
  });
});
