import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

/** Tests that ask a hub: they share one PostgreSQL server and the sample city loaded once. */
const WITH_HUB = [
  'test/{suite,graph,services,issues,export,property,time,check,check-procurement,ledger,import-flow}/**/*.test.ts',
];

export default defineConfig({
  // graphql ships twice, as CommonJS and as ES modules; every library must see the same one.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts', '{schema,subgraph,services,gateway,sample,hub}/**/*.test.ts'],
          exclude: [...WITH_HUB, 'test/bench/**', '**/node_modules/**'],
        },
      },
      // Loading everything anew for each file would cost more than the tests themselves.
      {
        extends: true,
        test: { name: 'hub', include: WITH_HUB, globalSetup: ['test/kit/global-setup.ts'], isolate: false },
      },
    ],
  },
});
