import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { readCity } from '../../hub/city-file.js';
import { generateSample } from '../../sample/generate.js';
import { procurement } from '../../services/procurement/service.js';
import { runRules } from '../../subgraph/check/run-rules.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { runHubCommand } from '../kit/hub-command.js';
import { sampleSeeds } from '../kit/sample-seeds.js';
import { copyDatabase, sharedSample } from '../kit/test-database.js';
import { comparePlanted } from './planted.js';

async function judge(databaseUrl: string, folder: string): Promise<RuleOutcome[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const outcomes = await runRules(client, procurement, { city: readCity(folder) });
    // R06 of a party is a rule across services; what is planted for the other services' rules is theirs to find.
    return outcomes.filter(({ rule }) => /^(T|P)/.test(rule.id) || rule.id === 'R11');
  } finally {
    await client.end();
  }
}

/** Smaller than the usual city: most of what is planted finds its occasion all the same. */
const SCALE = 0.4;

const NOTHING_ELSE = { missed: [], unplanned: [] };

describe('procurement of sample cities', () => {
  it('breaks the rules where it was made to, and nowhere else', async () => {
    const { sampleFolder } = inject('server');
    await using database = sharedSample();
    const compared = comparePlanted(sampleFolder, await judge(database.url, sampleFolder));
    expect(compared).toMatchObject(NOTHING_ELSE);
    expect(compared.found).toBeGreaterThan(35);
  });

  it.each(sampleSeeds(3))(
    'so does that of seed %i',
    async (seed) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'hub-city-'));
      try {
        await generateSample({ seed, scale: SCALE, out: folder });
        await using database = await copyDatabase('empty');
        await runHubCommand(['import', 'folder', folder], { DATABASE_URL: database.url, HUB_DATA_DIR: folder });
        const compared = comparePlanted(folder, await judge(database.url, folder));
        expect(compared).toMatchObject(NOTHING_ELSE);
        expect(compared.found).toBeGreaterThan(25);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    240_000,
  );
});
