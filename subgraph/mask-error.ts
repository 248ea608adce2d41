/** What of an error a caller may see: the registry's codes and GraphQL's own refusals; nothing of the inside. */
import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ERRORS } from './errors.js';

const OPEN_CODES = new Set<unknown>([
  ...Object.keys(ERRORS).filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

export function maskError(subgraph: string, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  // Validation reports a refused scalar under its own code; the rule that broke says what it is.
  if (formatted.extensions?.['rule'] !== undefined)
    return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_CODE', subgraph } };
  if (OPEN_CODES.has(formatted.extensions?.['code']))
    return { ...formatted, extensions: { ...formatted.extensions, subgraph } };
  const traceId = randomUUID();
  const { zh, en, hint } = ERRORS.INTERNAL_SERVER_ERROR;
  console.error(`${subgraph} ${traceId}`, unwrapResolverError(error));
  return {
    message: en,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', messageZh: zh, hint, traceId, subgraph },
  };
}
