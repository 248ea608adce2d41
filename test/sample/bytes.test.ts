import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../../sample/generate.js';

/** Hash of every file by its path. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();
  const bytes = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const sums = bytes.map((content) => createHash('sha256').update(content).digest('hex'));
  return Object.fromEntries(names.map((name, at) => [name, sums[at] ?? '']));
}

describe('the bytes of the sample', () => {
  const SCALE = 0.2;
  let root: string;
  const make = async (name: string, seed: number, scale = SCALE): Promise<Record<string, string>> => {
    await generateSample({ seed, scale, out: join(root, name) });
    return hashes(join(root, name));
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'sample-bytes-'));
  });
  afterAll(() => rm(root, { recursive: true }));

  it('depend on the seed alone, not on the clock', async () => {
    const first = await make('first', 1);
    // Longer than the two seconds that a zip entry's time resolves.
    await wait(2100);
    expect(await make('again', 1)).toEqual(first);
    expect(Object.keys(first).length).toBeGreaterThan(50);
  });

  it('differ with the seed in every file that is drawn', async () => {
    const [one, two] = [await make('one', 1), await make('two', 2)];
    const same = Object.keys(one).filter((name) => one[name] === two[name]);
    expect(same).toEqual([
      'agency-successions.csv',
      'catalogue-items.csv',
      'central-catalogue.csv',
      'city.yaml',
      'regions.csv',
    ]);
  });

  it('replace what an earlier run left', async () => {
    const alone = await make('alone', 3, 0.1);
    await make('over', 1);
    expect(await make('over', 3, 0.1)).toEqual(alone);
  });

  it('say that they are generated', async () => {
    await make('label', 1, 0.1);
    const read = (name: string): Promise<string> => readFile(join(root, 'label', name), 'utf8');
    expect(await read('README.txt')).toContain('生成的示例数据 / Generated sample data');
    expect(await read('city.yaml')).toContain('sample: true');
    expect(await read('ocds/releases-2022-03.json')).toContain('"name":"生成的示例数据 / Generated sample data"');
    expect(await read('anomalies.json')).toContain('"generated": "生成的示例数据 / Generated sample data"');
  });
});
