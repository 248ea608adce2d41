import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { schemaDifference } from '../../subgraph/database/create-migration.js';
import { tryHubCommand } from '../kit/hub-command.js';
import { copyDatabase, sharedSample } from '../kit/test-database.js';

describe('with all services in one database', () => {
  it.each(SERVICES.map((service) => [service.name, service] as const))(
    'the migrated tables of %s are those of its entities',
    async (_, service) => {
      await using database = sharedSample();
      expect(await schemaDifference(service, database.url)).toBe('');
    },
  );

  it('and a table that differs is found', async () => {
    await using database = await copyDatabase('empty');
    await database.sql('alter table registry.agency drop column phone');
    const [registry] = SERVICES;
    expect(registry && (await schemaDifference(registry, database.url))).toBe(
      'alter table "registry"."agency" add "phone" text null;',
    );
  });
});

describe('the printed schema', () => {
  it('is that of the code: hub print-schema --check', async () => {
    expect(await tryHubCommand(['print-schema', '--check'])).toEqual({ status: 0, output: '' });
  });
});
