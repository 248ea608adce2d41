import type { Command } from 'commander';
import { createGateway } from '../../gateway/server.js';
import { SERVICES } from '../../gateway/services.js';
import { overHttp } from '../../gateway/transport.js';
import { startDatabase } from '../../subgraph/database/embedded.js';
import { type Config, readConfig, urlVariable } from '../config.js';
import { ensureExplorer, explorerFolder } from '../explorer-bundle.js';
import { listening } from '../listening.js';
import { closeAll, createServices, definitionOf } from '../local-services.js';
import { HubProblem } from '../problem.js';
import { readSupergraph } from '../schema-files.js';
import { listenForStop } from '../stop-signal.js';

export function register(program: Command): void {
  program
    .command('serve')
    .argument('<service>', `${SERVICES.map(({ name }) => name).join(', ')}, gateway`)
    .description('单独运行一个服务或网关 / Run one service, or the gateway, as a process of its own')
    .action((name: string) => (name === 'gateway' ? serveGateway(readConfig()) : serveService(name, readConfig())));
}

const log = (line: string): void => console.log(line);

/** A service alone; it does not migrate, and is not ready until `hub migrate` has run. */
async function serveService(name: string, config: Config): Promise<void> {
  const definition = definitionOf(name);
  using stop = listenForStop(log);
  await using database = await startDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log });
  stop.onForce(() => database.stop());
  const services = await createServices([definition], config, database.url);
  try {
    for (const service of services) {
      const { url } = await listening(config, () => service.listen(config));
      log(`${name} ${url}`);
    }
    await stop.asked;
  } finally {
    await closeAll(services);
  }
}

/** The gateway alone, over services whose addresses the environment names. */
async function serveGateway(config: Config): Promise<void> {
  const transports = SERVICES.map(({ name }) => {
    const url = config.serviceUrls[name];
    if (url !== undefined) return overHttp(name, url);
    const variable = urlVariable(name);
    throw new HubProblem(
      `缺少环境变量 ${variable}（${name} 服务的 GraphQL 地址）`,
      `the environment variable ${variable} is missing: the GraphQL address of the service ${name}`,
    );
  });
  using stop = listenForStop(log);
  const { production, introspection } = config;
  const graph = { supergraph: readSupergraph(), transports, production, introspection };
  await using gateway = await createGateway({ ...graph, explorer: explorerFolder, log });
  const { url } = await listening(config, () => gateway.listen(config));
  log(`gateway ${url}`);
  await ensureExplorer(log, stop.signal);
  await stop.asked;
}
