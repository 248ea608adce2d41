import 'reflect-metadata';
import { createGateway } from '../../gateway/server.js';
import { SERVICES } from '../../gateway/services.js';
import { inProcess } from '../../gateway/transport.js';
import { explorerFolder } from '../../hub/explorer-bundle.js';
import { composeOrExplain } from '../../hub/schema-files.js';
import { createService, type Service } from '../../subgraph/service.js';
import { CURSOR_SECRET, type RunningHub, type SentStatement, type Setting } from './running-hub.js';

/** As `runHub` does it, on a database that stands already, and listening to the statements. */
export async function startEmbedded(setting: Setting): Promise<RunningHub> {
  const { production } = setting;
  const sent: SentStatement[] = [];
  const services: Service[] = [];
  for (const definition of SERVICES) {
    const onStatement = (text: string, values: readonly unknown[]): void => {
      sent.push({ service: definition.name, text, values: [...values] });
    };
    services.push(await createService(definition, { ...setting, cursorSecret: CURSOR_SECRET, onStatement }));
  }
  const gateway = await createGateway({
    supergraph: composeOrExplain(services),
    transports: services.map((service) => inProcess(service)),
    production,
    introspection: true,
    explorer: explorerFolder,
    log: () => undefined,
  });
  const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 });
  const open = new Set(services);
  const stop = async (service: Service): Promise<void> => {
    if (open.delete(service)) await service.close();
  };
  return {
    url,
    takeStatements: () => sent.splice(0),
    async stopService(name) {
      for (const service of services) if (service.name === name) await stop(service);
    },
    async close() {
      await gateway.close();
      await Promise.all(services.map(stop));
    },
  };
}
