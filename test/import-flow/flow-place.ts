import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { Client } from 'pg';
import { inject } from 'vitest';
import { stringify as yaml } from 'yaml';
import { SERVICES } from '../../gateway/services.js';
import { readCity } from '../../hub/city-file.js';
import { readConfig } from '../../hub/config.js';
import type { ImportPlace } from '../../hub/import-place.js';
import { datasetNamed, importFiles } from '../../hub/import/dataset-files.js';
import { importOptions, type PrintedOptions } from '../../hub/import/import-options.js';
import type { ImportReport } from '../../hub/report/import-report.js';
import { verifyLog } from '../../subgraph/ledger/verify-log.js';
import { copyDatabase, type Template, type TestDatabase } from '../kit/test-database.js';

export type Cells = Readonly<Record<string, string | null>>;

/** A hub of a real city, with a data directory of its own, as `hub import` finds it. */
export interface FlowPlace extends ImportPlace, AsyncDisposable {
  readonly database: TestDatabase;
  readonly folder: string;
  /** Writes a CSV and gives its path. */
  csv(name: string, rows: readonly Cells[]): string;
  /** Imports one file as `hub import <dataset> <file>` does. */
  import(dataset: string, file: string, options?: PrintedOptions): Promise<ImportReport>;
  /** A further connection, as another process has it. */
  beside(): Promise<FlowPlace>;
  /** Throws when the log does not prove every row. */
  verify(): Promise<void>;
}

export async function flowPlace(template: Template = 'empty'): Promise<FlowPlace> {
  const database = await copyDatabase(template);
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  const city = readCity(inject('server').sampleFolder);
  writeFileSync(
    path.join(folder, 'city.yaml'),
    yaml({ ...city, sample: false }, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
  );
  return open(database, folder, async () => {
    rmSync(folder, { recursive: true });
    await database[Symbol.asyncDispose]();
  });
}

async function open(database: TestDatabase, folder: string, end: () => Promise<void>): Promise<FlowPlace> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("set timezone to 'UTC'");
  const config = readConfig({ HUB_DATA_DIR: folder, DATABASE_URL: database.url });
  const place: FlowPlace = {
    client,
    config,
    databaseUrl: database.url,
    database,
    folder,
    csv(name, rows) {
      const file = path.join(folder, name);
      writeFileSync(file, stringify([...rows], { header: true }));
      return file;
    },
    async import(dataset, file, options = {}) {
      const [report] = await importFiles(place, datasetNamed(dataset), {
        paths: [file],
        options: importOptions({ by: 'tester', ...options }),
        log: () => undefined,
      });
      if (!report) throw new Error('an import always reports');
      return report;
    },
    beside: () => open(database, folder, async () => undefined),
    async verify() {
      const { faults } = await verifyLog(client, SERVICES);
      if (faults.length) throw new Error(JSON.stringify(faults.slice(0, 3)));
    },
    async [Symbol.asyncDispose]() {
      await client.end();
      await end();
    },
  };
  return place;
}
