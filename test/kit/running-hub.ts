import type { City } from '../../subgraph/city.js';

/** One statement that a service sent to the database. */
export interface SentStatement {
  readonly service: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a mode has to provide: a gateway's address, and how a service dies. */
export interface RunningHub {
  readonly url: string;
  /** Statements since the last call, in embedded mode; other processes keep theirs to themselves. */
  takeStatements(): SentStatement[];
  /** Ends one service for good: its process is killed, or in one process it is closed. */
  stopService(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface Setting {
  readonly databaseUrl: string;
  readonly city: City | undefined;
  readonly production: boolean;
  readonly executor: 'text' | 'reference';
}

/** Signs the cursors of every test hub, so that golden queries can hold one. */
export const CURSOR_SECRET = 'a test’s secret';
