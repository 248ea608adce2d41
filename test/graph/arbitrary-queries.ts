import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Keys that rows have, by look-up field: `agency` → `{ id: "…" }`. */
export type KnownKeys = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Queries over the derived root fields: any fields, to some depth, with pages, orders, groups and totals. */
export function arbitraryQuery(schema: GraphQLSchema, keys: KnownKeys): fc.Arbitrary<string> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
  const field = fc.constantFrom(...roots).chain((each) => fieldText(each, keys, 4));
  return fc.array(field, { minLength: 1, maxLength: 3 }).map((fields) => {
    const aliased = fields.map((text, index) => `f${index}: ${text}`);
    return `{ ${aliased.join(' ')} }`;
  });
}

function fieldText(field: GraphQLField<unknown, unknown>, keys: KnownKeys, depth: number): fc.Arbitrary<string> {
  const type = getNamedType(field.type);
  const args = argumentsText(field, keys);
  if (!isObjectType(type)) return args.map((text) => field.name + text);
  return fc
    .tuple(args, selectionText(type, keys, depth))
    .map(([text, selection]) => `${field.name}${text} ${selection}`);
}

function selectionText(type: GraphQLObjectType, keys: KnownKeys, depth: number): fc.Arbitrary<string> {
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  const usable = depth > 0 ? fields : leaves;
  const names = fc.uniqueArray(fc.constantFrom('__typename', ...usable.map(({ name }) => name)), {
    minLength: 1,
    maxLength: 4,
  });
  return names
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((name) => {
          const field = type.getFields()[name];
          return field ? fieldText(field, keys, depth - 1) : fc.constant(name);
        }),
      ),
    )
    .map((texts) => `{ ${texts.join(' ')} }`);
}

function argumentsText(field: GraphQLField<unknown, unknown>, keys: KnownKeys): fc.Arbitrary<string> {
  const known = keys.get(field.name);
  if (known)
    return fc.constant(
      `(${Object.entries(known)
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
        .join(' ')})`,
    );
  const parts = field.args.flatMap((argument) => {
    const values = valuesOf(argument);
    return values ? [values.map((value) => `${argument.name}: ${value}`)] : [];
  });
  if (!parts.length) return fc.constant('');
  return fc.tuple(...parts).map((texts) => `(${texts.join(' ')})`);
}

/** Values for the arguments of lists and groups; the others are left out. */
function valuesOf({ name, type }: GraphQLArgument): fc.Arbitrary<string> | undefined {
  const named = getNamedType(type);
  if (name === 'first') return fc.integer({ min: 0, max: 3 }).map(String);
  if (!('getFields' in named)) return undefined;
  const fields = named.getFields() as Record<string, { type: GraphQLArgument['type'] }>;
  const choice = getNamedType(fields['field']?.type);
  const currency = getNamedType(fields['currency']?.type);
  if (name === 'filter') return fc.constantFrom(currency ? '{ currency: { eq: "CNY" } }' : '{}');
  if (!isEnumType(choice)) return undefined;
  const one = fc.constantFrom(...choice.getValues().map(({ name: value }) => `{ field: ${value} }`));
  if (name === 'by') return one.map((value) => `[${value}]`);
  return name === 'orderBy' ? one.map((value) => `[${value.replace(' }', ' direction: DESC }')}]`) : undefined;
}
