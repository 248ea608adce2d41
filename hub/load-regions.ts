import type { Client } from 'pg';
import { publish } from '../subgraph/ledger/publication.js';
import { systemBatch } from './batch-input.js';
import { publishRegionEditions } from '../services/registry/region/publish-regions.js';
import { packageEdition } from '../services/registry/region/read-regions.js';

/** Loads today's national region codes once; a hub that has them, or newer ones beside them, keeps its own. */
export async function ensureRegions(client: Client): Promise<boolean> {
  const edition = packageEdition();
  const { rowCount } = await client.query('select 1 from registry.region_revision where edition = $1', [
    edition.edition,
  ]);
  if (rowCount) return false;
  await publish(client, systemBatch('registry.gb2260'), (publication) => publishRegionEditions(publication, [edition]));
  return true;
}
