/** A file as it was handed in: its name, its size and the digest by which it is known again. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { KeptFile } from './publication.js';

/** Reads the file once, in constant memory. */
export async function describeFile(file: string): Promise<KeptFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { name: path.basename(file), sha256: hash.digest('hex'), bytes };
}
