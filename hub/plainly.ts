import { LedgerProblem } from '../subgraph/ledger/ledger-problem.js';
import { HubProblem } from './problem.js';

/** What the ledger refuses is the operator's to act on. */
export const plainly = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof LedgerProblem ? new HubProblem(error.zh, error.en, { cause: error }) : error;
  });
