/** A text file as pieces of text, strictly decoded: a byte that its encoding does not allow is an error, never `?`. */
import { createReadStream } from 'node:fs';
import { encodingFault } from './encoding-fault.js';
import type { Encoding } from './find-encoding.js';

// Strings of larger pieces stay in memory until a full collection.
const PIECE = 64 * 1024;

/** The byte order mark is left out; `onBytes` hears how far the file was read. */
export async function* decodeText(
  file: string,
  encoding: Encoding,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let read = 0;
  let isFirst = true;
  for await (const bytes of createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    const text = await strictly(() => decoder.decode(bytes, { stream: true }), file, encoding);
    read += bytes.length;
    onBytes?.(read);
    // The mark of GB 18030 is left in by the decoder.
    const plain = isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
    isFirst = false;
    if (plain) yield plain;
  }
  const rest = await strictly(() => decoder.decode(), file, encoding);
  if (rest) yield rest;
}

async function strictly(decode: () => string, file: string, encoding: Encoding): Promise<string> {
  try {
    return decode();
  } catch {
    throw await encodingFault(file, encoding);
  }
}
