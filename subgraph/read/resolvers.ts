/** The resolvers that follow from the models: collections, look-ups, references and cursors. */
import { GraphQLError, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { groupable, measures, sortable } from '../model/capabilities.js';
import { screamingCase, type EntityModel } from '../model/entity-model.js';
import { sealCursor } from './cursor.js';
import type { Representation } from './reference.js';
import { selectedFields } from './selection.js';

type Resolvers = Record<string, Record<string, unknown>>;
type Args = Readonly<Record<string, unknown>>;

export function derivedResolvers(models: readonly EntityModel[]): Resolvers {
  const entities = models.filter((model) => model.role === 'entity');
  const resolvers: Resolvers = { Query: { _entities: entitiesResolver(models) }, PageInfo: pageInfoResolvers() };
  for (const model of entities) {
    Object.assign(resolvers['Query'] ?? {}, {
      [model.plural]: (_: unknown, args: Args, context: SubgraphContext, info: GraphQLResolveInfo) =>
        context.reader.connection(model, { key: '', name: model.plural, args, fields: selectedFields(info) }),
      [model.singular]: async (_: unknown, args: Args, context: SubgraphContext, info: GraphQLResolveInfo) =>
        (await context.reader.references(model, selectedFields(info), [args]))[0] ?? null,
    });
    resolvers[`${model.name}Edge`] = { cursor: sealed };
    resolvers[`${model.name}OrderField`] = enumNames(sortable(model));
    if (!groupable(model).length) continue;
    resolvers[`${model.name}GroupField`] = enumNames(groupable(model));
    resolvers[`${model.name}Measure`] = Object.fromEntries(measures(model).map(({ value, name }) => [value, name]));
  }
  for (const model of models)
    resolvers[model.name] = { ...resolvers[model.name], __resolveReference: (reference: unknown) => reference };
  return resolvers;
}

/** Enum names are capitals; inside they are the property's name. */
const enumNames = (fields: readonly { name: string }[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [screamingCase(field.name), field.name]));

const sealed = (
  source: Record<string, unknown>,
  _: Args,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): string | null => {
  const raw = source[info.path.key];
  return typeof raw === 'string' ? sealCursor(context.cursorSecret, raw) : null;
};

const pageInfoResolvers = (): Record<string, unknown> => ({ startCursor: sealed, endCursor: sealed });

/**
 * Representations are answered by type, each type in one statement, instead of one reference at a time.
 * The order of the answer is the order of the question.
 */
function entitiesResolver(models: readonly EntityModel[]) {
  const byName = new Map(models.map((model) => [model.name, model]));
  return async (_: unknown, args: Args, context: SubgraphContext, info: GraphQLResolveInfo): Promise<unknown[]> => {
    const representations = args['representations'] as readonly (Representation & { __typename: string })[];
    const positions = new Map<string, number[]>();
    representations.forEach((each, index) => {
      const same = positions.get(each.__typename);
      if (same) same.push(index);
      else positions.set(each.__typename, [index]);
    });
    const answer: unknown[] = representations.map(() => null);
    await Promise.all(
      [...positions].map(async ([name, indexes]) => {
        const model = byName.get(name);
        if (!model)
          throw new GraphQLError(`${name} is not an entity of this service`, {
            extensions: { code: 'BAD_USER_INPUT' },
          });
        const type = info.schema.getType(name) as GraphQLObjectType;
        const keys = indexes.map((index) => representations[index] ?? {});
        const rows = await context.reader.references(model, selectedFields(info, type), keys);
        rows.forEach((row, at) => {
          const index = indexes[at];
          if (index !== undefined && row) answer[index] = Object.assign(row, { __typename: name });
        });
      }),
    );
    return answer;
  };
}
