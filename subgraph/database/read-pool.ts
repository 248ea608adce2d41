/** The connections that answer queries: read only, with a time-out, apart from those that import. */
import pg from 'pg';

/** Below the gateway's patience of five seconds, so that the reason still reaches the client. */
const STATEMENT_TIMEOUT_MS = 4_500;

export function createReadPool(databaseUrl: string, size = 8): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: size,
    options: `-c default_transaction_read_only=on -c statement_timeout=${STATEMENT_TIMEOUT_MS} -c timezone=UTC -c jit=off`,
  });
  // An idle connection that the server closes is replaced at the next query; it must not end the process.
  pool.on('error', () => undefined);
  return pool;
}
