/** What answers the derived root fields: as JSON text for the executor, as values for graphql-js. */
import type { GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.js';
import type { AnswerField } from '../execute/execute-operation.js';
import { groupable, measures, sortable } from '../model/capabilities.js';
import { screamingCase, type EntityModel } from '../model/entity-model.js';
import { computedResolvers } from './computed.js';
import { answerEntities } from './entities.js';
import { isPublished } from '../model/derive-provenance.js';
import type { Reader } from './reader.js';
import { selectedField, type Selected } from './selection.js';
import { refuseWithdrawn } from './tombstones.js';

type Resolvers = Record<string, Record<string, unknown>>;

/** Every derived root field, and `_entities`. */
export function answerFields(models: readonly EntityModel[]): Map<string, AnswerField> {
  const fields = new Map<string, AnswerField>([['_entities', answerEntities(models)]]);
  for (const model of models.filter(({ role }) => role === 'entity')) {
    fields.set(model.plural, (item, { reader }) => reader.connection(model, item));
    fields.set(model.singular, (item, { reader }) => lookUp(reader, model, item));
  }
  fields.set('__typename', () => Promise.resolve('"Query"'));
  return fields;
}

/** One record by its key; of one that is not there any more, why. */
async function lookUp(reader: Reader, model: EntityModel, item: Selected): Promise<string> {
  const text = await reader.row(model, item.fields, item.args);
  const [key, ...others] = model.keys;
  if (text === 'null' && key !== undefined && !others.length && isPublished(model))
    await refuseWithdrawn(reader.tombstones, { entity: model.name, key: String(item.args[key]) });
  return text;
}

export function derivedResolvers(models: readonly EntityModel[]): Resolvers {
  const resolvers: Resolvers = { Query: {} };
  for (const [name, answer] of answerFields(models))
    if (name !== '__typename') Object.assign(resolvers['Query'] ?? {}, { [name]: asValue(answer) });
  for (const model of models.filter(({ role }) => role === 'entity')) {
    resolvers[`${model.name}OrderField`] = enumNames(sortable(model));
    if (!groupable(model).length) continue;
    resolvers[`${model.name}GroupField`] = enumNames(groupable(model));
    resolvers[`${model.name}Measure`] = Object.fromEntries(measures(model).map(({ value, name }) => [value, name]));
  }
  for (const model of models)
    resolvers[model.name] = {
      ...resolvers[model.name],
      ...computedResolvers(model),
      __resolveReference: (reference: unknown) => reference,
    };
  return resolvers;
}

/** Enum names are capitals; inside they are the property's name. */
const enumNames = (fields: readonly { name: string }[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [screamingCase(field.name), field.name]));

function asValue(answer: AnswerField) {
  return async (
    _: unknown,
    args: Selected['args'],
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<unknown> => {
    const value = JSON.parse(await answer(selectedField(info, args), context, info)) as unknown;
    if (info.fieldName !== '_entities') return value;
    // graphql-js has to know which member of the union each entity is.
    const representations = args['representations'] as readonly { __typename: string }[];
    return (value as (object | null)[]).map(
      (row, index) => row && { ...row, __typename: representations[index]?.__typename },
    );
  };
}
