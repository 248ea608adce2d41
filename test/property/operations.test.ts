import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../../hub/city-file.js';
import { createService } from '../../subgraph/service.js';
import { CURSOR_SECRET } from '../kit/create-hub.js';
import { copyDatabase, type TestDatabase } from '../kit/test-database.js';
import { Operations } from './arbitrary-operation.js';
import { addOddRows } from './odd-rows.js';
import { bareSchema, PlainGraph } from './plain-graph.js';
import { runs } from './runs.js';
import { Tables } from './tables.js';
import { Trial } from './trial.js';

const city = readCity(inject('server').sampleFolder);
let database: TestDatabase | undefined;
let databaseUrl = runs.database ?? '';
beforeAll(async () => {
  if (databaseUrl) return;
  database = await copyDatabase('sample');
  databaseUrl = database.url;
  await addOddRows(databaseUrl, SERVICES, city?.jurisdiction ?? '');
});
afterAll(() => database?.[Symbol.asyncDispose]());

/**
 * Any operation has the answer that a plain evaluation over all rows gives, and the same through graphql-js.
 * `npm run test:property` runs many more cases from a seed of its own, which it prints.
 */
describe.each(SERVICES)('random operations on $name', (definition) => {
  it(
    `are answered as plain evaluation answers them (${runs.cases} cases, seed ${runs.seed})`,
    { timeout: 3_600_000 },
    async () => {
      const options = { databaseUrl, city, cursorSecret: CURSOR_SECRET };
      await using text = await createService(definition, options);
      await using reference = await createService(definition, { ...options, executor: 'reference' });
      const tables = await Tables.read(databaseUrl, definition);
      const plain = new PlainGraph(bareSchema(text.schema), tables, city?.jurisdiction ?? '');
      const trial = new Trial({ plain, text, reference }, new Operations(plain.schema, tables));
      const property = fc.asyncProperty(fc.gen(), (draw) => trial.run(draw));
      const found = await fc.check(property, { numRuns: runs.cases, seed: runs.seed, endOnFailure: true });
      console.info(`${definition.name}: ${trial.summary()}`);
      if (found.failed)
        throw new Error(`after ${found.numRuns} cases from seed ${found.seed}: ${String(found.errorInstance)}`);
      expect(trial.answered).toBeGreaterThan(runs.cases / 2);
    },
  );
});
