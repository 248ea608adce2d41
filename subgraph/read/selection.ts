/** The fields a query selects on a type, merged over fragments and directives as graphql-js would execute them. */
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
  /** Response key: the alias or the name. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Selection on the field's own type, empty for a leaf. */
  readonly fields: readonly Selected[];
}

/** What a resolver was asked for below its own field. */
export function selectedFields(info: GraphQLResolveInfo, type = getNamedType(info.returnType)): Selected[] {
  if (!isObjectType(type)) return [];
  return collect(
    info,
    type,
    info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : [])),
  );
}

function collect(info: GraphQLResolveInfo, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const set of sets) gather(info, type, set.selections, nodes);
  return [...nodes].map(([key, sameKey]) => selected(info, type, key, sameKey));
}

function selected(info: GraphQLResolveInfo, type: GraphQLObjectType, key: string, nodes: FieldNode[]): Selected {
  const [node] = nodes;
  const name = node?.name.value ?? key;
  const field = type.getFields()[name];
  if (!node || !field) return { key, name, args: {}, fields: [] };
  const fieldType = getNamedType(field.type);
  return {
    key,
    name,
    args: getArgumentValues(field, node, info.variableValues),
    fields: isObjectType(fieldType)
      ? collect(
          info,
          fieldType,
          nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : [])),
        )
      : [],
  };
}

function gather(
  info: GraphQLResolveInfo,
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

function included(info: GraphQLResolveInfo, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] !== false;
}

function applies(info: GraphQLResolveInfo, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = info.schema.getType(condition);
  return isAbstractType(abstract) && info.schema.isSubType(abstract, type);
}
