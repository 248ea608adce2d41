/**
 * What a stored value can be: its GraphQL type, its PostgreSQL type, how SQL prints it exactly, how it is filtered.
 *
 * `row_to_json` prints numeric as a JSON number, which JavaScript rounds, and dates in the session's style: whatever
 * would lose something is printed as text in the statement.
 */
import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString, type GraphQLScalarType } from 'graphql';
import { registerEnumType } from 'type-graphql';
import {
  CurrencyCode as CurrencyCodeScalar,
  DateTime as DateTimeScalar,
  Decimal as DecimalScalar,
  DocNo as DocNoScalar,
  LandNo as LandNoScalar,
  LocalDate as LocalDateScalar,
  ProjectCode as ProjectCodeScalar,
  Quarter as QuarterScalar,
  RegionCode as RegionCodeScalar,
  RegionEdition as RegionEditionScalar,
  Uscc as UsccScalar,
} from '../../schema/vocabulary/scalars.js';

/** Which operators a filter offers. */
export type FilterFamily = 'text' | 'code' | 'comparable' | 'equality' | 'boolean' | 'list';

export interface ValueKind {
  /** The GraphQL name of one value. */
  readonly name: string;
  /** What TypeGraphQL is given as the type. */
  readonly graphql: GraphQLScalarType | object;
  readonly list: boolean;
  /** PostgreSQL column type. */
  readonly column: string;
  readonly family: FilterFamily;
  /** SQL that prints the stored value without loss. */
  print(sql: string): string;
  /** Allowed values of an enumeration. */
  readonly values?: readonly string[];
}

const asIs = (sql: string): string => sql;
const asText = (sql: string): string => `${sql}::text`;

const scalar = (
  graphql: GraphQLScalarType,
  column: string,
  family: FilterFamily,
  print: (sql: string) => string = asIs,
): ValueKind => ({ name: graphql.name, graphql, list: false, column, family, print });

export const ID = scalar(GraphQLID, 'text', 'code');
export const Text = scalar(GraphQLString, 'text', 'text');
export const Int = scalar(GraphQLInt, 'integer', 'comparable');
export const Bool = scalar(GraphQLBoolean, 'boolean', 'boolean');
export const Decimal = scalar(DecimalScalar, 'numeric', 'comparable', asText);
export const LocalDate = scalar(LocalDateScalar, 'date', 'comparable', asText);
export const DateTime = scalar(
  DateTimeScalar,
  'timestamptz(3)',
  'comparable',
  (sql) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
);
export const Uscc = scalar(UsccScalar, 'text', 'code');
export const RegionCode = scalar(RegionCodeScalar, 'text', 'code');
export const RegionEdition = scalar(RegionEditionScalar, 'text', 'comparable');
export const ProjectCode = scalar(ProjectCodeScalar, 'text', 'code');
export const DocNo = scalar(DocNoScalar, 'text', 'text');
export const LandNo = scalar(LandNoScalar, 'text', 'code');
export const Quarter = scalar(QuarterScalar, 'text', 'comparable');
export const CurrencyCode = scalar(CurrencyCodeScalar, 'text', 'equality');

/** A document of the source kept for the service's own use; never part of the graph. */
export const Json = scalar(GraphQLString, 'jsonb', 'text');

/** A list of values kept in one array column, for short closed lists such as roles. */
export const listOf = (kind: ValueKind): ValueKind => ({
  ...kind,
  list: true,
  column: `${kind.column}[]`,
  family: 'list',
  print: asIs,
});

/**
 * An enumeration: GraphQL names with `中文 / English` for each; stored as text under a CHECK.
 * The names are the source standard's codes in capitals (`open` → `OPEN`).
 */
export function enumType(name: string, doc: string, values: Readonly<Record<string, string>>): ValueKind {
  const members = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  registerEnumType(members, {
    name,
    description: doc,
    valuesConfig: Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }])),
  });
  return {
    name,
    graphql: members,
    list: false,
    column: 'text',
    family: 'equality',
    print: asIs,
    values: Object.keys(values),
  };
}
