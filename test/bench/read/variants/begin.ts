/** A variant's process: it is told what to serve, listens, and tells its parent where. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { City } from '../../../../subgraph/city.js';

export interface VariantSetting {
  /** With the variant's own `application_name`, by which its connections are found. */
  readonly databaseUrl: string;
  readonly city: City;
  readonly poolSize: number;
  /** What the hub sets on its connections; everyone gets the same. */
  readonly sessionOptions: string;
}

/** Runs `open` with the setting the parent gave, and reports the address of what it returns. */
export async function begin(open: (setting: VariantSetting) => Promise<Server | string>): Promise<void> {
  const opened = await open(JSON.parse(process.argv[2] ?? '{}') as VariantSetting);
  process.on('disconnect', () => process.exit());
  process.send?.({ url: typeof opened === 'string' ? opened : await listen(opened) });
}

async function listen(server: Server): Promise<string> {
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
