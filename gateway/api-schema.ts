import { type GraphQLScalarType, type GraphQLSchema, isScalarType } from 'graphql';

/**
 * Gives the graph's scalars the checks of the vocabulary: the supergraph knows only their names, so without this a
 * malformed code would travel to a service and come back as that service's error instead of a refused request.
 */
export function checkScalars(apiSchema: GraphQLSchema, vocabulary: readonly GraphQLScalarType[]): void {
  for (const checked of vocabulary) {
    const type = apiSchema.getType(checked.name);
    if (!isScalarType(type)) continue;
    type.parseValue = checked.parseValue;
    type.parseLiteral = checked.parseLiteral;
  }
}
