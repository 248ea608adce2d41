import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { SubgraphFailure } from './subgraph-failure.js';

/** A service's answer larger than this is refused before it fills the memory. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** The call changes nothing: when the connection breaks before an answer it is sent once more. */
  readonly isRepeatable: boolean;
}

/**
 * Calls one service over connections that stay open. Redirects are not followed: a service is where the
 * configuration says, nowhere else.
 */
export class HttpClient {
  readonly #base: URL;
  readonly #agent: Agent;

  constructor(base: string) {
    this.#base = new URL(base);
    const options = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, scheduling: 'lifo' } as const;
    this.#agent = this.#base.protocol === 'https:' ? new TlsAgent(options) : new Agent(options);
  }

  async call(call: HttpCall): Promise<HttpAnswer> {
    try {
      return await this.#send(call);
    } catch (error) {
      const isBroken = error instanceof SubgraphFailure && error.reason === 'UNREACHABLE';
      if (!isBroken || !call.isRepeatable || call.signal.aborted) throw error;
      return this.#send(call);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #send({ method, path, headers, body, signal }: HttpCall): Promise<HttpAnswer> {
    const url = new URL(path, this.#base);
    const send = url.protocol === 'https:' ? tlsRequest : httpRequest;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const request = send(url, { method, agent: this.#agent, headers: { ...headers, ...length }, signal });
      request.once('error', (cause) => reject(failure(cause, signal)));
      request.once('response', (response) => {
        readAnswer(response).then(resolve, (cause: unknown) => {
          request.destroy();
          reject(failure(cause, signal));
        });
      });
      request.end(body);
    });
  }
}

function failure(cause: unknown, signal: AbortSignal): SubgraphFailure {
  if (cause instanceof SubgraphFailure) return cause;
  if (signal.aborted) return new SubgraphFailure('TIMEOUT', 'no answer in time', { cause });
  return new SubgraphFailure('UNREACHABLE', String(cause), { cause });
}

async function readAnswer(response: IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new SubgraphFailure('TOO_LARGE', `more than ${LARGEST_ANSWER} bytes`);
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') };
}
