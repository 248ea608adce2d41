import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { GraphQLError } from 'graphql';
import { SERVICES } from '../../gateway/services.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { reconcile } from '../../subgraph/check/store-findings.js';
import { publish } from '../../subgraph/ledger/publication.js';
import { systemBatch } from '../batch-input.js';
import { checkHub } from '../check/check-hub.js';
import { printOutcomes } from '../check/print-outcomes.js';
import { readCity } from '../city-file.js';
import { CROSS_RULES } from '../cross-rules/index.js';
import { atImportPlace, type ImportPlace } from '../import-place.js';
import { closeAll, createServices, definitionOf } from '../local-services.js';
import { HubProblem } from '../problem.js';

interface Options {
  readonly rules?: string;
  readonly service?: string;
  readonly asOf?: string;
  readonly json?: string;
}

export function register(program: Command): void {
  program
    .command('check')
    .description(
      '按规则检查全部数据；有 E 级不符时以 1 结束 / Check all data against the rules; ends with 1 when a rule of severity E fails',
    )
    .option('--rules <ids>', '只检查这些规则，以逗号分隔，如 R02,L01 / only these rules, such as R02,L01')
    .option('--service <name>', '只检查该服务的数据 / only rows of this service')
    .option(
      '--as-of <instant>',
      '检查当时的数据：时刻、日期或版次 / check what was there: an instant, a day, an edition',
    )
    .option('--json <file>', '把全部结果写入 JSON 文件 / write every outcome to a JSON file')
    .action(check);
}

async function check(options: Options): Promise<void> {
  const outcomes = await atImportPlace((place) => run(place, options));
  printOutcomes(outcomes, (line) => console.log(line));
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(outcomes.map(toJson), null, 2)}\n`);
  if (outcomes.some(({ rule, fail }) => rule.severity === 'E' && fail > 0)) process.exitCode = 1;
}

async function run({ client, databaseUrl, config }: ImportPlace, options: Options): Promise<RuleOutcome[]> {
  const { service, asOf } = options;
  if (service !== undefined) definitionOf(service);
  const rules = options.rules === undefined ? undefined : knownRules(options.rules);
  const services = await createServices(SERVICES, config, databaseUrl);
  try {
    const place = { client, databaseUrl, services, definitions: SERVICES, city: readCity(config.dataDir) };
    const outcomes = await checkHub(place, {
      log: (line) => console.error(line),
      ...(rules && { rules }),
      ...(service !== undefined && { service }),
      ...(asOf !== undefined && { asOf }),
    });
    // What was found of the past is told, not kept: the findings kept are those of now.
    if (asOf === undefined) await store(client, outcomes);
    return outcomes;
  } catch (error) {
    if (error instanceof GraphQLError)
      throw new HubProblem(String(error.extensions['messageZh'] ?? error.message), error.message);
    throw error;
  } finally {
    await closeAll(services);
  }
}

/** A check is a batch of the hub's own: what it opens and closes has an instant, and the log knows of it. */
const store = (client: ImportPlace['client'], outcomes: readonly RuleOutcome[]): Promise<void> =>
  publish(client, systemBatch('hub.check'), async (publication) => {
    const { id } = await publication.open();
    await reconcile(client, outcomes, id);
  });

function knownRules(list: string): ReadonlySet<string> {
  const known = new Set([
    ...SERVICES.flatMap(({ rules = [] }) => rules.map(({ id }) => id)),
    ...CROSS_RULES.map(({ id }) => id),
  ]);
  const wanted = list.split(',').map((id) => id.trim());
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length)
    throw new HubProblem(
      `没有规则 ${unknown.join('、')}，可选：${[...known].toSorted().join('、')}`,
      `there is no rule ${unknown.join(', ')}; there are ${[...known].toSorted().join(', ')}`,
    );
  return new Set(wanted);
}

const toJson = ({ rule, ...outcome }: RuleOutcome): object => ({
  rule: rule.id,
  severity: rule.severity,
  zh: rule.zh,
  en: rule.en,
  ...outcome,
});
