import { Kind, parse, print, validate, visit, type ASTNode, type DocumentNode, type GraphQLSchema } from 'graphql';

const PATIENCE_MS = 60_000;
/** Parts of an operation that may be left out. */
const OPTIONAL = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
  Kind.STRING,
  Kind.OBJECT,
]);

/** The operation without all that can be left out while the answers still differ. */
export async function smaller(
  schema: GraphQLSchema,
  query: string,
  differs: (query: string) => Promise<boolean>,
): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  let smallest = parse(query, { noLocation: true });
  for (let index = 0, tried = candidates(smallest); index < tried.length && Date.now() < until; index++) {
    const candidate = tried[index] ?? smallest;
    if (validate(schema, candidate).length || !(await differs(print(candidate)).catch(() => false))) continue;

    smallest = candidate;
    tried = candidates(smallest);
    index = -1;
  }
  return print(smallest);
}

/** The document without one of its parts each time, the largest parts first. */
function candidates(document: DocumentNode): DocumentNode[] {
  const parts: { node: ASTNode; size: number }[] = [];
  visit(document, {
    enter(node, _key, parent) {
      const isListItem = node.kind !== Kind.STRING && node.kind !== Kind.OBJECT ? true : Array.isArray(parent);
      if (OPTIONAL.has(node.kind) && isListItem) parts.push({ node, size: print(node).length });
    },
  });
  return parts.toSorted((a, b) => b.size - a.size).map(({ node }) => tidy(without(document, node)));
}

const without = (document: DocumentNode, unwanted: ASTNode): DocumentNode =>
  visit(document, { enter: (node) => (node === unwanted ? null : undefined) });

/** Empty braces go with what they belong to, and so do variables and fragments that nothing uses. */
function tidy(document: DocumentNode): DocumentNode {
  const pruned = visit(document, {
    leave(node) {
      const isEmpty = 'selectionSet' in node && node.selectionSet && !node.selectionSet.selections.length;
      return isEmpty && node.kind !== Kind.OPERATION_DEFINITION ? null : undefined;
    },
  });
  const used = new Set<string>();
  visit(pruned, {
    FragmentSpread: ({ name }) => void used.add(`...${name.value}`),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(`$${name.value}`),
  });
  const isUnused = (node: ASTNode): boolean =>
    (node.kind === Kind.FRAGMENT_DEFINITION && !used.has(`...${node.name.value}`)) ||
    (node.kind === Kind.VARIABLE_DEFINITION && !used.has(`$${node.variable.name.value}`));
  const cleaned = visit(pruned, { enter: (node) => (isUnused(node) ? null : undefined) });
  return print(cleaned) === print(document) ? cleaned : tidy(cleaned);
}
