import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../../sample/generate.js';

const SCHEMAS = resolve(import.meta.dirname, '../../services/procurement/ocds/schema');

describe('the OCDS packages of the sample', () => {
  let folder: string;
  let files: Record<string, number>;
  let texts: Map<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-ocds-'));
    // Large enough that a busy month needs a second file.
    ({ files } = await generateSample({ seed: 1, scale: 2, out: folder }));
    const names = (await readdir(join(folder, 'ocds'))).sort();
    const contents = await Promise.all(names.map((name) => readFile(join(folder, 'ocds', name), 'utf8')));
    texts = new Map(names.map((name, at) => [name, contents[at] ?? '']));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are valid against the official schema of 1.1.5', async () => {
    const schema = async (name: string): Promise<object> =>
      JSON.parse(await readFile(join(SCHEMAS, name), 'utf8')) as object;
    const ajv = new Ajv.default({ strict: false, allErrors: false });
    addFormats.default(ajv);
    ajv.addSchema(await schema('release-schema.json'));
    const validate = ajv.compile(await schema('release-package-schema.json'));
    const errors = [...texts].flatMap(([name, text]) => {
      const isValid = validate(JSON.parse(text));
      return isValid ? [] : [{ name, errors: validate.errors }];
    });
    expect(errors).toEqual([]);
  });

  it('hold at most 500 releases of their month, and number only the files of a split month', () => {
    expect([...texts.keys()]).toEqual(expect.arrayContaining(['releases-2022-01.json', 'releases-2024-11-01.json']));
    for (const [name, text] of texts) {
      const { releases } = JSON.parse(text) as { releases: { date: string }[] };
      expect(releases.length).toBeLessThanOrEqual(500);
      expect(releases.length).toBe(files[`ocds/${name}`]);
      expect(releases.every(({ date }) => name.startsWith(`releases-${date.slice(0, 7)}`))).toBe(true);
      const month = name.slice(0, 'releases-2022-01'.length);
      expect(name.length > `${month}.json`.length).toBe(texts.has(`${month}-02.json`));
    }
  });

  it('print amounts with their fen, one release a line', () => {
    const text = texts.get('releases-2022-03.json') ?? '';
    expect(text.match(/"amount":(?!\{)/g)?.length).toBe(text.match(/"amount":\d+\.\d\d[,}]/g)?.length);
    expect(text.split('\n').length).toBe((files['ocds/releases-2022-03.json'] ?? 0) + 3);
  });
});
