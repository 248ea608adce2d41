/** Evaluates rules over published rows: how many pass, and which rows do not, with their place in the source file. */
import type { Client } from 'pg';
import type { City } from '../city.js';
import type { ServiceDefinition } from '../define-service.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { BATCH } from '../model/system-columns.js';
import { currentTable, tableAt } from '../read/as-of-table.js';
import { citySetting } from './city-setting.js';
import type { Rule } from './define-rule.js';
import { literal } from './judged.js';
import type { RuleFinding, RuleOutcome } from './rule-finding.js';
import { keyColumn, tableOfBatch, tablesOf, type TableText } from './rule-tables.js';
import { findingsOf, type VerdictRow } from './rule-findings.js';

export interface RunOptions {
  /** Ids of the rules to run; all of the service without it. */
  readonly rules?: ReadonlySet<string>;
  /** Only rules that read one of these. */
  readonly touched?: ReadonlySet<Class>;
  /** The batch under way: a rule that a row decides alone judges the batch's rows only. */
  readonly batch?: string;
  /** ISO instant whose rows are judged; the rows of now without it. */
  readonly asOf?: string;
  readonly city: City | undefined;
}

/** Rows that cannot be judged are counted all, and kept up to this number. */
const UNCERTAIN_AT_MOST = 100;

export async function runRules(
  client: Client,
  definition: ServiceDefinition,
  options: RunOptions,
): Promise<RuleOutcome[]> {
  const outcomes: RuleOutcome[] = [];
  for (const rule of definition.rules ?? [])
    if (isWanted(rule, options)) outcomes.push(await runRule(client, definition, rule, options));
  return outcomes;
}

const isWanted = (rule: Rule, { rules, touched }: RunOptions): boolean =>
  (rules?.has(rule.id) ?? true) && (!touched || rule.reads.some((entity) => touched.has(entity)));

/** Whether a batch can change the verdict of its own rows only. */
const isOfRows = (rule: Rule, touched: RunOptions['touched']): boolean =>
  rule.alone === true && !rule.reads.some((entity) => entity !== rule.entity && touched?.has(entity));

async function runRule(
  client: Client,
  definition: ServiceDefinition,
  rule: Rule,
  { asOf, batch, city, touched }: RunOptions,
): Promise<RuleOutcome> {
  const started = performance.now();
  const entity = modelOf(rule.entity).name;
  const whole: TableText = (each) =>
    asOf === undefined
      ? currentTable(definition.name, modelOf(each))
      : tableAt(definition.name, modelOf(each), `${literal(asOf)}::timestamptz(3)`);
  const ofBatch = asOf === undefined && isOfRows(rule, touched) ? batch : undefined;
  const table = ofBatch === undefined ? whole : await tableOfBatch(client, whole, rule, ofBatch);
  const sql = rule.sql(tablesOf(rule, table, citySetting(city, asOf === undefined ? undefined : localDay(asOf))));
  const { counts, rows } = await verdicts(client, rule, sql);
  const found = await findingsOf(client, definition, rule, whole(rule.entity), rows);
  const of = (verdict: RuleFinding['verdict']): RuleFinding[] => found.filter((finding) => finding.verdict === verdict);
  return {
    rule,
    service: definition.name,
    entity,
    ...counts,
    failures: of('FAIL'),
    uncertainties: of('UNCERTAIN'),
    ...(ofBatch !== undefined && { judged: judgedOnly(rule, whole(rule.entity), ofBatch) }),
    milliseconds: performance.now() - started,
  };
}

type Counts = Pick<RuleOutcome, 'pass' | 'fail' | 'uncertain' | 'notApplicable'>;

/** One statement: the verdicts are worked out once, counted, and only those that do not pass come over. */
async function verdicts(client: Client, rule: Rule, sql: string): Promise<{ counts: Counts; rows: VerdictRow[] }> {
  const { rows } = await client.query<VerdictRow & Record<keyof Counts, string>>(
    `with verdict as materialized (${sql}),
     counted as (select count(*) filter (where verdict = 'PASS') as "pass", count(*) filter (where verdict = 'FAIL') as "fail",
       count(*) filter (where verdict = 'UNCERTAIN') as "uncertain", count(*) filter (where verdict = 'NOT_APPLICABLE') as "notApplicable" from verdict),
     listed as (select * from verdict where verdict = 'FAIL' union all
       (select * from verdict where verdict = 'UNCERTAIN' order by key limit ${UNCERTAIN_AT_MOST}))
     select counted.*, listed.* from counted left join listed on true order by listed.verdict, listed.key`,
  );
  const [first] = rows;
  if (!first) throw new Error(`rule ${rule.id} gave no counts`);
  const counts = {
    pass: Number(first.pass),
    fail: Number(first.fail),
    uncertain: Number(first.uncertain),
    notApplicable: Number(first.notApplicable),
  };
  return { counts, rows: rows.filter(({ key }) => key !== null) };
}

/** A run over one batch says nothing of the other rows, but a row that is gone breaks no rule any more. */
function judgedOnly(rule: Rule, table: string, batch: string): string {
  const rows = `select from ${table} s where s."${keyColumn(rule.entity)}" = f.record_key`;
  return `(not exists (${rows}) or exists (${rows} and s."${BATCH}" = ${literal(batch)}))`;
}

/** The day of an instant where the rows are from: every city of the hub keeps Beijing time. */
const localDay = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
