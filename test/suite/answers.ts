import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplesFolder } from '../../hub/examples.js';
import type { TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';

const example = (name: string): string => readFileSync(path.join(examplesFolder, name), 'utf8');

/** The question of the first example as one plain statement over the tables of all three services. */
const LARGEST_CONTRACTS = `
  select c.local_id "localId", c.title, c.signed_on "signedOn", c.amount, c.currency,
    c.supplier_name, l.name legal_name, l.status legal_status, l.established_on, r.code region_code, r.name region_name,
    c.buyer_name, a.name agency_name, a.valid_to, s.name successor_name,
    p.ocid, upper(p.project_link_method) link, j.id project_id, j.title project_title, j.budget_amount,
    g.quarter, g.percent, g.completed_cumulative
  from procurement.contract c
  join procurement.contracting_process p on p.ocid = c.ocid
  left join registry.legal_entity l on l.uscc = c.supplier_uscc
  left join registry.region r on r.code = l.region_code and r.edition <= l.region_edition
    and (r.edition_to is null or r.edition_to > l.region_edition)
  left join registry.agency a on a.id = c.buyer_agency_id
  left join registry.agency_succession x on x.predecessor_id = a.id
  left join registry.agency s on s.id = x.successor_id
  left join projects.project j on j.id = p.project_id
  left join projects.progress_report g on g.project_id = j.id
    and g.quarter = (select max(quarter) from projects.progress_report where project_id = j.id)
  where c.signed_on between '2024-01-01' and '2024-12-31' and c.currency = 'CNY' and c.jurisdiction = 'CN-349900'
  order by c.amount desc nulls last, c.id limit 10`;

type Row = Record<string, string | null>;

const contractOf = (row: Row): object => ({
  localId: row['localId'],
  title: row['title'],
  signedOn: row['signedOn'],
  amount: row['amount'],
  currency: row['currency'],
  supplier: {
    name: row['supplier_name'],
    legalEntity: row['legal_name'] && {
      name: row['legal_name'],
      status: row['legal_status'],
      establishedOn: row['established_on'],
      region: row['region_code'] && { code: row['region_code'], name: row['region_name'] },
    },
  },
  buyer: {
    name: row['buyer_name'],
    agency: row['agency_name'] && {
      name: row['agency_name'],
      validTo: row['valid_to'],
      successor: row['successor_name'] && { name: row['successor_name'] },
    },
  },
  process: {
    ocid: row['ocid'],
    projectLinkMethod: row['link'],
    project: row['project_id'] && {
      title: row['project_title'],
      budgetAmount: row['budget_amount'],
      latestProgress: row['quarter'] && {
        quarter: row['quarter'],
        percent: row['percent'],
        completedCumulative: row['completed_cumulative'],
      },
    },
  },
});

interface Spending {
  contracts: {
    aggregates: { count: number; sum: { amount: string } };
    byBuyer: { count: number; sum: { amount: string }; keys: { buyer: { name: string; agency: { level: string } } } }[];
    byQuarter: { count: number; sum: { amount: string }; keys: { signedOn: string } }[];
  };
}

/** The questions of the README, answered by the graph as plain SQL over all tables answers them. */
export function defineAnswers(running: () => TestHub): void {
  describe('answers as plain SQL does', () => {
    it('the ten largest contracts of 2024 over three domains', async () => {
      const rows = await running().database.sql(LARGEST_CONTRACTS);
      const answer = await running().query<{ contracts: { nodes: object[] } }>(example('1-largest-contracts.graphql'));
      const { nodes } = dataOf(answer).contracts;
      expect(rows).toHaveLength(10);
      expect(nodes).toEqual(rows.map(contractOf));
      // The question is only worth asking where every domain has something to say.
      expect(rows.every((row) => row['legal_name'] && row['region_name'] && row['agency_name'])).toBe(true);
      expect(rows.some((row) => row['project_title'] && row['quarter'])).toBe(true);
    });

    it('spending by buyer and by quarter', async () => {
      const where = `from procurement.contract where signed_on between '2024-01-01' and '2024-12-31'
        and currency = 'CNY' and jurisdiction = 'CN-349900'`;
      const [all, byBuyer, byQuarter] = await Promise.all([
        running().database.sql(`select count(*) n, sum(amount) total ${where}`),
        running().database.sql(
          `select count(*) n, sum(amount) total, buyer_scheme, buyer_id ${where}
           group by buyer_scheme, buyer_id order by sum(amount) desc nulls last limit 10`,
        ),
        running().database.sql(
          `select count(*) n, sum(amount) total, date_trunc('quarter', signed_on)::date quarter ${where}
           group by 3 order by 3`,
        ),
      ]);
      const { contracts } = dataOf(await running().query<Spending>(example('3-spending-by-buyer.graphql')));
      const printed = ({ count, sum }: { count: number; sum: { amount: string } }) => [String(count), sum.amount];
      expect(printed(contracts.aggregates)).toEqual(all.map(({ n, total }) => [n, total]).flat());
      expect(contracts.byBuyer.map(printed)).toEqual(byBuyer.map(({ n, total }) => [n, total]));
      expect(contracts.byQuarter.map((each) => [...printed(each), each.keys.signedOn])).toEqual(
        byQuarter.map(({ n, total, quarter }) => [n, total, quarter]),
      );
      expect(contracts.byBuyer.every(({ keys }) => keys.buyer.agency.level)).toBe(true);
    });

    it('suppliers that were barred, with what they won', async () => {
      const rows = await running().database.sql(
        `select m.subject_name, m.subject_uscc, m.banned_from, m.banned_to,
           (select count(*) from procurement.award a where a.status = 'ACTIVE' and exists (
             select 1 from procurement.award_supplier s where s.award_id = a.id and s.supplier_uscc = m.subject_uscc)) won
         from procurement.misconduct_record m where m.role = 'SUPPLIER' and m.banned
         order by m.banned_from desc nulls last, m.id limit 20`,
      );
      interface Barred {
        subject: { name: string; legalEntity: { uscc: string; awards: { totalCount: number } } };
        bannedFrom: string;
        bannedTo: string;
      }
      const answer = await running().query<{ misconductRecords: { nodes: Barred[] } }>(
        example('2-barred-winners.graphql'),
      );
      const { nodes } = dataOf(answer).misconductRecords;
      expect(nodes.length).toBeGreaterThan(2);
      expect(
        nodes.map(({ subject, bannedFrom, bannedTo }) => ({
          subject_name: subject.name,
          subject_uscc: subject.legalEntity.uscc,
          banned_from: bannedFrom,
          banned_to: bannedTo,
          won: String(subject.legalEntity.awards.totalCount),
        })),
      ).toEqual(rows);
    });

    it('entities of a whole page in one statement', async (test) => {
      const { mode, takeStatements, query } = running();
      test.skip(mode === 'distributed', 'the statements of other processes are not seen from here');
      takeStatements();
      const answer = await query<{ contracts: { nodes: { supplier: { legalEntity: object | null } | null }[] } }>(
        '{ contracts(first: 100) { nodes { supplier { legalEntity { name } } } } }',
      );
      expect(dataOf(answer).contracts.nodes.filter((node) => node.supplier?.legalEntity).length).toBeGreaterThan(50);
      expect(takeStatements().map(({ service }) => service)).toEqual(['procurement', 'registry']);
    });
  });
}
