/** The sample city is checked whole, once, when all of it is there; what was planted in it is accepted. */
import type { Client } from 'pg';
import { SERVICES } from '../../gateway/services.js';
import { runRules } from '../../subgraph/check/run-rules.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { reconcile } from '../../subgraph/check/store-findings.js';
import type { City } from '../../subgraph/city.js';
import { publish } from '../../subgraph/ledger/publication.js';
import type { Service } from '../../subgraph/service.js';
import { operatingUser, systemBatch } from '../batch-input.js';
import { checkHub } from '../check/check-hub.js';
import { acceptAll } from './accept-all.js';

const PLANTED = '示例城市有意植入 / planted in the sample';

export interface GraphPlace {
  readonly databaseUrl: string;
  /** All services, connected: the rules across services ask the graph. */
  readonly services: readonly Service[];
}

export async function checkSample(client: Client, city: City, graph: GraphPlace | undefined): Promise<void> {
  const outcomes = await outcomesOf(client, city, graph);
  await publish(client, systemBatch('hub.check'), async (publication) => {
    const { id } = await publication.open();
    await acceptAll(client, outcomes, { reason: PLANTED, by: operatingUser() });
    await reconcile(client, outcomes, id);
  });
}

async function outcomesOf(client: Client, city: City, graph: GraphPlace | undefined): Promise<RuleOutcome[]> {
  if (graph) return checkHub({ client, definitions: SERVICES, city, ...graph }, { log: () => undefined });
  const outcomes: RuleOutcome[] = [];
  for (const definition of SERVICES) outcomes.push(...(await runRules(client, definition, { city })));
  return outcomes;
}
