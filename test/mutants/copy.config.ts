import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { readSetting } from './copy-setting.js';

const require = createRequire(import.meta.url);

/** How `mutants.run.ts` runs tests in a copy of the sources: on its own server and database, nothing built or loaded. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['test/{property,graph}/**/*.test.ts'],
    globalSetup: ['test/mutants/given-server.ts'],
    env: readSetting().env,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    isolate: false,
  },
});
