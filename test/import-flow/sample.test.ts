import { Client } from 'pg';
import { expect, inject, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { checkHub } from '../../hub/check/check-hub.js';
import { readCity } from '../../hub/city-file.js';
import { readConfig } from '../../hub/config.js';
import { closeAll, createServices } from '../../hub/local-services.js';
import { sharedSample } from '../kit/test-database.js';

it('the sample city stands with the findings that hub check has, those of severity E accepted as planted', async () => {
  await using database = sharedSample();
  const { sampleFolder } = inject('server');
  const city = readCity(sampleFolder);
  const config = readConfig({ HUB_DATA_DIR: sampleFolder, HUB_CURSOR_SECRET: 'x'.repeat(32) });
  const services = await createServices(SERVICES, config, database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const place = { client, databaseUrl: database.url, definitions: SERVICES, services, city };
    const outcomes = await checkHub(place, { log: () => undefined });
    const found = outcomes.flatMap(({ failures }) =>
      failures.map(({ rule, entity, key, severity }) => `${severity} ${rule} ${entity} ${key}`),
    );
    const stored = await database.sql<{ text: string }>(
      "select concat_ws(' ', severity, rule, entity, record_key) as text from hub.finding where state <> 'CLOSED'",
    );
    expect(stored.map(({ text }) => text).toSorted()).toEqual(found.toSorted());
    expect(found.length).toBeGreaterThan(30);
    expect(await database.sql("select distinct state, accepted_reason from hub.finding where severity = 'E'")).toEqual([
      { state: 'ACCEPTED', accepted_reason: '示例城市有意植入 / planted in the sample' },
    ]);
    expect(await database.sql("select distinct state from hub.finding where severity <> 'E'")).toEqual([
      { state: 'OPEN' },
    ]);
  } finally {
    await client.end();
    await closeAll(services);
  }
});
