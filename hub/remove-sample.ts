import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import type { ServiceDefinition } from '../subgraph/define-service.js';
import { modelOf } from '../subgraph/model/entity-model.js';
import { readCity } from './city-file.js';

/** Removes every row of the sample city, its generated files and its city.yaml; real data beside it stays. */
export async function removeSample(
  client: Client,
  services: readonly ServiceDefinition[],
  dataDir: string,
): Promise<number> {
  const { rows } = await client.query<{ jurisdiction: string }>('select jurisdiction from registry.city where sample');
  const jurisdictions = rows.map(({ jurisdiction }) => jurisdiction);
  let removed = 0;
  await client.query('begin');
  try {
    for (const service of services) removed += await removeRows(client, service, jurisdictions);
    for (const jurisdiction of jurisdictions) {
      const { rowCount } = await client.query('delete from registry.region where starts_with(source, $1)', [
        `${jurisdiction} `,
      ]);
      removed += rowCount ?? 0;
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  rmSync(path.join(dataDir, 'sample'), { recursive: true, force: true });
  if (readCity(dataDir)?.sample) rmSync(path.join(dataDir, 'city.yaml'));
  return removed;
}

/** A manifest lists a row's entity after those it refers to, so the last goes first. */
async function removeRows(
  client: Client,
  service: ServiceDefinition,
  jurisdictions: readonly string[],
): Promise<number> {
  let removed = 0;
  for (const { table, fields } of service.entities.map(modelOf).toReversed()) {
    if (!fields.has('jurisdiction')) continue;
    const { rowCount } = await client.query(
      `delete from "${service.name}"."${table}" where jurisdiction = any($1::text[])`,
      [jurisdictions],
    );
    removed += rowCount ?? 0;
  }
  return removed;
}
