import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { modelOf, type EntityModel } from '../../subgraph/model/entity-model.js';
import { copyDatabase } from '../kit/test-database.js';

/** Columns of the entity that a client can filter or order by, embedded ones with their prefix. */
function addressable(model: EntityModel, prefix = ''): string[] {
  return [...model.fields.values()].flatMap((field) => {
    if (field.kind === 'embed' && field.options.filter)
      return addressable(modelOf(field.target()), prefix + field.prefix);
    if (field.kind !== 'column' || field.options.sql || field.options.hidden) return [];
    return field.options.filter || field.options.order ? [prefix + field.column] : [];
  });
}

/** What an index is led by: `"column"`, `left(column, 100)` or a list column under GIN. */
const leading = (definition: string): string | undefined =>
  /using \w+ \((?:"?left"?\()?\(?"?(\w+)/i.exec(definition)?.[1];

describe.each(SERVICES.map((service) => [service.name, service] as const))('%s', (name, service) => {
  it('has an index for every field a client can filter or order by, and for every search', async () => {
    await using database = await copyDatabase('empty');
    const rows = await database.sql<{ tablename: string; indexdef: string }>(
      'select tablename, indexdef from pg_indexes where schemaname = any($1::text[])',
      [[name, 'hub']],
    );
    const missing = service.entities.map(modelOf).flatMap((model) => {
      const led = new Set(
        rows.filter(({ tablename }) => tablename === model.table).map(({ indexdef }) => leading(indexdef)),
      );
      return addressable(model)
        .filter((column) => !led.has(column))
        .map((column) => `${model.table}.${column}`);
    });
    expect(missing).toEqual([]);
    const searched = service.entities
      .map(modelOf)
      .filter((model) => [...model.fields.values()].some((field) => field.options.search));
    for (const { table } of searched)
      expect(
        rows.some(({ tablename, indexdef }) => tablename === table && indexdef.includes('bigrams(search_text)')),
        table,
      ).toBe(true);
  });
});
