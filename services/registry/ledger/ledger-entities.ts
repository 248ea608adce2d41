/** The hub's own records, which this service alone shows: of several services each would show but its own. */
import { Batch } from './batch.entity.js';
import { BatchFile } from './batch-file.entity.js';
import { Dataset, DatasetColumn } from './dataset.entity.js';
import { Edition } from './edition.entity.js';
import { Finding, FindingOperand } from './finding.entity.js';
import { LogEntry } from './log-entry.entity.js';
import { RuleRun } from './rule-run.entity.js';
import { Withdrawal } from './withdrawal.entity.js';

export const ledgerEntities = [
  Dataset,
  DatasetColumn,
  Batch,
  BatchFile,
  Finding,
  FindingOperand,
  RuleRun,
  Edition,
  Withdrawal,
  LogEntry,
];
