import { Kind, parse, type ArgumentNode, type ConstDirectiveNode } from 'graphql';

/** Which service has a collection, by its root field, as the supergraph says it. */
export function collectionOwners(supergraph: string): ReadonlyMap<string, string> {
  const { definitions } = parse(supergraph, { noLocation: true });
  const names = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives } of definition.values ?? [])
      names.set(name.value, argument(directives, 'join__graph', 'name') ?? name.value);
  }
  const owners = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || definition.name.value !== 'Query') continue;
    for (const { name, type, directives } of definition.fields ?? []) {
      const graph = argument(directives, 'join__field', 'graph');
      const isCollection = type.kind === Kind.NAMED_TYPE && type.name.value.endsWith('Connection');
      const owner = graph === undefined ? undefined : names.get(graph);
      if (isCollection && owner !== undefined) owners.set(name.value, owner);
    }
  }
  return owners;
}

function argument(
  directives: readonly ConstDirectiveNode[] | undefined,
  directive: string,
  name: string,
): string | undefined {
  const found = directives?.find((each) => each.name.value === directive);
  const value = found?.arguments?.find((each: ArgumentNode) => each.name.value === name)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined;
}
