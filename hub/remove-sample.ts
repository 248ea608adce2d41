import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { Region } from '../services/registry/region/region.entity.js';
import type { ServiceDefinition } from '../subgraph/define-service.js';
import { eraseCity, rowsOfJurisdictions } from '../subgraph/ledger/erase-city.js';
import { removeNoted } from '../subgraph/ledger/redact-files.js';
import { operatingUser } from './batch-input.js';
import { readCity } from './city-file.js';

const REASON = '移除生成的示例城市 / the generated sample city is removed';

/**
 * Removes every row of the sample city, now and in the past, what was found in it, its generated files and its
 * city.yaml; real data beside it stays. Gives how many versions of rows went.
 */
export async function removeSample(
  client: Client,
  services: readonly ServiceDefinition[],
  dataDir: string,
): Promise<number> {
  const { rows } = await client.query<{ jurisdiction: string }>('select jurisdiction from registry.city where sample');
  const jurisdictions = rows.map(({ jurisdiction }) => jurisdiction);
  let removed = 0;
  if (jurisdictions.length) {
    // A sample's regions have no jurisdiction of their own: their source names it.
    const regions = jurisdictions.map((jurisdiction) => ({
      service: 'registry',
      entity: Region,
      where: 'starts_with(t.source, $1)',
      value: `${jurisdiction} `,
    }));
    const going = [...rowsOfJurisdictions(services, jurisdictions), ...regions];
    const erased = await eraseCity(client, {
      what: jurisdictions.join(', '),
      going,
      reason: REASON,
      by: operatingUser(),
    });
    removed = erased.versions;
  }
  await removeNoted(client, dataDir);
  rmSync(path.join(dataDir, 'sample'), { recursive: true, force: true });
  if (readCity(dataDir)?.sample) rmSync(path.join(dataDir, 'city.yaml'));
  return removed;
}
