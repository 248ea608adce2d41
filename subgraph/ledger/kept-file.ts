/** A file as it was handed in: its name, its size, the digest by which it is known again, and the copy that is kept. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { KeptFile } from './publication.js';

/** Reads the file once, in constant memory. */
export async function describeFile(file: string): Promise<KeptFile> {
  const digest = digestStream();
  await pipeline(createReadStream(file), digest.pass, async (chunks: AsyncIterable<Buffer>) => {
    for await (const _ of chunks);
  });
  return { name: path.basename(file), ...digest.result() };
}

/** Where kept files lie: only the importer's account reads them, since they hold all that was handed in. */
export const keptFolder = (dataDir: string): string => path.join(dataDir, 'files');

export const keptPath = (dataDir: string, sha256: string): string => path.join(keptFolder(dataDir), sha256);

/** Keeps a copy under its digest and describes it; a file that is kept already is not written again. */
export async function keepFile(file: string, dataDir: string): Promise<KeptFile> {
  const folder = keptFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.${randomUUID()}`);
  try {
    const digest = digestStream();
    await pipeline(createReadStream(file), digest.pass, createWriteStream(unfinished, { mode: 0o600, flush: true }));
    const { sha256, bytes } = digest.result();
    const kept = keptPath(dataDir, sha256);
    if (!existsSync(kept)) renameSync(unfinished, kept);
    return { name: path.basename(file), sha256, bytes };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Passes a stream on and knows at its end what went through. */
function digestStream(): {
  pass: (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;
  result: () => Pick<KeptFile, 'sha256' | 'bytes'>;
} {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async *pass(chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    result: () => ({ sha256: hash.digest('hex'), bytes }),
  };
}
