import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procurement } from '../../services/procurement/service.js';
import { runRules } from '../../subgraph/check/run-rules.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { describeWithCorpus } from '../kit/corpora.js';
import { runHubCommand } from '../kit/hub-command.js';
import { copyDatabase, type TestDatabase } from '../kit/test-database.js';

async function judge(database: TestDatabase): Promise<Map<string, RuleOutcome>> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    // A hub of no city: Chinese law judges nothing here.
    const outcomes = await runRules(client, procurement, { city: undefined });
    return new Map(outcomes.map((outcome) => [`${outcome.rule.id} ${outcome.entity}`, outcome]));
  } finally {
    await client.end();
  }
}

const counts = (outcome: RuleOutcome | undefined): readonly (number | undefined)[] => [
  outcome?.pass,
  outcome?.fail,
  outcome?.uncertain,
  outcome?.notApplicable,
];
const keys = (outcome: RuleOutcome | undefined): string[] => (outcome?.failures ?? []).map(({ key }) => key);

/** Imports a corpus into an empty hub and judges it. */
async function imported(what: string, folder: string): Promise<Map<string, RuleOutcome>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-corpus-'));
  try {
    await using database = await copyDatabase('empty');
    await runHubCommand(['import', what, folder], { DATABASE_URL: database.url, HUB_DATA_DIR: dataDir });
    return await judge(database);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const OF_CHINESE_LAW = [
  'T02 ContractingProcess',
  'T04b ContractingProcess',
  'T04c Award',
  'T05 Contract',
  'T05b Contract',
  'T07 ContractingProcess',
  'T07b ContractingProcess',
  'T08 Award',
  'T09 ContractingProcess',
  'T09b ContractingProcess',
  'T09c ContractingProcess',
  'T10 ContractingProcess',
  'T12 Award',
  'T14 Release',
  'P10 Contract',
  'R11 Item',
  'R12 ContractingProcess',
];

describeWithCorpus('infra-projects-dpwh', 'public works of the Philippines', (folder) => {
  let found: Map<string, RuleOutcome>;
  beforeAll(async () => void (found = await imported('dpwh', folder)), 240_000);

  it('one bidder alone in 116 of 794', () => {
    expect(counts(found.get('T06 ContractingProcess'))).toEqual([678, 116, 0, 0]);
  });

  it('the award is above the ceiling in 4, the later cost in 49 more', () => {
    expect(keys(found.get('T03 Award'))).toEqual(
      ['18Z00004', '18Z00026', '21Z00007', '21Z00008'].map((id) => `dpwh-${id}/award`),
    );
    expect(counts(found.get('T03 Award'))).toEqual([790, 4, 0, 0]);
    // Where the cost is still the award's, T03 has said so.
    expect(counts(found.get('T03c Contract'))).toEqual([295, 49, 0, 450]);
  });

  it('one winner is not among the bidders; no day of signing is printed, so no order of days is certain', () => {
    expect(keys(found.get('T04f Award'))).toEqual(['dpwh-15B00017/award']);
    expect(counts(found.get('T01f ContractingProcess'))).toEqual([0, 0, 794, 0]);
    expect(counts(found.get('T11f ContractingProcess'))).toEqual([794, 0, 0, 0]);
  });

  it('is not judged by Chinese law', () => {
    const judged = OF_CHINESE_LAW.filter((name) => {
      const [pass, fail, uncertain] = counts(found.get(name));
      return pass !== 0 || fail !== 0 || uncertain !== 0;
    });
    expect(judged).toEqual([]);
  });
});

describeWithCorpus('ocds-real', 'published OCDS releases', (folder) => {
  it('of Jalisco: four orders of days broken, one contract overpaid', async () => {
    const found = await imported('ocds', path.join(folder, 'mexico-jalisco'));
    expect(keys(found.get('T01f ContractingProcess'))).toEqual(
      ['SFIN-03-0001-00-2017', 'SFIN-03-0013-00-2017', 'SFIN-03-0016-00-2017', 'SSEG-16-0253-00-2017'].map(
        (id) => `ocds-xs1qbl-${id}`,
      ),
    );
    expect(keys(found.get('P06bf Contract'))).toEqual(['ocds-xs1qbl-SFIN-03-0001-00-2017/1-16-17']);
    expect(counts(found.get('T11f ContractingProcess'))).toEqual([10, 0, 0, 0]);
  }, 240_000);

  it('of the United Kingdom: 21 of 32 releases are other contents of an id already used', async () => {
    const found = await imported('ocds', path.join(folder, 'uk-contracts-finder'));
    expect(counts(found.get('T11b Release'))).toEqual([11, 21, 0, 0]);
  }, 240_000);
});

interface Entry {
  readonly catalog_code: string;
  readonly catalog_name: string;
  readonly category_type: string;
  readonly level: number;
  readonly parent_code: string | null;
}

describeWithCorpus('procurement-catalogue-2022', 'the procurement catalogue of 2022', (folder) => {
  let database: TestDatabase;
  let found: Map<string, RuleOutcome>;
  beforeAll(async () => {
    const { entries } = JSON.parse(readFileSync(path.join(folder, 'catalogs-full.json'), 'utf8')) as {
      entries: Entry[];
    };
    database = await copyDatabase('empty');
    await database.sql(
      `insert into procurement.catalogue_item (id, jurisdiction, code, edition, name, parent_code, level, category)
       select '2022/' || catalog_code, 'CN', catalog_code, '2022', catalog_name, parent_code, level + 1,
         case category_type when 'goods' then 'GOODS' when 'engineering' then 'WORKS' when 'service' then 'SERVICES' end
       from jsonb_to_recordset($1::jsonb) e(catalog_code text, catalog_name text, category_type text, level int, parent_code text)`,
      [JSON.stringify(entries)],
    );
    found = await judge(database);
  }, 120_000);
  afterAll(() => database?.[Symbol.asyncDispose]());

  it('has six orphans', () => {
    const orphans = ['A07050201', 'A07050202', 'A07050203', 'A07050204', 'B02130301', 'B02130302'];
    expect(keys(found.get('R11c CatalogueItem'))).toEqual(orphans.map((code) => `2022/${code}`));
    expect(counts(found.get('R11c CatalogueItem'))).toEqual([4263, 6, 0, 3]);
  });

  it('has 444 names that carry other text, and no class in a wrong category', () => {
    expect(counts(found.get('R11d CatalogueItem'))).toEqual([3828, 444, 0, 0]);
    expect(counts(found.get('R11b CatalogueItem'))).toEqual([4272, 0, 0, 0]);
  });
});
