import fc from 'fast-check';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../../hub/city-file.js';
import { modelOf, type EntityModel } from '../../subgraph/model/entity-model.js';
import { createService, type Service } from '../../subgraph/service.js';
import { CURSOR_SECRET } from '../kit/create-hub.js';
import { sharedSample } from '../kit/test-database.js';
import { arbitraryFilter, arbitraryOrders, orderInput } from './arbitrary-filters.js';
import { PlainRows, type Order } from './plain-rows.js';

const CASES = 60;
const COLLECTIONS = ['Agency', 'LegalEntity', 'Project', 'LandTransfer', 'Contract', 'MisconductRecord'];
const MOST_PAGES = 4;

const city = readCity(inject('server').sampleFolder);
const database = sharedSample();
const services: Service[] = [];
afterAll(async () => {
  await Promise.all(services.map((service) => service.close()));
  await database[Symbol.asyncDispose]();
});

interface Page {
  totalCount: number;
  nodes: { key: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

describe.each(SERVICES)('$name', async (definition) => {
  const options = { databaseUrl: database.url, city, cursorSecret: CURSOR_SECRET };
  const service = await createService(definition, options);
  services.push(service);
  const rows = await PlainRows.read(database, definition);
  const models = definition.entities.map(modelOf).filter(({ name }) => COLLECTIONS.includes(name));

  it.each(models.map((model) => [model.plural, model] as const))(
    '%s: any filter and order, walked forward and backward, give the rows that plain evaluation gives',
    async (_, model) => {
      const given = fc.tuple(
        arbitraryFilter(rows, model),
        arbitraryOrders(model),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
      );
      await fc.assert(
        fc.asyncProperty(given, async ([filter, orders, size, forward]) => {
          const expected = rows.select(
            model,
            city?.jurisdiction ?? '',
            filter,
            orders.length ? orders : defaultOrder(model),
          );
          const keys = expected.map((row) => row[model.keys[0] ?? '']);
          const first = Math.max(size, Math.ceil(keys.length / MOST_PAGES));
          const walk = { model, filter, orders, size: Math.min(first, 500), forward };
          const limit = walk.size * MOST_PAGES;
          const wanted = forward ? keys.slice(0, limit) : keys.slice(-limit);
          expect(await walked(service, walk, keys.length)).toEqual(wanted);
        }),
        { numRuns: CASES },
      );
    },
  );
});

const defaultOrder = (model: EntityModel): Order[] =>
  model.orderBy.map(({ field, descending }) => ({ field, direction: descending ? 'DESC' : 'ASC' }));

interface Walk {
  readonly model: EntityModel;
  readonly filter: object;
  readonly orders: readonly Order[];
  readonly size: number;
  readonly forward: boolean;
}

/** The keys that pages of this size give one after another, from the first or from the last row on. */
async function walked(
  service: Service,
  { model, filter, orders, size, forward }: Walk,
  total: number,
): Promise<string[]> {
  const { name, plural, keys } = model;
  const query = `query Walk($filter: ${name}Filter, $orderBy: [${name}Order!], $first: Int, $after: String, $last: Int, $before: String) {
    page: ${plural}(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { key: ${keys[0]} } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const found: string[] = [];
  let cursor: string | null = null;
  for (let number = 1; number <= MOST_PAGES; number++) {
    const place: object = forward ? { first: size, after: cursor } : { last: size, before: cursor };
    const answer = await service.execute({ query, variables: { filter, orderBy: orderInput(orders), ...place } });
    expect(answer.errors).toBeUndefined();
    const { totalCount, nodes, edges, pageInfo } = (answer.data as unknown as { page: Page }).page;
    const page = nodes.map(({ key }) => key);
    if (forward) found.push(...page);
    else found.unshift(...page);
    const hasMore = found.length < total;
    expect({ totalCount, ...pageInfo }).toEqual({
      totalCount: total,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: forward ? hasMore : number > 1,
      hasPreviousPage: forward ? number > 1 : hasMore,
    });
    if (!hasMore) break;
    cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
  }
  return found;
}
