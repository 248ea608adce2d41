import { describe, expect, test } from 'vitest';
import { readConfig, urlVariable } from './config.js';
import { VARIABLES } from './variables.js';

test('an empty environment gives a hub on this machine alone, with its own database and the sample city', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: undefined,
    sample: true,
    production: false,
    introspection: true,
    serviceUrls: {},
  });
  expect(config.dataDir).toMatch(/^\/.*\/\.data$/);
});

test('every variable has its effect', () => {
  const config = readConfig({
    PORT: '0',
    HUB_HOST: '0.0.0.0',
    HUB_DATA_DIR: '/srv/hub',
    DATABASE_URL: ' postgresql://hub@db/city ',
    HUB_SAMPLE: 'off',
    NODE_ENV: 'production',
    HUB_INTROSPECTION: 'off',
    HUB_CURSOR_SECRET: 'key',
    [urlVariable('social_security')]: 'http://social-security:4000/graphql',
  });
  expect(config).toEqual({
    host: '0.0.0.0',
    port: 0,
    dataDir: '/srv/hub',
    databaseUrl: 'postgresql://hub@db/city',
    sample: false,
    production: true,
    introspection: false,
    cursorSecret: 'key',
    serviceUrls: { social_security: 'http://social-security:4000/graphql' },
  });
});

describe('a value that breaks its rule is refused with the variable’s name in both languages', () => {
  test.each([
    ['PORT', '70000'],
    ['PORT', '4000x'],
    ['PORT', '-1'],
    ['HUB_SAMPLE', 'no'],
    ['HUB_INTROSPECTION', 'true'],
    ['DATABASE_URL', 'mysql://hub:geheim@db/city'],
    ['HUB_URL_REGISTRY', 'registry:4000'],
  ])('%s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`环境变量 ${name}=[^]*variable ${name}=`));
    expect(() => readConfig({ [name]: value })).not.toThrow(/geheim/);
  });
});

test('every variable is described in both languages', () => {
  for (const { name, doc } of VARIABLES) expect(doc, name).toMatch(/[\u4e00-\u9fff].* \/ [A-Z]/);
});
