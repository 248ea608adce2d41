import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toPlain } from '../../subgraph/import/exact-json.js';
import { mergeReleases } from '../../services/procurement/ocds/merge-releases.js';
import { describeWithCorpus } from '../kit/corpora.js';
import { at, counts, load, type Loaded } from './load-ocds.js';

describeWithCorpus('ocds-fictional', 'the fictional example', (folder) => {
  const loading = load(folder);
  const compiledOf = ({ accepted }: Loaded) => accepted.filter((unit) => unit.compiled).map((unit) => unit.release);

  it('is one process, whole', async () => {
    const { kinds, accepted, refused, findings, mapped } = await loading;
    expect(kinds).toEqual({ 'release-package': 7, 'record-package': 2 });
    expect([accepted.length, refused.length]).toEqual([14, 0]);
    expect(findings).toEqual([]);
    expect(counts(mapped)).toEqual({
      contractingProcess: 1,
      processParties: 3,
      tenders: 1,
      awards: 1,
      awardSuppliers: 1,
      contracts: 1,
      contractSuppliers: 1,
      amendments: 1,
      contractTransactions: 2,
      items: 3,
      documents: 9,
      milestones: 2,
    });
  });

  it('releases 01 to 06 merged are its compiled release', async () => {
    const loaded = await loading;
    const releases = loaded.accepted.filter(({ file }) => /-0[1-6]-/.test(file)).map((unit) => unit.release);
    expect(releases).toHaveLength(6);
    const [compiled, versioned] = compiledOf(loaded);
    const merged = toPlain(mergeReleases(releases));
    expect(merged).toEqual(toPlain(compiled ?? null));
    expect(merged).toEqual(toPlain(versioned ?? null));
  });

  it('every last value of the versioned release is in the compiled one', async () => {
    const loaded = await loading;
    const file = join(folder, 'fictional-example/1.1/record/ocds-213czf-000-00001-withversions.json');
    const versioned = at(JSON.parse(await readFile(file, 'utf8')), '/records/0/versionedRelease');
    const {
      id: _,
      date: __,
      tag: ___,
      ...rest
    } = toPlain(loaded.states[0]?.release ?? null) as Record<string, unknown>;
    expect(latest(versioned)).toEqual(rest);
  });
});

/** A versioned release with the newest value of each field in place of its history. */
function latest(value: unknown): unknown {
  if (Array.isArray(value)) {
    const last = value.at(-1) as Record<string, unknown> | undefined;
    return last && 'releaseTag' in last ? last.value : value.map(latest);
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, latest(inner)]));
}
