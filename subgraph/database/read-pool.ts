/** The connections that answer queries: read only, with a time-out, apart from those that import. */
import pg from 'pg';

/** Below the gateway's patience of five seconds, so that the reason still reaches the client. */
const STATEMENT_TIMEOUT_MS = 4_500;

/**
 * A connection's settings. Groups by several columns are estimated far more than they are: with less memory to hash
 * them in, PostgreSQL sorts all rows instead.
 */
export const READ_SETTINGS = [
  'default_transaction_read_only=on',
  `statement_timeout=${STATEMENT_TIMEOUT_MS}`,
  'timezone=UTC',
  'jit=off',
  'work_mem=32MB',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export function createReadPool(databaseUrl: string, size = 8): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: size, options: READ_SETTINGS });
  // An idle connection that the server closes is replaced at the next query; it must not end the process.
  pool.on('error', () => undefined);
  return pool;
}
