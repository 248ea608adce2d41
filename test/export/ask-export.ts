import { request, type IncomingMessage } from 'node:http';
import type { TestHub } from '../kit/create-hub.js';

export interface Exported {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type Parameters = Readonly<Record<string, string>>;

export const exportPath = (collection: string, parameters: Parameters = {}): string =>
  `/export/${collection}?${new URLSearchParams(parameters).toString()}`;

/** A whole download; a byte order mark stays in the text. */
export async function askExport(hub: TestHub, collection: string, parameters?: Parameters): Promise<Exported> {
  const response = await hub.fetch(exportPath(collection, parameters));
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text };
}

/** The lines of an NDJSON export, each parsed. */
export const linesOf = <Row = Record<string, unknown>>(text: string): Row[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

export interface Refused {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** Status, message and extensions of a refusal, side by side. */
export async function refusalOf(
  hub: TestHub,
  collection: string,
  parameters?: Parameters,
): Promise<Readonly<Record<string, unknown>>> {
  const { status, text } = await askExport(hub, collection, parameters);
  const [error] = (JSON.parse(text) as Refused).errors;
  return { status, message: error?.message, ...error?.extensions };
}

/** A download that is begun and not read: the connection is the caller's. */
export function beginExport(url: string, collection: string, parameters?: Parameters): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(exportPath(collection, parameters), url), { agent: false }, resolve);
    call.once('error', reject);
    call.end();
  });
}

/** Reads some of a download, then breaks it off as a closed browser does. */
export async function readAndBreak(response: IncomingMessage, characters: number): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response as AsyncIterable<string>) {
    text += chunk;
    if (text.length >= characters) break;
  }
  response.destroy();
  return text;
}
