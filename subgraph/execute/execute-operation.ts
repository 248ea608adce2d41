/** Executes an operation whose root fields are derived: a statement each, their JSON passed on as it comes. */
import {
  execute,
  getVariableValues,
  GraphQLError,
  locatedError,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Kind } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { rowKey, selectFrom, type Selected, type SelectionSource } from '../read/selection.js';
import { AnswerText } from './answer-text.js';

/** A root field's JSON text; a field without such a function is resolved by graphql-js, and the whole operation with it. */
export type AnswerField = (item: Selected, context: SubgraphContext, source: SelectionSource) => Promise<string>;

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export type Executor = (operation: Operation, context: SubgraphContext) => Promise<ExecutionResult>;

/** graphql-js itself, over the same resolvers: what the other executor is compared with. */
export const referenceExecutor =
  (schema: GraphQLSchema): Executor =>
  async ({ document, operationName, variables }, contextValue) =>
    execute({ schema, document, operationName, variableValues: variables, contextValue });

export function textExecutor(
  schema: GraphQLSchema,
  fields: ReadonlyMap<string, AnswerField>,
  isComputed: (document: DocumentNode) => boolean,
): Executor {
  const reference = referenceExecutor(schema);
  return async (operation, context) => {
    const definition = operationOf(operation);
    const query = schema.getQueryType();
    if (!definition || !query || definition.operation !== OperationTypeNode.QUERY) return reference(operation, context);
    if (isComputed(operation.document)) return reference(operation, context);
    const coerced = getVariableValues(schema, definition.variableDefinitions ?? [], operation.variables ?? {}, {
      maxErrors: 20,
    });
    if (coerced.errors) return { errors: coerced.errors.map(asUserInput) };
    const source = { schema, fragments: fragmentsOf(operation.document), variableValues: coerced.coerced };
    const items = selectFrom(source, query, [definition.selectionSet]);
    // Of rows whose keys stand for longer ones the answer cannot be passed on as it comes.
    if (!items.every((item) => fields.has(item.name)) || hasLongKey(operation.document))
      return reference(operation, context);
    return answer(items, fields, context, source, definition);
  };
}

async function answer(
  items: readonly Selected[],
  fields: ReadonlyMap<string, AnswerField>,
  context: SubgraphContext,
  source: SelectionSource,
  definition: OperationDefinitionNode,
): Promise<ExecutionResult> {
  const errors: GraphQLError[] = [];
  let isWhole = true;
  const texts = await Promise.all(
    items.map(async (item) => {
      try {
        return { key: item.key, text: (await fields.get(item.name)?.(item, context, source)) ?? 'null' };
      } catch (error) {
        errors.push(locatedError(error, item.nodes ?? [definition], [item.key]));
        // A non-null root field takes the whole answer with it.
        if (item.name === '_entities') isWhole = false;
        return { key: item.key, text: 'null' };
      }
    }),
  );
  const data = isWhole ? (new AnswerText(texts) as unknown as ExecutionResult['data']) : null;
  return errors.length ? { errors, data } : { data };
}

const longKeys = new WeakMap<DocumentNode, boolean>();

/** Whether the document names a field by more than a statement can. */
function hasLongKey(document: DocumentNode): boolean {
  const known = longKeys.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, {
    Field({ alias }) {
      found ||= alias !== undefined && rowKey(alias.value) !== alias.value;
    },
  });
  longKeys.set(document, found);
  return found;
}

function operationOf({ document, operationName }: Operation): OperationDefinitionNode | undefined {
  const all = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operationName ? all.find((each) => each.name?.value === operationName) : all.length === 1 ? all[0] : undefined;
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  return fragments;
}

function asUserInput(error: GraphQLError): GraphQLError {
  if (error.extensions['code'] !== undefined) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    originalError: error,
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
  });
}
