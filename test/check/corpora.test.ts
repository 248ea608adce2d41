import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { must } from '../../schema/vocabulary/checked.js';
import { convertUnit } from '../../schema/vocabulary/decimal.js';
import { parseLocalDate } from '../../schema/vocabulary/local-date.js';
import { projects } from '../../services/projects/service.js';
import { registry } from '../../services/registry/service.js';
import { runRules } from '../../subgraph/check/run-rules.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import { describeWithCorpus } from '../kit/corpora.js';
import { runHubCommand } from '../kit/hub-command.js';
import { copyDatabase, type TestDatabase } from '../kit/test-database.js';

type Outcomes = (rule: string, entity: string) => RuleOutcome;

async function judge({ url }: TestDatabase, definition: ServiceDefinition): Promise<Outcomes> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const outcomes = await runRules(client, definition, { city: undefined });
    return (id, entity) =>
      outcomes.find((outcome) => outcome.rule.id === id && outcome.entity === entity) ?? expect.fail(`no rule ${id}`);
  } finally {
    await client.end();
  }
}

const counts = ({ pass, fail, uncertain, notApplicable }: RuleOutcome): number[] => [
  pass,
  fail,
  uncertain,
  notApplicable,
];

describeWithCorpus('cn-land-supply-2018', 'land supplied in 2018', (folder) => {
  interface Row {
    readonly idnumber: string;
    readonly area: string;
    readonly supply: string;
    readonly price: string;
    readonly paid_plan?: Readonly<Record<string, readonly [string, string]>>;
    readonly time4commencement_plan: string;
    readonly time4completion_plan: string;
    readonly date4sign: string;
  }
  const METHODS: Readonly<Record<string, string>> = {
    划拨: 'ALLOCATION',
    挂牌出让: 'LISTING',
    拍卖出让: 'AUCTION',
    协议出让: 'AGREEMENT',
  };
  const day = (text: string): string | null => (text.trim() ? must(parseLocalDate(text.trim())) : null);
  const yuan = (text: string): string | null => (text.trim() ? convertUnit(text.trim(), 'WAN_YUAN') : null);

  it('12 of 102 do not sum to the price, 1 of 203 breaks the order of days, nothing else is wrong', async () => {
    const printed = JSON.parse(readFileSync(path.join(folder, 'land_supply_results.json'), 'utf8')) as Row[];
    const land = printed.map((row) => ({
      id: row.idnumber,
      method: METHODS[row.supply],
      price: yuan(row.price),
      area: row.area,
      start: day(row.time4commencement_plan),
      completion: day(row.time4completion_plan),
      signed: day(row.date4sign),
    }));
    const instalments = printed.flatMap(({ idnumber, paid_plan }) =>
      Object.entries(paid_plan ?? {}).map(([number, [due, amount]]) => ({
        land: idnumber,
        number: Number(number),
        due: day(due),
        amount: yuan(amount),
      })),
    );
    await using database = await copyDatabase('empty');
    await database.sql(
      `insert into projects.land_transfer (id, jurisdiction, land_no, supply_method, price, currency, source_unit, area_hectares, start_planned, completion_planned, signed_on)
       select id, 'CN', id, method, price, case when price is not null then 'CNY' end, 'WAN_YUAN', area, start, completion, signed
       from jsonb_to_recordset($1::jsonb) r(id text, method text, price numeric, area numeric, start date, completion date, signed date)`,
      [JSON.stringify(land)],
    );
    await database.sql(
      `insert into projects.land_instalment (id, jurisdiction, land_transfer_id, sequence, due_on, amount, currency)
       select land || '/' || number, 'CN', land, number, due, amount, 'CNY'
       from jsonb_to_recordset($1::jsonb) r(land text, number int, due date, amount numeric)`,
      [JSON.stringify(instalments)],
    );
    const of = await judge(database, projects);
    expect(counts(of('L01', 'LandTransfer'))).toEqual([90, 12, 0, 101]);
    expect(counts(of('L02', 'LandTransfer'))).toEqual([144, 1, 58, 0]);
    expect(of('L02', 'LandTransfer').failures[0]).toMatchObject({
      key: '5308292018B00258',
      left: '2018-12-31',
      right: '2018-05-31',
      delta: '-214',
    });
    expect(of('L01', 'LandTransfer').failures.find(({ key }) => key === '3704062018B00436')).toMatchObject({
      left: '130000000',
      right: '192300000',
      delta: '-62300000',
    });
    expect(counts(of('L03', 'LandTransfer'))).toEqual([203, 0, 0, 0]);
    expect(counts(of('L04', 'LandTransfer'))).toEqual([102, 0, 0, 101]);
  }, 120_000);
});

describeWithCorpus('cn-enterprises-anhui', '5,375 enterprises of Anhui', (folder) => {
  it('one code fails, by its check character alone', async () => {
    const text = readFileSync(path.join(folder, 'enterprises.csv'), 'utf8');
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    await using database = await copyDatabase('empty');
    await database.sql(
      `insert into registry.legal_entity (uscc, jurisdiction, name, established_on)
       select uscc, 'CN-340000', name, day from jsonb_to_recordset($1::jsonb) r(uscc text, name text, day date)`,
      [
        JSON.stringify(
          rows.map((row) => ({ uscc: row['统一社会信用代码'], name: row['企业名称'], day: row['注册日期'] })),
        ),
      ],
    );
    const of = await judge(database, registry);
    expect(counts(of('R01', 'LegalEntity'))).toEqual([5375, 0, 0, 0]);
    expect(counts(of('R02', 'LegalEntity'))).toEqual([5374, 1, 0, 0]);
    expect(of('R02', 'LegalEntity').failures.map(({ key }) => key)).toEqual(['91340100MA2MQ0323N']);
    expect(counts(of('R03', 'LegalEntity'))).toEqual([5374, 0, 0, 1]);
    expect(counts(of('R04', 'LegalEntity'))).toEqual([5375, 0, 0, 0]);
  }, 120_000);
});

describeWithCorpus('infra-projects-dpwh', 'public works of the Philippines', (folder) => {
  it('16 are done and not completed: 11 still going on, 5 broken off; 2 are planned to start after they end', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-corpus-'));
    try {
      await using database = await copyDatabase('empty');
      await runHubCommand(['import', 'dpwh', folder], { DATABASE_URL: database.url, HUB_DATA_DIR: dataDir });
      const of = await judge(database, projects);
      const done = of('P05', 'Project').failures;
      expect(done.map(({ right }) => right).filter((status) => status === 'IMPLEMENTATION')).toHaveLength(11);
      expect(done).toHaveLength(16);
      expect(of('P01f', 'Project').failures.map(({ key }) => key)).toEqual(['PH-DPWH/17MC0102', 'PH-DPWH/17MC0103']);
      // None of it is the city's own: nothing of it can refuse the import.
      expect(of('P01', 'Project').fail + of('P04', 'Project').fail + of('R16', 'Project').fail).toBe(0);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 240_000);
});
