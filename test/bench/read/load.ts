/** Requests over kept connections, so many at a time. */
import { request, Agent } from 'node:http';

export function post(url: string, agent: Agent, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode}: ${text.slice(0, 2000)}`));
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface Load {
  readonly requests: number;
  readonly milliseconds: number;
}

/** Sends the bodies in turn, `concurrency` at a time, for that long and at least `least` of them. */
export async function send(
  url: string,
  bodies: readonly string[],
  { concurrency, milliseconds, least }: { concurrency: number; milliseconds: number; least: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const began = performance.now();
  let requests = 0;
  let bytes = 0;
  const sender = async (): Promise<void> => {
    while (requests < least || performance.now() - began < milliseconds) {
      const body = bodies[requests % bodies.length] ?? '';
      requests += 1;
      bytes += (await post(url, agent, body)).length;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
  agent.destroy();
  if (bytes === 0) throw new Error('empty answers');
  return { requests, milliseconds: performance.now() - began };
}
