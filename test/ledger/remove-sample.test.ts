import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { removeSample } from '../../hub/remove-sample.js';
import { ContractingProcess } from '../../services/procurement/contracting-process/contracting-process.entity.js';
import { modelOf } from '../../subgraph/model/entity-model.js';
import { copyDatabase, inDatabase } from '../kit/test-database.js';
import { revise, verified } from './ledger-client.js';

test('the removed sample leaves hashes only, and the log verifies', async () => {
  await using database = await copyDatabase('sample');
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-remove-'));
  await inDatabase(database.url, (client) =>
    revise(client, ['procurement', 'contracting_process', ContractingProcess], `title = title || '。'`, 'true'),
  );
  const [national] = await database.sql<{ n: string }>(
    `select count(*) as n from registry.region where not starts_with(source, 'CN-349900 ')`,
  );
  const removed = await inDatabase(database.url, (client) => removeSample(client, SERVICES, folder));
  expect(removed).toBeGreaterThan(20_000);
  for (const { name, entities } of SERVICES)
    for (const model of entities.map(modelOf)) {
      if (model.ledger || !model.fields.has('jurisdiction')) continue;
      for (const table of [model.table, `${model.table}_history`])
        expect(await database.sql(`select 1 from ${name}.${table} limit 1`), table).toEqual([]);
    }
  expect(await database.sql('select 1 from hub.finding where entity <> $1 limit 1', ['Region'])).toEqual([]);
  expect(await database.sql('select 1 from hub.acceptance limit 1')).toEqual([]);
  expect(await database.sql('select count(*) as n from registry.region')).toEqual([national]);
  expect(await verified(database)).toMatchObject({ faults: [] });
  rmSync(folder, { recursive: true, force: true });
}, 300_000);
