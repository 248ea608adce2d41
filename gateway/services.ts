import { procurement } from '../services/procurement/service.js';
import { projects } from '../services/projects/service.js';
import { registry } from '../services/registry/service.js';
import type { ServiceDefinition } from '../subgraph/define-service.js';

/** Every service of the graph, in the order in which their data refers to each other. */
export const SERVICES: readonly ServiceDefinition[] = [registry, projects, procurement];
