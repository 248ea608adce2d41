import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { EntityModel } from '../../subgraph/model/entity-model.js';
import { pinsCurrency, type Arguments } from './collection.js';
import type { Cursors } from './cursors.js';
import type { Filter } from './holds.js';
import { fieldNamed, orderId, termsOf, type OrderInput } from './order.js';
import type { Tables } from './tables.js';

/** A field as an operation asks for it, with its own type and what it asks for below. */
interface Asked {
  readonly key: string;
  readonly name: string;
  readonly args: Arguments;
  readonly type: GraphQLNamedType | undefined;
  readonly below: SelectionSetNode | undefined;
}

/** The collection whose totals are asked for, and what they are grouped by. */
interface Totalled {
  readonly model: EntityModel;
  readonly filter: Filter | null | undefined;
  readonly grouped: readonly string[];
}

const TOTALS = new Set(['sum', 'average', 'min', 'max']);

/** Root fields, by response key, that have to be refused, each with the error codes that may say why. */
export function refusalsOf(
  schema: GraphQLSchema,
  tables: Tables,
  cursors: Cursors,
  document: DocumentNode,
  given: Readonly<Record<string, unknown>>,
): Map<string, Set<string>> {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const query = schema.getQueryType();
  if (!operation || !query) throw new Error('there is no query');
  const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);

  function* fieldsOf(type: GraphQLNamedType, { selections }: SelectionSetNode): Generator<Asked> {
    for (const node of selections) {
      if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false) continue;
      if (node.kind === Kind.FIELD) {
        const name = node.name.value;
        const field = isObjectType(type) ? type.getFields()[name] : undefined;
        const args = field ? getArgumentValues(field, node, variables) : {};
        const of = field && getNamedType(field.type);
        yield { key: node.alias?.value ?? name, name, args, type: of, below: node.selectionSet };
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      // There are no interfaces: a fragment is on the type itself.
      if (fragment && (condition === undefined || condition === type.name))
        yield* fieldsOf(type, fragment.selectionSet);
    }
  }

  function* codesOf({ name, args, type, below }: Asked, totalled?: Totalled): Generator<string> {
    if (!type || !below) return;
    if (name === '_entities') {
      // Only the types that are represented are asked.
      for (const member of typesOf(args)) for (const field of fieldsOf(member, below)) yield* codesOf(field);
      return;
    }
    let inside = totalled;
    if (type.name.endsWith('Connection')) {
      const model = tables.modelNamed(type.name.replace(/Connection$/, ''));
      if (!fits(cursors, model, args)) yield 'BAD_CURSOR';
      inside = { model, filter: args['filter'] as Filter | null | undefined, grouped: [] };
    }
    if (totalled && name === 'groups') {
      const by = args['by'] as readonly { field: string }[];
      inside = { ...totalled, grouped: by.map(({ field }) => fieldNamed(totalled.model, field)) };
      for (const field of measuredBy(totalled.model, args)) if (isMixed(inside, field)) yield 'MIXED_CURRENCY';
    }
    for (const field of fieldsOf(type, below)) {
      // What the groups are not made by is blank, whatever is asked for below it.
      if (totalled && type.name === `${totalled.model.name}GroupKeys` && !totalled.grouped.includes(field.name))
        continue;
      if (totalled && TOTALS.has(name) && isMixed(totalled, field.name)) yield 'MIXED_CURRENCY';
      yield* codesOf(field, inside);
    }
  }

  const typesOf = (args: Arguments): GraphQLNamedType[] =>
    [...new Set((args['representations'] as readonly { __typename: string }[]).map((each) => each.__typename))].flatMap(
      (each) => schema.getType(each) ?? [],
    );

  const refused = new Map<string, Set<string>>();
  for (const root of fieldsOf(query, operation.selectionSet))
    for (const code of codesOf(root)) refused.set(root.key, (refused.get(root.key) ?? new Set()).add(code));
  return refused;
}

/** A cursor goes on in the order that it was made in. */
function fits(cursors: Cursors, model: EntityModel, args: Arguments): boolean {
  const cursor = (args['after'] ?? args['before'] ?? undefined) as string | undefined;
  const orderBy = args['orderBy'] as readonly OrderInput[] | null | undefined;
  return cursor === undefined || cursors.known(cursor)?.order === orderId(model, termsOf(model, orderBy));
}

/** Fields whose totals `having` compares or `orderBy` orders by. */
function measuredBy(model: EntityModel, args: Arguments): string[] {
  const having = Object.entries((args['having'] as Filter | null | undefined) ?? {});
  const orders = (args['orderBy'] as readonly { measure: string }[] | null | undefined) ?? [];
  const ordered = orders.flatMap(({ measure }) => {
    const [kind = '', ...rest] = measure.split('_');
    return TOTALS.has(kind.toLowerCase()) ? [fieldNamed(model, rest.join('_'))] : [];
  });
  return [
    ...having.filter(([kind]) => TOTALS.has(kind)).flatMap(([, fields]) => Object.keys(fields as object)),
    ...ordered,
  ];
}

/** An amount is totalled within one currency: the filter fixes it, or the rows are grouped by it. */
function isMixed({ model, filter, grouped }: Totalled, name: string): boolean {
  const currency = model.fields.get(name)?.options.money;
  return currency !== undefined && !grouped.includes(currency) && !pinsCurrency(filter, currency);
}
