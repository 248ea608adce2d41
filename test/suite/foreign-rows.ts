import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { describeWithCorpus } from '../kit/corpora.js';
import type { CreateHub, TestHub } from '../kit/create-hub.js';
import { dataOf } from '../kit/expect-answer.js';
import { runHubCommand, tryHubCommand } from '../kit/hub-command.js';

const TOTALS = `{
  contractingProcesses { totalCount }
  contracts(filter: { currency: { eq: "CNY" } }) { aggregates { count sum { amount } } groups(by: [{ field: BUYER }]) { count } }
  foreign: contracts(filter: { currency: { eq: "MXN" } }) { totalCount }
  items { totalCount }
  awards { groups(by: [{ field: STATUS }]) { count keys { status } } }
}`;

const PROCESS = `query Process($ocid: ID!) {
  contractingProcesses(filter: { ocid: { eq: $ocid } }, first: 1) {
    nodes {
      jurisdiction
      buyer { name legalEntity { name } agency { name } }
      contracts(orderBy: [{ field: LOCAL_ID }]) {
        nodes {
          localId amount currency signedOn
          supplier { id name }
          items(first: 500) { nodes { description quantity unitAmount } totalCount }
        }
      }
    }
  }
}`;

interface Stored {
  jurisdiction: string;
  buyer: { name: string; legalEntity: null; agency: null };
  contracts: {
    nodes: {
      localId: string;
      amount: string;
      currency: string;
      signedOn: string;
      supplier: { id: string; name: string };
      items: { totalCount: number; nodes: { description: string; quantity: string; unitAmount: string | null }[] };
    }[];
  };
}

interface Item {
  description: string;
  quantity: number;
  unit?: { value?: { amount: number } };
}
interface Compiled {
  ocid: string;
  buyer: { name: string };
  awards: { id: string; suppliers: { id: string; name: string }[] }[];
  contracts: {
    id: string;
    awardID: string;
    dateSigned: string;
    value: { amount: number; currency: string };
    items?: Item[];
  }[];
}

/** Data of another place beside the sample city: it is all there, and in none of the city's totals. */
export function defineForeignRows(createHub: CreateHub): void {
  describeWithCorpus('ocds-real', 'a hub with contracts of Jalisco beside the sample city', (corpora) => {
    const folder = path.join(corpora, 'mexico-jalisco');
    let hub: TestHub | undefined;
    let before: unknown;
    let printed = '';
    const variables = (): Record<string, string> => ({
      DATABASE_URL: hub!.database.url,
      HUB_DATA_DIR: inject('server').sampleFolder,
    });
    beforeAll(async () => {
      hub = await createHub({ writes: true });
      before = dataOf(await hub.query(TOTALS));
      // Real data is not mixed into the sample city unless that is said.
      const { status, output } = await tryHubCommand(['import', 'ocds', folder], variables());
      expect([status, output]).toEqual([1, expect.stringContaining('--beside-sample')]);
      printed = await runHubCommand(['import', 'ocds', folder, '--beside-sample'], variables());
    });
    afterAll(() => hub?.[Symbol.asyncDispose]());

    it('printed what it stored', () => {
      expect(printed).toMatch(/20 个文件 \/ files, 0 个被拒绝/);
      expect(printed).toMatch(/10 个采购项目 \/ processes/);
      expect(printed).toMatch(/contract {2,}.* 20 +20 +0 +0 +0/);
      expect(printed).toContain('jurisdiction: { eq: "ocds-xs1qbl" }');
    });

    it('was left running by the import, and its totals are those of the city', async () => {
      expect(dataOf(await hub!.query(TOTALS))).toEqual(before);
    });

    it('finds the foreign rows by jurisdiction and by key', async () => {
      const answer = await hub!.query<Record<string, { totalCount: number; nodes: { ocid: string }[] }>>(`{
        processes: contractingProcesses(filter: { jurisdiction: { eq: "ocds-xs1qbl" } }) { totalCount }
        contracts(filter: { jurisdiction: { eq: "ocds-xs1qbl" } }) { totalCount }
        beside: contracts(filter: { jurisdiction: { isNull: false } }) { totalCount }
        byKey: contracts(filter: { process: { ocid: { eq: "ocds-xs1qbl-SFIN-03-0007-00-2017" } } }) { totalCount nodes { ocid } }
      }`);
      const { processes, contracts, beside, byKey } = dataOf(answer);
      const [counted] = await hub!.database.sql('select count(*) from procurement.contract');
      expect([processes?.totalCount, contracts?.totalCount, byKey?.totalCount]).toEqual([10, 20, 1]);
      expect(String(beside?.totalCount)).toBe(counted?.['count']);
    });

    it('has buyer, supplier, items and amounts of every contract as its file has them', async () => {
      const records = path.join(folder, 'sample/records');
      let compared = 0;
      for (const file of readdirSync(records)) {
        const { records: list } = JSON.parse(readFileSync(path.join(records, file), 'utf8')) as {
          records: { compiledRelease: Compiled }[];
        };
        for (const { compiledRelease } of list) {
          const { ocid } = compiledRelease;
          const answer = await hub!.query<{ contractingProcesses: { nodes: Stored[] } }>(PROCESS, { ocid });
          const [stored] = dataOf(answer).contractingProcesses.nodes;
          expect(stored && inFileForm(stored)).toEqual(expected(compiledRelease));
          compared += compiledRelease.contracts.length;
        }
      }
      expect(compared).toBe(20);
    });
  });
}

/** The file prints numbers, the graph decimals: they are compared as the numbers they stand for. */
const inFileForm = (stored: Stored): object => ({
  jurisdiction: stored.jurisdiction,
  buyer: stored.buyer,
  contracts: stored.contracts.nodes.map(({ items, amount, ...contract }) => ({
    ...contract,
    amount: Number(amount),
    items: items.nodes.map((item) => itemText(item.description, Number(item.quantity), Number(item.unitAmount))).sort(),
  })),
});

function expected({ buyer, awards, contracts }: Compiled): object {
  return {
    jurisdiction: 'ocds-xs1qbl',
    buyer: { name: buyer.name, legalEntity: null, agency: null },
    contracts: contracts
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, awardID, dateSigned, value, items = [] }) => {
        const [supplier] = awards.find((award) => award.id === awardID)?.suppliers ?? [];
        return {
          localId: id,
          amount: value.amount,
          currency: value.currency,
          signedOn: dateSigned.slice(0, 10),
          supplier: { id: supplier?.id, name: supplier?.name },
          items: items.map((item) => itemText(item.description, item.quantity, item.unit?.value?.amount ?? 0)).sort(),
        };
      }),
  };
}

/** White space around a description is not kept. */
const itemText = (description: string, quantity: number, price: number): string =>
  `${description.trim()} | ${quantity} | ${price}`;
