import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';

/** Parts of the schema that operations have used: a part that none reaches is a part that is not tested. */
export class Coverage {
  readonly #used = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {}

  take(query: string): void {
    const types = new TypeInfo(this.schema);
    const visitor = visitWithTypeInfo(types, {
      Field: ({ name }) => void this.#used.add(`${types.getParentType()?.name}.${name.value}`),
      Argument: ({ name }) =>
        void this.#used.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}(${name.value})`),
      ObjectField: ({ name }) => void this.#used.add(`${getNamedType(types.getParentInputType())?.name}.${name.value}`),
      EnumValue: ({ value }) => void this.#used.add(`${getNamedType(types.getInputType())?.name}.${value}`),
    });
    visit(parse(query), visitor);
  }

  /** How many parts there are, and those that no operation has used. */
  summary(): { all: number; unused: string[] } {
    const all = Object.values(this.schema.getTypeMap()).flatMap((type) => {
      if (isIntrospectionType(type)) return [];
      if (isObjectType(type))
        return Object.values(type.getFields()).flatMap(({ name, args }) => [
          `${type.name}.${name}`,
          ...args.map((argument) => `${type.name}.${name}(${argument.name})`),
        ]);
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
      return isEnumType(type) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : [];
    });
    return { all: all.length, unused: all.filter((part) => !this.#used.has(part)) };
  }
}
