import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { ERRORS, hubError } from '../subgraph/errors.js';
import type { ExportAnswer } from '../subgraph/export/exports.js';
import { sendExport } from '../subgraph/export/send-export.js';
import { collectionOwners } from './export-owners.js';
import { SubgraphFailure } from './subgraph-failure.js';
import type { Transport } from './transport.js';

export interface ExportDoorOptions {
  readonly supergraph: string;
  readonly transports: readonly Transport[];
  readonly log: (line: string) => void;
}

/** `GET /export/<collection>`: passed to the service that has the collection, its answer passed back as it comes. */
export class ExportDoor {
  readonly #owners: ReadonlyMap<string, string>;

  constructor(private readonly options: ExportDoorOptions) {
    this.#owners = collectionOwners(options.supergraph);
  }

  async answer(collection: string, parameters: URLSearchParams, response: ServerResponse): Promise<void> {
    await sendExport(await this.#open(collection, parameters), response);
  }

  async #open(collection: string, parameters: URLSearchParams): Promise<ExportAnswer> {
    const owner = this.#owners.get(collection);
    const transport = this.options.transports.find(({ name }) => name === owner);
    if (!transport) return refusal('UNKNOWN_COLLECTION', collection, {});
    try {
      return await transport.export(collection, parameters);
    } catch (error) {
      const traceId = randomUUID();
      const reason = error instanceof SubgraphFailure ? error.reason : 'BAD_ANSWER';
      this.options.log(`${transport.name} ${traceId} export ${reason} ${String(error)}`);
      return refusal('SERVICE_UNAVAILABLE', transport.name, { subgraph: transport.name, reason, traceId });
    }
  }
}

function refusal(code: 'UNKNOWN_COLLECTION' | 'SERVICE_UNAVAILABLE', what: string, more: object): ExportAnswer {
  const error = hubError(code, { zh: what, en: what, ...more });
  return {
    status: ERRORS[code].status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: Readable.from([`${JSON.stringify({ errors: [error] })}\n`]),
  };
}
