import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { crossSetting, runCrossRule } from '../../hub/check/run-cross-rules.js';
import { readCity } from '../../hub/city-file.js';
import { CROSS_RULES } from '../../hub/cross-rules/index.js';
import { generateSample } from '../../sample/generate.js';
import { projects } from '../../services/projects/service.js';
import { registry } from '../../services/registry/service.js';
import { runRules } from '../../subgraph/check/run-rules.js';
import type { RuleOutcome } from '../../subgraph/check/rule-finding.js';
import { createHub } from '../kit/create-hub.js';
import { runHubCommand } from '../kit/hub-command.js';
import { sampleSeeds } from '../kit/sample-seeds.js';
import { copyDatabase, sharedSample } from '../kit/test-database.js';
import { plantedIn } from './planted.js';
import { failed } from './standing.js';

const OWN = [registry, projects];

async function judge(databaseUrl: string, folder: string): Promise<RuleOutcome[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const city = readCity(folder);
    const outcomes: RuleOutcome[] = [];
    for (const definition of OWN) outcomes.push(...(await runRules(client, definition, { city })));
    return outcomes;
  } finally {
    await client.end();
  }
}

/** Of what is planted, that which these rules are meant to find. */
const meantFor = (outcomes: readonly RuleOutcome[], folder: string): string[] => {
  const rules = new Set(outcomes.map(({ rule, entity }) => `${rule.id} ${entity}`));
  return plantedIn(folder).filter((name) => rules.has(name.split(' ').slice(0, 2).join(' ')));
};

describe('registry and projects of sample cities', () => {
  it('break the rules where they were made to, and nowhere else', async () => {
    const { sampleFolder } = inject('server');
    await using database = sharedSample();
    const outcomes = await judge(database.url, sampleFolder);
    expect([...failed(outcomes)].toSorted()).toEqual(meantFor(outcomes, sampleFolder).toSorted());
    expect(failed(outcomes).size).toBeGreaterThan(30);
  });

  it('so do they across services', async () => {
    const { sampleFolder } = inject('server');
    await using hub = await createHub('embedded');
    const setting = crossSetting(readCity(sampleFolder), '2025-01-20');
    const graph = {
      async ask(query: string, variables: Record<string, unknown>) {
        const { body } = await hub.query(query, variables);
        if (body.errors?.[0]) throw new Error(body.errors[0].message);
        return body.data ?? {};
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    const outcomes: RuleOutcome[] = [];
    for (const rule of CROSS_RULES.filter(({ service }) => service === 'projects'))
      outcomes.push(await runCrossRule(graph, rule, setting));
    expect([...failed(outcomes)].toSorted()).toEqual(meantFor(outcomes, sampleFolder).toSorted());
    expect(failed(outcomes).size).toBeGreaterThan(8);
  }, 240_000);

  it.each(sampleSeeds(2))(
    'so do those of seed %i',
    async (seed) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'hub-city-'));
      try {
        const { unplanted } = await generateSample({ seed, scale: 1, out: folder });
        expect(unplanted).toEqual([]);
        await using database = await copyDatabase('empty');
        await runHubCommand(['import', 'folder', folder], { DATABASE_URL: database.url, HUB_DATA_DIR: folder });
        const outcomes = await judge(database.url, folder);
        expect([...failed(outcomes)].toSorted()).toEqual(meantFor(outcomes, folder).toSorted());
        expect(failed(outcomes).size).toBeGreaterThan(30);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    300_000,
  );
});
