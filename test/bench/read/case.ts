/** A question put to every variant, and how its answers are made comparable. */
import type { Client } from 'pg';
import type { City } from '../../../subgraph/city.js';

export type Variables = Readonly<Record<string, unknown>>;

/** Posts one request and gives `data`; an answer with errors throws. */
export type Ask = (body: object) => Promise<unknown>;

/** What a question is put together from, found in the database once. */
export interface Ground {
  readonly client: Client;
  readonly city: City;
}

export interface GraphqlForm {
  readonly query: string;
  /** The case's variables as this variant takes them; cursors are its own. */
  readonly variables?: (variables: Variables, ask: Ask) => Promise<Variables>;
  /** The answer in the shape of the hub's. */
  readonly shaped?: (data: never) => unknown;
}

export interface Case {
  readonly name: string;
  readonly title: string;
  /** Several sets, taken in turn, so that no answer is the only one asked for. */
  readonly variables: (ground: Ground) => Promise<readonly Variables[]>;
  /** By hand; one JSON text, which is the answer's `data`. */
  readonly raw: { readonly text: string; readonly values: (variables: Variables, city: City) => readonly unknown[] };
  /** What the hub and the resolvers are asked. */
  readonly graphql: GraphqlForm;
  /** Absent where it has no counterpart; `why` says so. */
  readonly postgraphile: GraphqlForm | { readonly why: string };
  /** What must be equal; leaves out what each variant makes its own way, such as cursors. */
  readonly comparable?: (data: never) => unknown;
}
