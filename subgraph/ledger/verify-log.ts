/** `hub log verify`: recomputes every proof from what is stored, as of one moment, beside publications under way. */
import type { Client } from 'pg';
import type { ServiceDefinition } from '../define-service.js';
import { modelOf } from '../model/entity-model.js';
import { type Fault, Faults } from './fault.js';
import { PRINTED_ALIKE } from './row-hash.js';
import { verifyUnlogged } from './verify-batches.js';
import { verifyEntries } from './verify-entries.js';
import { verifyRecords } from './verify-records.js';
import { verifyRows } from './verify-rows.js';

export interface Verification {
  readonly entries: number;
  /** Versions of rows, current and past. */
  readonly versions: number;
  /** The last entry: whoever noted its hash elsewhere can tell later that nothing before it was replaced. */
  readonly head: { readonly sequence: string; readonly hash: string } | undefined;
  /** The first faults; `faultCount` counts all. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
}

export async function verifyLog(client: Client, services: readonly ServiceDefinition[]): Promise<Verification> {
  const faults = new Faults();
  await client.query('begin isolation level repeatable read read only');
  try {
    await client.query(PRINTED_ALIKE);
    const logged = await verifyEntries(client, faults);
    await verifyUnlogged(client, faults);
    await verifyRecords(client, logged, faults);
    let versions = 0;
    const known = new Set<string>();
    for (const service of services)
      for (const entity of service.entities) {
        const model = modelOf(entity);
        if (model.ledger) continue;
        known.add(`${service.name}.${model.name}`);
        versions += await verifyRows(client, service.name, entity, logged, faults);
      }
    for (const name of logged.published.keys())
      if (!known.has(name))
        faults.add({
          zh: `日志所载的 ${name} 没有数据表`,
          en: `${name}, of which the log speaks, has no table`,
          table: name,
        });
    const { entries, head } = logged;
    return { entries, versions, head, faults: faults.kept, faultCount: faults.count };
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}
