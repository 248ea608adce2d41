/** An operation with the header `hub-as-of` is answered by a reader of that instant, and says so. */
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { SubgraphContext } from '../context.js';
import type { Executor, Operation } from './execute-operation.js';

export async function executeAsOf(
  executor: Executor,
  operation: Operation,
  context: SubgraphContext,
): Promise<ExecutionResult> {
  if (context.asOf === undefined) return executor(operation, { ...context, reader: context.reader.forRequest() });
  try {
    const reader = await context.reader.at(context.asOf);
    const result = await executor(operation, { ...context, reader });
    return { ...result, extensions: { ...result.extensions, asOf: reader.asOf } };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [error] };
  }
}
