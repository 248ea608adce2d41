/** An export's answer over HTTP. */
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ExportAnswer } from './exports.js';

/** Sends it; a reader that goes away, or a source that fails, ends the other side too, and never cleanly. */
export async function sendExport({ status, headers, body }: ExportAnswer, response: ServerResponse): Promise<void> {
  response.writeHead(status, headers);
  if (response.req.method === 'HEAD') {
    body.destroy();
    response.end();
    return;
  }
  // Both ends are closed by then, and the service has told its log what was not the reader's doing.
  await pipeline(body, response).catch(() => undefined);
}
