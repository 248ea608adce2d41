/** The filter of an export, checked by graphql-js against the argument's own type: the same refusals as in a query. */
import {
  coerceInputValue,
  GraphQLError,
  Kind,
  parse,
  parseConstValue,
  print,
  validate,
  ValuesOfCorrectTypeRule,
  UniqueInputFieldNamesRule,
  valueFromAST,
  type ConstValueNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { hubError } from '../errors.js';
import type { FilterInput } from '../read/filter.js';

/** The type of an argument that the collection takes. */
export function argumentType(schema: GraphQLSchema, collection: string, name: string): GraphQLInputType | undefined {
  const field = schema.getQueryType()?.getFields()[collection];
  return field?.args.find((each) => each.name === name)?.type;
}

/** Reads a JSON object as a variable would be read, anything else as a literal in a query. */
export function readFilter(schema: GraphQLSchema, collection: string, text: string): FilterInput | undefined {
  const type = argumentType(schema, collection, 'filter');
  if (!type) throw new Error(`${collection} has no filter`);
  const json = parseJson(text);
  const value = json.ok ? coerced(json.value, type) : literal(schema, collection, type, text);
  return (value as FilterInput | null) ?? undefined;
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function coerced(value: unknown, type: GraphQLInputType): unknown {
  return coerceInputValue(value, type, (path, _, error) => {
    throw refused(error, path.length ? `filter.${path.join('.')}: ` : '');
  });
}

function literal(schema: GraphQLSchema, collection: string, type: GraphQLInputType, text: string): unknown {
  const node = parsed(text);
  // Printed from the syntax tree: whatever the text held, here it is one value and nothing more.
  const document = parse(`{ ${collection}(filter: ${print(node)}) { __typename } }`);
  const [error] = validate(schema, document, [ValuesOfCorrectTypeRule, UniqueInputFieldNamesRule]);
  if (error) throw refused(error, '');
  return node.kind === Kind.NULL ? undefined : valueFromAST(node, type);
}

function parsed(text: string): ConstValueNode {
  try {
    return parseConstValue(text, { noLocation: true });
  } catch (error) {
    throw refused(error, 'filter: ');
  }
}

/** A vocabulary's refusal keeps its code and its sentence; what graphql-js says itself is a filter that is not valid. */
function refused(error: unknown, where: string): Error {
  if (error instanceof GraphQLError && error.extensions['code'] !== undefined)
    return new GraphQLError(`${where}${error.message}`, { extensions: error.extensions });
  const sentence = `${where}${error instanceof Error ? error.message : String(error)}`;
  return hubError('BAD_FILTER', { zh: sentence, en: sentence });
}
