import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

/** `npm run test:mutants`: minutes, so not with every `npm test`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['test/mutants/mutants.run.ts'],
    globalSetup: ['test/kit/global-setup.ts'],
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
