import { SERVICES } from '../gateway/services.js';
import { type Service, createService } from '../subgraph/service.js';
import type { ServiceDefinition } from '../subgraph/define-service.js';
import { readCity } from './city-file.js';
import type { Config } from './config.js';
import { cursorSecret } from './cursor-secret.js';
import { HubProblem } from './problem.js';

/** The manifest of that name. */
export function definitionOf(name: string): ServiceDefinition {
  const definition = SERVICES.find((each) => each.name === name);
  if (definition) return definition;
  const names = SERVICES.map((each) => each.name).join(', ');
  throw new HubProblem(`没有名为 ${name} 的服务，可选：${names}`, `there is no service ${name}; there are ${names}`);
}

/** Connects the services to the database; what one of them opened is closed again when another fails. */
export async function createServices(
  definitions: readonly ServiceDefinition[],
  config: Config,
  databaseUrl: string,
): Promise<Service[]> {
  const city = readCity(config.dataDir);
  const options = { databaseUrl, city, cursorSecret: cursorSecret(config), production: config.production };
  const services: Service[] = [];
  try {
    // One after the other: the decorators' metadata is global, and the schemas are built from it.
    for (const definition of definitions) services.push(await createService(definition, options));
    return services;
  } catch (error) {
    await closeAll(services);
    throw error;
  }
}

export async function closeAll(services: readonly Service[]): Promise<void> {
  await Promise.all(services.map((service) => service.close()));
}

/** Brings every service's PostgreSQL schema up to date, in order: none waits for another's lock. */
export async function migrateAll(services: readonly Service[]): Promise<void> {
  for (const service of services) await service.migrate();
}
