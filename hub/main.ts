import 'reflect-metadata';
import { Command } from 'commander';
import { DatabaseProblem } from '../subgraph/database/embedded.js';
import * as check from './commands/check.js';
import * as edition from './commands/edition.js';
import * as exportRows from './commands/export.js';
import * as findings from './commands/findings.js';
import * as importData from './commands/import.js';
import * as log from './commands/log.js';
import * as migrate from './commands/migrate.js';
import * as migration from './commands/migration.js';
import * as printDatasets from './commands/print-datasets.js';
import * as printSchema from './commands/print-schema.js';
import * as quarantine from './commands/quarantine.js';
import * as redact from './commands/redact.js';
import * as sample from './commands/sample.js';
import * as serve from './commands/serve.js';
import * as start from './commands/start.js';
import * as template from './commands/template.js';
import * as withdraw from './commands/withdraw.js';
import { HubProblem } from './problem.js';

const program = new Command('hub').description('阳光图谱 / Sunshine Graph');
for (const command of [
  start,
  serve,
  importData,
  findings,
  quarantine,
  check,
  template,
  exportRows,
  edition,
  log,
  withdraw,
  redact,
  sample,
  migrate,
  migration,
  printSchema,
  printDatasets,
])
  command.register(program);

try {
  await program.parseAsync();
  process.exitCode ??= 0;
} catch (error) {
  const isPlain = error instanceof HubProblem || error instanceof DatabaseProblem;
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
}
