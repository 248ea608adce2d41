/** Fields worked out in TypeScript: their statement reads the columns they need, graphql-js asks them for the value. */
import { Kind, visit, type DocumentNode, type GraphQLFieldResolver } from 'graphql';
import type { SubgraphContext } from '../context.js';
import type { ComputedField, EntityModel } from '../model/entity-model.js';

/** The key of a needed column in the statement's rows: no response key is like it. */
export const neededKey = (name: string): string => `~${name}`;

type Resolver = GraphQLFieldResolver<Record<string, unknown>, SubgraphContext>;

/** Resolvers of an entity's computed fields. */
export const computedResolvers = (model: EntityModel): Record<string, Resolver> =>
  Object.fromEntries([...model.computed].map(([name, field]) => [name, resolverOf(field)]));

const resolverOf =
  ({ needs, value }: ComputedField): Resolver =>
  (source, _args, context) =>
    value(Object.fromEntries(needs.map((name) => [name, source[neededKey(name)]])), context);

/** Tells whether a document asks for a computed field: then its answer cannot be passed on as PostgreSQL writes it. */
export function computedFinder(models: readonly EntityModel[]): (document: DocumentNode) => boolean {
  const names = new Set(models.flatMap(({ computed }) => [...computed.keys()]));
  const known = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    let found = false;
    if (names.size) visit(document, { [Kind.FIELD]: ({ name }) => void (found ||= names.has(name.value)) });
    known.set(document, found);
    return found;
  };
}
