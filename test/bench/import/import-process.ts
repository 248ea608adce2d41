/** One import in a process of its own, so that its memory is its own: arguments are the database, the file, the data folder. */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { ownCity, importSetting } from '../../../hub/import/dataset-files.js';
import { withClient } from '../../../hub/import-place.js';
import { legalPersons } from '../../../services/registry/legal-entity/legal-entity.dataset.js';
import { importDataset } from '../../../subgraph/import/import-dataset.js';
import { timeStatements } from './statement-times.js';

export interface Imported {
  readonly milliseconds: number;
  /** Largest resident set of Node, in bytes. */
  readonly nodeMemory: number;
  /** The same of the PostgreSQL process that served it, with the shared buffers that it touched. */
  readonly backendMemory: number;
  readonly rows: number;
  readonly changed: number;
  readonly batch: string | undefined;
  /** Milliseconds of the client's waiting by kind of statement; what is read and mapped meanwhile overlaps COPY. */
  readonly statements: Readonly<Record<string, number>>;
}

const [databaseUrl = '', file = '', dataDir = ''] = process.argv.slice(2);

const imported = await withClient(databaseUrl, async (client): Promise<Imported> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const statements = timeStatements(client);
  const city = ownCity(dataDir);
  const setting = importSetting(city, { by: 'bench', mode: 'MERGE' }, () => undefined);
  const began = performance.now();
  const report = await importDataset(client, 'registry', legalPersons, file, { ...setting, keepIn: dataDir });
  const milliseconds = performance.now() - began;
  if (report.outcome !== 'PUBLISHED') throw new Error(`${report.outcome}: ${JSON.stringify(report.findings[0])}`);
  const [table] = report.tables;
  return {
    milliseconds,
    nodeMemory: process.resourceUsage().maxRSS * 1024,
    backendMemory: peakOf(rows[0]?.pid ?? 0),
    rows: report.rows,
    changed: (table?.inserted ?? 0) + (table?.changed ?? 0),
    batch: report.batch,
    statements: statements(),
  };
});
process.stdout.write(JSON.stringify(imported));

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
