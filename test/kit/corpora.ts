import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
// The one place where tests read the environment: it says where real published data lies, never how the hub behaves.
const CORPORA = path.resolve(REPOSITORY, process.env['HUB_CORPORA'] || '../shared/corpora');

/** The folder of a corpus of real data, or `undefined` when this machine does not have it. */
export function corpus(name: string): string | undefined {
  const folder = path.join(CORPORA, name);
  return existsSync(folder) ? folder : undefined;
}

/** A suite over real data; without the data it is skipped, loudly, because a silent skip reads as a pass. */
export function describeWithCorpus(name: string, title: string, suite: (folder: string) => void): void {
  const folder = corpus(name);
  if (folder !== undefined) {
    describe(title, () => suite(folder));
    return;
  }
  const why = `no corpus "${name}" in ${CORPORA} (set HUB_CORPORA to the folder that has it)`;
  console.warn(`SKIPPED: ${title}: ${why}`);
  describe.skip(`${title} [${why}]`, () => suite(''));
}
