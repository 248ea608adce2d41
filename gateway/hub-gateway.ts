import { ApolloGateway } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import { VOCABULARY } from '../schema/vocabulary/scalars.js';
import { checkScalars } from './api-schema.js';
import { SubgraphDataSource, type GatewayContext } from './data-source.js';
import { presentErrors } from './errors.js';
import { switchTelemetryOff } from './telemetry-off.js';
import type { Transport } from './transport.js';

type Loaded = Awaited<ReturnType<ApolloGateway['load']>>;

export interface HubGatewayOptions {
  readonly supergraph: string;
  readonly transports: readonly Transport[];
  readonly log: (line: string) => void;
}

/** Apollo's gateway over our transports, with the vocabulary's checks at its door and its errors in our form. */
export class HubGateway extends ApolloGateway {
  readonly #log: (line: string) => void;

  constructor({ supergraph, transports, log }: HubGatewayOptions) {
    switchTelemetryOff();
    const sources = new Map(transports.map((transport) => [transport.name, new SubgraphDataSource(transport, log)]));
    super({
      supergraphSdl: supergraph,
      buildService({ name }) {
        const source = sources.get(name);
        if (!source) throw new Error(`the supergraph names the service ${name}, which nothing reaches`);
        return source;
      },
      __exposeQueryPlanExperimental: false,
      logger: { debug: () => undefined, info: () => undefined, warn: log, error: log },
    });
    this.#log = log;
    // First in line: the server takes the schema from a listener after this one.
    this.onSchemaLoadOrUpdate(({ apiSchema }) => checkScalars(apiSchema, VOCABULARY));
  }

  override async load(options: Parameters<ApolloGateway['load']>[0]): Promise<Loaded> {
    const loaded = await super.load(options);
    const executor: Loaded['executor'] = async (request) => {
      // Apollo's executor throws here, which would count as our failure and not as the client's.
      if (!request.operation) return { errors: [new GraphQLError('The operation to run is not named, or not there')] };
      const { operation } = request.operation;
      if (operation !== 'query') return { errors: [notAQuery(operation)] };
      const answered = await loaded.executor(request);
      const { answeredAsOf: asOf } = request.context as GatewayContext;
      const result = asOf === undefined ? answered : { ...answered, extensions: { ...answered.extensions, asOf } };
      if (!result.errors) return result;
      const traceId = String(request.context['traceId']);
      return { ...result, errors: presentErrors(result.errors, { traceId, log: this.#log }) };
    };
    return { ...loaded, executor };
  }
}

const notAQuery = (operation: string): GraphQLError =>
  new GraphQLError(`The graph answers queries only, not a ${operation}`, {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
