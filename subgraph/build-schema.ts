/** The federation schema of a service: what TypeGraphQL prints of its classes, joined with what follows from them. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  isIntrospectionType,
  isObjectType,
  parse,
  printType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, createResolversMap, Resolver } from 'type-graphql';
import { printSubgraphSchema } from '@apollo/subgraph';
import { DateTime, LocalDate } from '../schema/vocabulary/scalars.js';
import type { ServiceDefinition } from './define-service.js';
import { deriveSdl } from './model/derive-sdl.js';
import { modelOf, type EntityModel } from './model/entity-model.js';
import { referenceExecutor, textExecutor, type Executor } from './execute/execute-operation.js';
import { computedFinder } from './read/computed.js';
import { answerFields, derivedResolvers } from './read/resolvers.js';
import { rowKey } from './read/selection.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag"])`;

/** TypeGraphQL insists on at least one resolver class. */
@Resolver()
class NoResolver {}

export interface Subgraph {
  readonly schema: GraphQLSchema;
  /** As committed under `schema/subgraphs/` and composed by the gateway. */
  readonly sdl: string;
  readonly models: readonly EntityModel[];
  /** Answers operations over this schema; `reference` does the same through graphql-js. */
  readonly executors: { readonly text: Executor; readonly reference: Executor };
}

export function buildSubgraph(definition: ServiceDefinition): Subgraph {
  const classes = [...definition.entities, ...definition.stubs];
  const models = classes.map((target) => modelOf(target));
  const plain = buildSchemaSync({
    resolvers: definition.resolvers.length ? (definition.resolvers as [Function]) : [NoResolver],
    orphanedTypes: [...classes, ...definition.values],
    validate: false,
    skipCheck: true,
  });
  // Provenance has them, whether or not an entity of the service does.
  const scalars = [DateTime, LocalDate].filter(({ name }) => !plain.getType(name));
  const sdl = [LINK, printSchemaWithDirectives(plain), ...scalars.map((each) => printType(each)), deriveSdl(models)];
  const typeDefs = parse(sdl.join('\n'));
  const written = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  for (const scalar of scalars) written[scalar.name] = scalar as unknown as Record<string, unknown>;
  const derived = derivedResolvers(models);
  for (const [type, resolvers] of Object.entries(derived)) written[type] = { ...written[type], ...resolvers };
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: written as never }]);
  answerByResponseKey(schema);
  const executors = {
    text: textExecutor(schema, answerFields(models), computedFinder(models)),
    reference: referenceExecutor(schema),
  };
  return { schema, sdl: printSubgraphSchema(schema), models, executors };
}

/** The statement names its columns by response key, so that one field may be asked for twice with other arguments. */
const byResponseKey: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) =>
  source[rowKey(String(info.path.key))];

function answerByResponseKey(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type) || type.name === '_Service') continue;
    for (const field of Object.values(type.getFields()))
      field.resolve ??= byResponseKey as GraphQLFieldResolver<unknown, unknown>;
  }
}
