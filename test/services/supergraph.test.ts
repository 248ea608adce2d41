import {
  Kind,
  parse,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { printContract } from '../../hub/schema-files.js';
import { modelOf } from '../../subgraph/model/entity-model.js';

const supergraph: DocumentNode = parse(printContract().get('supergraph.graphql') ?? '');
/** The service whose table an entity's rows are in. */
const owners = new Map(SERVICES.flatMap(({ name, entities }) => entities.map((each) => [modelOf(each).name, name])));

const objects = supergraph.definitions.filter(
  (each): each is ObjectTypeDefinitionNode => each.kind === Kind.OBJECT_TYPE_DEFINITION,
);
const fieldsOf = (type: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] => type.fields ?? [];
const isNullable = ({ type }: FieldDefinitionNode): boolean => type.kind !== Kind.NON_NULL_TYPE;

/** The services that resolve a field: those it is joined to, else all that know its type. */
function servicesOf(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): string[] {
  const joined = graphs(field.directives, 'join__field');
  return joined.length ? joined : graphs(type.directives, 'join__type');
}

function graphs(directives: readonly DirectiveNode[] = [], name: string): string[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .flatMap(({ arguments: given = [] }) => given.filter((each) => each.name.value === 'graph'))
    .flatMap(({ value }) => (value.kind === Kind.ENUM ? [value.value.toLowerCase()] : []));
}

const named = (type: TypeNode): NamedTypeNode => (type.kind === Kind.NAMED_TYPE ? type : named(type.type));

describe('a dead service costs only its own fields', () => {
  it('every root field is nullable', () => {
    const query = objects.find(({ name }) => name.value === 'Query');
    const fields = query ? fieldsOf(query) : [];
    expect(fields.length).toBeGreaterThan(2 * owners.size - 1);
    expect(fields.filter((field) => !isNullable(field)).map(({ name }) => name.value)).toEqual([]);
  });

  it('every field that another service contributes to an entity is nullable', () => {
    const contributed = objects.flatMap((type) => {
      const owner = owners.get(type.name.value);
      return owner === undefined ? [] : fieldsOf(type).filter((field) => !servicesOf(type, field).includes(owner));
    });
    expect(contributed.map(({ name }) => name.value)).toEqual(
      expect.arrayContaining(['contractingProcesses', 'purchases', 'awards', 'bids', 'misconductRecords', 'projects']),
    );
    expect(contributed.filter((field) => !isNullable(field)).map(({ name }) => name.value)).toEqual([]);
  });

  it('every reference to another service’s entity is nullable', () => {
    const references = objects.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => {
          const owner = owners.get(named(field.type).name.value);
          return owner !== undefined && servicesOf(type, field).some((service) => service !== owner);
        })
        .map((field) => ({ name: `${type.name.value}.${field.name.value}`, field })),
    );
    expect(references.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Party.legalEntity', 'Party.agency', 'ContractingProcess.project', 'Project.region']),
    );
    expect(references.filter(({ field }) => !isNullable(field)).map(({ name }) => name)).toEqual([]);
  });
});

describe('the words of the graph', () => {
  it('every type, field, argument and value is described in both languages', () => {
    const missing: string[] = [];
    const check = (name: string, description: string | undefined): void => {
      if (!/^[^/]*[\u4e00-\u9fff].* \/ .*[A-Za-z]/s.test(description ?? '')) missing.push(`${name}: ${description}`);
    };
    let described = 0;
    visit(supergraph, {
      enter(node, _key, _parent, _path, ancestors) {
        if (!('description' in node) || !('name' in node) || node.name?.kind !== Kind.NAME) return undefined;
        if (/^(join|link)__/.test(node.name.value) || node.kind === Kind.DIRECTIVE_DEFINITION) return false;
        const around = ancestors.flatMap((each) => ('kind' in each && 'name' in each && each.name ? [each.name] : []));
        const names = around.flatMap((name) => ('value' in name ? [name.value] : []));
        // The root type is GraphQL's own word.
        if (node.name.value !== 'Query' || names.length) {
          check([...names, node.name.value].join('.'), node.description?.value);
          described += 1;
        }
        return undefined;
      },
    });
    expect(described).toBeGreaterThan(2_000);
    expect(missing).toEqual([]);
  });
});
