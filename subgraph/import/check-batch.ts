/** The rules over what a publication changed, evaluated before its commit. */
import { reconcile, type Reconciled } from '../check/store-findings.js';
import type { RuleOutcome } from '../check/rule-finding.js';
import { runRules } from '../check/run-rules.js';
import type { City } from '../city.js';
import type { ServiceDefinition } from '../define-service.js';
import type { Publication } from '../ledger/publication.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { refreshStatistics } from './fresh-statistics.js';
import { historyTable, SINCE, UNTIL } from '../model/system-columns.js';

export interface CheckSetting {
  /** The services whose rules are evaluated. */
  readonly services: readonly ServiceDefinition[];
  readonly city: City | undefined;
}

export interface CheckedBatch extends Reconciled {
  readonly outcomes: readonly RuleOutcome[];
}

export async function checkBatch(publication: Publication, { services, city }: CheckSetting): Promise<CheckedBatch> {
  const { id, instant } = await publication.open();
  const outcomes: RuleOutcome[] = [];
  for (const definition of services) {
    const touched = await changedEntities(publication, definition, instant);
    if (!touched.size) continue;
    await refreshStatistics(publication.client, definition, touched, instant);
    outcomes.push(...(await runRules(publication.client, definition, { touched, batch: id, city })));
  }
  return { outcomes, ...(await reconcile(publication.client, outcomes, id)) };
}

/** A publication speaks for more tables than it changes: what is as it was breaks no rule anew. */
async function changedEntities(
  { client, touched }: Publication,
  definition: ServiceDefinition,
  instant: string,
): Promise<Set<Class>> {
  const changed = new Set<Class>();
  for (const entity of touched.get(definition.name) ?? []) {
    const { table } = modelOf(entity);
    const { rows } = await client.query<{ changed: boolean }>(
      `select exists (select from "${definition.name}"."${table}" where "${SINCE}" = $1)
         or exists (select from "${definition.name}"."${historyTable(table)}" where "${UNTIL}" = $1) as changed`,
      [instant],
    );
    if (rows[0]?.changed) changed.add(entity);
  }
  return changed;
}
