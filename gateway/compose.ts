import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** A service's schema as it is printed and committed. */
export interface PrintedSubgraph {
  readonly name: string;
  readonly sdl: string;
}

export type Composition =
  | { readonly ok: true; readonly supergraph: string }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Where a service answers in the compose network; the gateway's own addresses come from its configuration. */
export const subgraphUrl = (name: string): string => `http://${name.replaceAll('_', '-')}:4000/graphql`;

/** Composes printed subgraphs into a Federation 2 supergraph, the same text whatever their order. */
export function composeSupergraph(subgraphs: readonly PrintedSubgraph[]): Composition {
  const services = subgraphs
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sdl }) => ({ name, url: subgraphUrl(name), typeDefs: parse(sdl) }));
  const composed = composeServices(services);
  if (composed.errors) return { ok: false, problems: composed.errors.map((error) => error.message) };
  return { ok: true, supergraph: `${composed.supergraphSdl.trimEnd()}\n` };
}
