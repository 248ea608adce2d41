import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type PrintedSubgraph, composeSupergraph } from '../gateway/compose.js';
import { SERVICES } from '../gateway/services.js';
import { buildSubgraph } from '../subgraph/build-schema.js';
import { packageRoot } from './package-root.js';
import { HubProblem } from './problem.js';

/** The folder of the printed contract. */
export const schemaFolder = path.join(packageRoot, 'schema');

/** The printed contract by file name, relative to `schema/`. */
export function printContract(): Map<string, string> {
  const subgraphs = SERVICES.map((definition) => ({ name: definition.name, sdl: buildSubgraph(definition).sdl }));
  const files = subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, printed(sdl)] as const);
  return new Map([...files, ['supergraph.graphql', composeOrExplain(subgraphs)]]);
}

/** Composes, or says why the services do not fit together. */
export function composeOrExplain(subgraphs: readonly PrintedSubgraph[]): string {
  const composed = composeSupergraph(subgraphs);
  if (composed.ok) return composed.supergraph;
  const problems = composed.problems.join('\n');
  throw new HubProblem(`各服务的模式无法合成一张图：\n${problems}`, 'the services do not compose into one graph');
}

/** The committed supergraph where the services print what is committed (composing takes most of a second), else a new one. */
export function supergraphOf(subgraphs: readonly PrintedSubgraph[]): string {
  const files = new Map(subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, printed(sdl)]));
  const isCommitted = differences(files).length === 0;
  return (isCommitted ? readOrUndefined('supergraph.graphql') : undefined) ?? composeOrExplain(subgraphs);
}

const printed = (sdl: string): string => `${sdl.trimEnd()}\n`;

/** Names of the files under `schema/` that differ from the printed contract. */
export function differences(contract: ReadonlyMap<string, string>): string[] {
  const differing = [...contract].filter(([name, text]) => readOrUndefined(name) !== text).map(([name]) => name);
  return [...differing, ...printedOnce(contract)];
}

/** Writes the contract and removes what services that are no more have printed. */
export function writeContract(contract: ReadonlyMap<string, string>): void {
  mkdirSync(path.join(schemaFolder, 'subgraphs'), { recursive: true });
  for (const [name, text] of contract) writeFileSync(path.join(schemaFolder, name), text);
  for (const name of printedOnce(contract)) rmSync(path.join(schemaFolder, name));
}

/** The committed supergraph, for a gateway that runs apart from the services. */
export function readSupergraph(): string {
  const text = readOrUndefined('supergraph.graphql');
  if (text !== undefined) return text;
  throw new HubProblem(
    '缺少 schema/supergraph.graphql，请先运行 hub print-schema',
    'schema/supergraph.graphql is missing; run hub print-schema first',
  );
}

function printedOnce(contract: ReadonlyMap<string, string>): string[] {
  const folder = path.join(schemaFolder, 'subgraphs');
  let names: string[] = [];
  try {
    names = readdirSync(folder).map((name) => `subgraphs/${name}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return names.filter((name) => !contract.has(name));
}

function readOrUndefined(name: string): string | undefined {
  try {
    return readFileSync(path.join(schemaFolder, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
