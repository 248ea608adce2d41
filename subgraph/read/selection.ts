/** The fields a query selects on a type, merged over fragments and directives as graphql-js would execute them. */
import { createHash } from 'node:crypto';
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Selected {
  /** Response key (the alias or the name) as the statement's rows have it. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Selection on the field's own type, empty for a leaf. */
  readonly fields: readonly Selected[];
  /** Where it stands in the operation, for the place of an error. */
  readonly nodes?: readonly FieldNode[];
  /** Selection sets below it, for a type that is known only later. */
  readonly sets?: readonly SelectionSetNode[];
}

/** PostgreSQL cuts a name after so many bytes. */
const LONGEST_NAME = 63;

/** The name of a response key in the rows of a statement: itself, or of one that PostgreSQL would cut a digest. */
export const rowKey = (key: string): string =>
  key.length <= LONGEST_NAME ? key : `~${createHash('sha1').update(key).digest('base64url')}`;

/** What is needed to read a selection: of a resolver's info, or of an operation before any resolver runs. */
export type SelectionSource = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** The fields a type is asked for in the given selection sets. */
export const selectFrom = (
  source: SelectionSource,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Selected[] => collect(source, type, sets);

/** The field a resolver answers, with all that is asked for below it. */
export function selectedField(info: GraphQLResolveInfo, args: Selected['args']): Selected {
  const type = getNamedType(info.returnType);
  const sets = info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  const fields = isObjectType(type) ? collect(info, type, sets) : [];
  return { key: String(info.path.key), name: info.fieldName, args, fields, sets };
}

function collect(info: SelectionSource, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const set of sets) gather(info, type, set.selections, nodes);
  return [...nodes].map(([key, sameKey]) => selected(info, type, rowKey(key), sameKey));
}

function selected(info: SelectionSource, type: GraphQLObjectType, key: string, nodes: FieldNode[]): Selected {
  const [node] = nodes;
  const name = node?.name.value ?? key;
  const field = type.getFields()[name];
  if (!node || !field) return { key, name, args: {}, fields: [] };
  const fieldType = getNamedType(field.type);
  const sets = nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : []));
  return {
    key,
    name,
    args: getArgumentValues(field, node, info.variableValues),
    fields: isObjectType(fieldType) ? collect(info, fieldType, sets) : [],
    nodes,
    sets,
  };
}

function gather(
  info: SelectionSource,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  into: Map<string, FieldNode[]>,
): void {
  for (const node of selections) {
    if (!included(info, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const same = into.get(key);
      if (same) same.push(node);
      else into.set(key, [node]);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
    if (fragment && applies(info, type, fragment.typeCondition?.name.value))
      gather(info, type, fragment.selectionSet.selections, into);
  }
}

function included(info: SelectionSource, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] !== false;
}

function applies(info: SelectionSource, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = info.schema.getType(condition);
  return isAbstractType(abstract) && info.schema.isSubType(abstract, type);
}
