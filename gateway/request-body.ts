import type { IncomingMessage } from 'node:http';

/** A query with its variables is small; more than this is refused before it is read. */
const LARGEST_BODY = 1024 * 1024;

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly zh: string; readonly en: string };

const TOO_LARGE: Body = { ok: false, status: 413, zh: '请求超过 1 MB', en: 'The request is larger than 1 MB' };

/** Reads a JSON body of at most 1 MB; a GET has none. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return { ok: true, value: undefined };
  const type = request.headers['content-type'] ?? '';
  // A form's types are left to the server's check against cross-site requests.
  if (!/^application\/(graphql-response\+)?json\s*(;|$)/i.test(type)) return { ok: true, value: undefined };
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return TOO_LARGE;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return TOO_LARGE;
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, status: 400, zh: '请求不是有效的 JSON', en: 'The body is not valid JSON' };
  }
}
