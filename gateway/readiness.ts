import type { Readiness, Transport } from './transport.js';

export interface GraphReadiness {
  readonly ready: boolean;
  readonly services: Readonly<Record<string, Readiness & { readonly reachable: boolean }>>;
}

/** Asks every service for its database and its migrations; the graph is ready when all are. */
export async function askReadiness(transports: readonly Transport[]): Promise<GraphReadiness> {
  const states = await Promise.all(
    transports.map(async (transport) => {
      const state = await transport.ready().then(
        (found) => ({ reachable: true, ...found }),
        () => ({ reachable: false, database: false, migrations: false }),
      );
      return [transport.name, state] as const;
    }),
  );
  const ready = states.every(([, state]) => state.reachable && state.database && state.migrations);
  return { ready, services: Object.fromEntries(states) };
}
