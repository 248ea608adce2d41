/** Runs rules over everything that the hub holds, now or at an instant: those of a service on its rows, the others on the graph. */
import { Pool, type Client } from 'pg';
import { literal } from '../../subgraph/check/judged.js';
import { runRules } from '../../subgraph/check/run-rules.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { withPlaces } from '../../subgraph/check/rule-findings.js';
import type { City } from '../../subgraph/city.js';
import type { ServiceDefinition } from '../../subgraph/define-service.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { currentTable, tableAt } from '../../subgraph/read/as-of-table.js';
import type { Service } from '../../subgraph/service.js';
import { PastInstants } from '../../subgraph/time/past-instants.js';
import { CROSS_RULES } from '../cross-rules/index.js';
import { openGraph } from './ask-graph.js';
import { crossSetting, runCrossRule } from './run-cross-rules.js';

export interface CheckPlace {
  readonly client: Client;
  readonly databaseUrl: string;
  readonly definitions: readonly ServiceDefinition[];
  /** Of all definitions, connected. */
  readonly services: readonly Service[];
  readonly city: City | undefined;
}

export interface CheckOptions {
  /** Ids; all rules without it. */
  readonly rules?: ReadonlySet<string>;
  /** Only rules about rows of this service. */
  readonly service?: string;
  /** As the header `hub-as-of` may say it. */
  readonly asOf?: string;
  readonly log: (line: string) => void;
}

export async function checkHub(place: CheckPlace, options: CheckOptions): Promise<RuleOutcome[]> {
  const { client, city } = place;
  const instant = options.asOf === undefined ? undefined : await resolveInstant(place, options.asOf);
  const outcomes: RuleOutcome[] = [];
  for (const definition of place.definitions) {
    if (options.service !== undefined && definition.name !== options.service) continue;
    const { rules } = options;
    outcomes.push(
      ...(await runRules(client, definition, {
        city,
        ...(rules && { rules }),
        ...(instant !== undefined && { asOf: instant }),
      })),
    );
  }
  return [...outcomes, ...(await checkAcross(place, options, instant))];
}

/** Rules on the graph; the graph does not say where in a file a row stands, the subject's own table does. */
async function checkAcross(
  { client, definitions, services, city }: CheckPlace,
  { rules, service, log }: CheckOptions,
  instant: string | undefined,
): Promise<RuleOutcome[]> {
  const wanted = CROSS_RULES.filter(
    (rule) => (rules?.has(rule.id) ?? true) && (service === undefined || rule.service === service),
  );
  if (!wanted.length) return [];
  await using graph = await openGraph(services, { asOf: instant, log });
  const setting = crossSetting(city, (instant ?? city?.dataAsOf ?? new Date().toISOString()).slice(0, 10));
  const outcomes: RuleOutcome[] = [];
  for (const rule of wanted)
    outcomes.push(await inPlace(client, definitions, await runCrossRule(graph, rule, setting), instant));
  return outcomes;
}

async function inPlace(
  client: Client,
  definitions: readonly ServiceDefinition[],
  outcome: RuleOutcome,
  instant: string | undefined,
): Promise<RuleOutcome> {
  const definition = definitions.find(({ name }) => name === outcome.service);
  const entity = definition?.entities.find((each) => modelOf(each).name === outcome.entity);
  if (!definition || !entity)
    throw new Error(`rule ${outcome.rule.id} is about ${outcome.entity}, which ${outcome.service} does not have`);
  const model = modelOf(entity);
  const table =
    instant === undefined
      ? currentTable(definition.name, model)
      : tableAt(definition.name, model, `${literal(instant)}::timestamptz(3)`);
  return {
    ...outcome,
    failures: await withPlaces(client, definition, entity, table, outcome.failures),
    uncertainties: await withPlaces(client, definition, entity, table, outcome.uncertainties),
  };
}

/** The instant that is meant, once nothing of it can change; of entities without data then, an error says since when there is. */
async function resolveInstant({ databaseUrl, definitions }: CheckPlace, asOf: string): Promise<string> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    let instant = asOf;
    for (const { name, rules = [] } of definitions) {
      const past = new PastInstants(pool, name);
      instant = await past.resolve(asOf);
      await past.ensureKnown(new Set(rules.flatMap(({ reads }) => reads.map((entity) => modelOf(entity)))), instant);
    }
    return instant;
  } finally {
    await pool.end();
  }
}
