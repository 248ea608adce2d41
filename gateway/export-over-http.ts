import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { ExportAnswer } from '../subgraph/export/exports.js';
import { SubgraphFailure } from './subgraph-failure.js';

/** Until the first line; the rows themselves may take as long as their reader. */
const HEADERS_MS = 30_000;
const PASSED_ON = ['content-type', 'content-disposition', 'cache-control', 'retry-after', 'x-content-type-options'];

/** Asks a service for an export at the address beside its GraphQL address; the answer's body is the open connection. */
export class ExportClient {
  readonly #base: URL;
  readonly #agent: Agent;

  constructor(graphqlUrl: string) {
    this.#base = new URL(graphqlUrl);
    this.#agent = this.#base.protocol === 'https:' ? new TlsAgent() : new Agent();
  }

  async open(collection: string, parameters: URLSearchParams): Promise<ExportAnswer> {
    const url = new URL(this.#base);
    url.pathname = url.pathname.replace(/[^/]*$/, `export/${encodeURIComponent(collection)}`);
    url.search = parameters.toString();
    const response = await this.#send(url);
    const { statusCode: status = 0, headers: given } = response;
    const isExport = status === 200 && given['content-disposition'] !== undefined;
    const isRefusal = status >= 400 && String(given['content-type']).startsWith('application/json');
    if (!isExport && !isRefusal) {
      response.destroy();
      throw new SubgraphFailure('BAD_ANSWER', `status ${status}, neither an export nor a refusal`);
    }
    const headers = PASSED_ON.flatMap((name) => (given[name] === undefined ? [] : [[name, String(given[name])]]));
    return { status, headers: Object.fromEntries(headers) as Record<string, string>, body: response };
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(url: URL): Promise<IncomingMessage> {
    const send = url.protocol === 'https:' ? tlsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const request = send(url, { agent: this.#agent });
      const tooLate = (): void => void request.destroy(new SubgraphFailure('TIMEOUT', `nothing in ${HEADERS_MS} ms`));
      const patience = setTimeout(tooLate, HEADERS_MS);
      request.once('error', (cause) => {
        clearTimeout(patience);
        const failure = new SubgraphFailure('UNREACHABLE', String(cause), { cause });
        reject(cause instanceof SubgraphFailure ? cause : failure);
      });
      request.once('response', (response) => {
        clearTimeout(patience);
        resolve(response);
      });
      request.end();
    });
  }
}
