import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** A million rows take half a minute each way: run by `npm run test:large`, not with every `npm test`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: { include: ['test/export/*.large.ts'], globalSetup: ['test/kit/global-setup.ts'], fileParallelism: false },
});
