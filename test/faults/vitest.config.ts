import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: kills for a quarter of an hour, so not with every `npm test`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: { include: ['test/faults/faults.run.ts'], disableConsoleIntercept: true, testTimeout: 0, hookTimeout: 0 },
});
