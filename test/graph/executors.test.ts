import fc from 'fast-check';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../../hub/city-file.js';
import { fieldOf, modelOf } from '../../subgraph/model/entity-model.js';
import { currentTable } from '../../subgraph/read/as-of-table.js';
import { createService, type Service } from '../../subgraph/service.js';
import { CURSOR_SECRET } from '../kit/create-hub.js';
import { sharedSample } from '../kit/test-database.js';
import { arbitraryQuery, type KnownKeys } from './arbitrary-queries.js';

const CASES = 60;

const database = sharedSample();
const services: Service[] = [];
afterAll(async () => {
  await Promise.all(services.map((service) => service.close()));
  await database[Symbol.asyncDispose]();
});

// The text of an answer comes from PostgreSQL as it is; graphql-js would complete and check every value of it.
describe.each(SERVICES)('$name', async (definition) => {
  const city = readCity(inject('server').sampleFolder);
  const options = { databaseUrl: database.url, city, cursorSecret: CURSOR_SECRET };
  const text = await createService(definition, options);
  const reference = await createService(definition, { ...options, executor: 'reference' });
  services.push(text, reference);
  const keys: KnownKeys = new Map(
    await Promise.all(
      definition.entities.map(async (entity) => {
        const { keys: names, singular } = modelOf(entity);
        const columns = names.map((name) => {
          const field = fieldOf(modelOf(entity), name);
          return `${field.kind === 'column' ? field.column : ''}::text "${name}"`;
        });
        const [row] = await database.sql<Record<string, string>>(
          `select ${columns.join(', ')} from ${currentTable(definition.name, modelOf(entity))} order by 1 limit 1`,
        );
        return [singular, row ?? Object.fromEntries(names.map((name) => [name, 'none']))] as const;
      }),
    ),
  );

  it('answers any query as graphql-js does', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryQuery(text.schema, keys), async (query) => {
        const answer = await text.execute({ query });
        expect(answer.errors?.filter(isInternal) ?? []).toEqual([]);
        expect(plain(answer)).toEqual(plain(await reference.execute({ query })));
        if (!answer.errors) answered += 1;
      }),
      { numRuns: CASES },
    );
    expect(answered).toBeGreaterThan(CASES / 2);
  });
});

/** Both executors run the same statements: one that PostgreSQL refuses fails in both alike. */
const isInternal = ({ extensions }: { extensions?: Readonly<Record<string, unknown>> }): boolean =>
  extensions?.['code'] === 'INTERNAL_SERVER_ERROR';

/** Errors in no particular order: two root fields fail in the order in which their statements end. */
const plain = ({ data, errors = [] }: { data?: unknown; errors?: readonly { message: string; path?: unknown }[] }) => ({
  data: data && (JSON.parse(JSON.stringify(data)) as unknown),
  errors: errors.map(({ message, path }) => `${JSON.stringify(path)} ${message}`).sort(),
});
