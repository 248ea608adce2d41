import pg from 'pg';

/**
 * Every process that uses the built-in server holds this advisory lock in shared mode, on a connection of its own.
 * The server frees it when the process dies, however it dies, so nothing stale is ever left to interpret:
 * whoever leaves and can take the lock alone is the last user and stops the server.
 */
const IN_USE = 0x5348_4e47;

/** One process's hold on the server. */
export interface Attachment {
  /** Gives up the hold; true when nobody else uses the server, which then stays closed to newcomers. */
  leave(): Promise<boolean>;
  /** Drops the connection; a hold that made newcomers wait ends with it. */
  close(): Promise<void>;
}

/** Takes hold of the server, waiting while another process is about to stop it; `onLost` when the server drops us. */
export async function attach(url: string, onLost: () => void): Promise<Attachment> {
  const client = new pg.Client({ connectionString: url, application_name: 'sunshine-graph hold', keepAlive: true });
  let isLeaving = false;
  client.on('error', () => undefined);
  client.on('end', () => {
    if (!isLeaving) onLost();
  });
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
  } catch (error) {
    isLeaving = true;
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    async leave() {
      isLeaving = true;
      const { rows } = await client.query<{ alone: boolean }>(
        'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as alone',
        [IN_USE],
      );
      return rows[0]?.alone === true;
    },
    async close() {
      isLeaving = true;
      await client.end().catch(() => undefined);
    },
  };
}
