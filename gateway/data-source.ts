import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type FormattedExecutionResult, Kind, parse } from 'graphql';
import { hubError } from '../subgraph/errors.js';
import { AS_OF_HEADER } from '../subgraph/time/as-of-header.js';
import type { FailureReason } from './subgraph-failure.js';
import { SubgraphFailure } from './subgraph-failure.js';
import type { Transport } from './transport.js';

/** A service that has not answered by then is treated as not there; the rest of the answer does not wait longer. */
const DEADLINE_MS = 5_000;

type Options = GraphQLDataSourceProcessOptions;
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** What the gateway keeps of one request for all its fetches. */
export interface GatewayContext {
  readonly traceId: string;
  /** As of when to answer: an instant or the name of an edition; absent: now. */
  readonly asOf?: string | undefined;
  /** The instant that was, as the services understood it. */
  answeredAsOf?: string;
}

/** Asks one service, within a deadline; whatever goes wrong becomes one `SERVICE_UNAVAILABLE` error. */
export class SubgraphDataSource implements GraphQLDataSource {
  readonly #transport: Transport;
  readonly #log: (line: string) => void;

  constructor(transport: Transport, log: (line: string) => void) {
    this.#transport = transport;
    this.#log = log;
  }

  async process(options: Options): Promise<Answer> {
    const { query = '', variables, operationName } = options.request;
    const traceId = String(options.context['traceId'] ?? '');
    const isQuery =
      'incomingRequestContext' in options && options.incomingRequestContext.operation.operation === 'query';
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const context = options.context as GatewayContext;
    const headers = {
      'hub-trace-id': traceId,
      ...(context.asOf !== undefined && { [AS_OF_HEADER]: context.asOf }),
    };
    try {
      const answering = this.#transport.execute({ query, variables, operationName, headers, signal, isQuery });
      const result = checkAnswer(await Promise.race([answering, expiry(signal)]));
      const asOf = result.extensions?.['asOf'];
      if (typeof asOf === 'string') context.answeredAsOf = asOf;
      return result as Answer;
    } catch (error) {
      const reason = error instanceof SubgraphFailure ? error.reason : 'BAD_ANSWER';
      this.#log(
        `${this.#transport.name} ${traceId} ${reason} ${error instanceof Error ? error.message : String(error)}`,
      );
      return { errors: [this.#unavailable(reason, traceId, affectedFields(options, query))] };
    }
  }

  #unavailable(reason: FailureReason, traceId: string, affected: readonly string[]) {
    const error = hubError('SERVICE_UNAVAILABLE', {
      zh: this.#transport.name,
      en: this.#transport.name,
      subgraph: this.#transport.name,
      reason,
      traceId,
      affected,
    });
    return { message: error.message, extensions: error.extensions };
  }
}

/** `{"data":null}` without an error, or neither of the two, is not an answer. */
function checkAnswer(result: FormattedExecutionResult): FormattedExecutionResult {
  const isAnswer = (typeof result.data === 'object' && result.data !== null) || Array.isArray(result.errors);
  if (!isAnswer) throw new SubgraphFailure('BAD_ANSWER', 'neither data nor errors');
  return result;
}

function expiry(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new SubgraphFailure('TIMEOUT', `no answer in ${DEADLINE_MS} ms`)));
  });
}

/** The fields that stay empty: response keys of a root fetch, else the place of the entities asked for. */
function affectedFields(options: Options, query: string): string[] {
  const path = ('pathInIncomingRequest' in options && options.pathInIncomingRequest) || [];
  if (path.length > 0) return [path.filter((step) => step !== '@').join('.')];
  const operation = parse(query, { noLocation: true }).definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION,
  );
  const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.alias?.value ?? each.name.value] : []));
}
