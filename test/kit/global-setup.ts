import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../subgraph/database/embedded.js';
import { build, runHubCommand } from './hub-command.js';
import { createDatabase, inDatabase, SHARED_SAMPLE } from './test-database.js';

/** What every test file is told of the run's one PostgreSQL server. */
export interface TestServer {
  /** Address of its maintenance database. */
  readonly url: string;
  /** The generated files of the sample city, `city.yaml` among them. */
  readonly sampleFolder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer;
  }
}

/** Nothing of a test run has to survive a crash of the machine. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/**
 * One PostgreSQL server for the whole run, and in it two databases to copy: `empty` (migrated) and `sample`
 * (with the sample city, through the same commands as anyone's). A test file copies one in a fraction of a second.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  // PostgreSQL steps down from root to a user who has to pass through.
  chmodSync(folder, 0o711);
  const sampleFolder = path.join(folder, 'sample');
  const [database] = await Promise.all([
    startDatabase({ dataDir: folder, log: () => undefined, settings: SETTINGS }),
    build(),
  ]);
  const teardown = async (): Promise<void> => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([
      runHubCommand(['sample', '--out', sampleFolder]),
      createDatabase(database.url, 'empty').then((url) => runHubCommand(['migrate'], { DATABASE_URL: url })),
    ]);
    const url = await createDatabase(database.url, 'sample', 'empty');
    await runHubCommand(['import', 'folder', sampleFolder], { DATABASE_URL: url, HUB_DATA_DIR: folder });
    // Copies inherit the statistics, and no later copy has to write the hint bits anew.
    await inDatabase(url, (client) => client.query('vacuum (analyze)'));
    await createDatabase(database.url, SHARED_SAMPLE, 'sample');
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('server', { url: database.url, sampleFolder });
  return teardown;
}
