import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../gateway/services.js';
import { VARIABLES } from '../../hub/variables.js';
import { commandLines, hubProgram, whyUnknown } from './command-lines.js';
import { expectPart, expectPrinted, fences, read, REPOSITORY, table, twoLines } from './markdown.js';
import { renderErrors } from './render-errors.js';

const DOCUMENTS = [
  'README.md',
  'LICENCES.md',
  ...readdirSync(path.join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...SERVICES.map(({ name }) => `services/${name}/README.md`),
];

/** What is committed, or will be. */
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: REPOSITORY })
  .toString()
  .split('\0')
  .filter((name) => name && statSync(path.join(REPOSITORY, name), { throwIfNoEntry: false })?.isFile());

describe('docs/errors.md', () => {
  it('is printed from the registry of errors', () => expectPrinted('docs/errors.md', renderErrors()));
});

describe('README.md', () => {
  const readme = read('README.md');

  it('lists every environment variable', () => {
    expectPart(
      'README.md',
      'variables',
      table(
        ['变量 / Variable', '默认 / Default', '作用 / What it does'],
        VARIABLES.map(({ name, default: fallback, doc }) => [
          `\`${name}\``,
          fallback && `\`${fallback}\``,
          twoLines(doc),
        ]),
      ),
    );
    for (const { name } of VARIABLES) expect(read('README.md')).toContain(name);
  });

  it('lists every dataset', () => {
    const datasets = SERVICES.flatMap((service) => service.datasets);
    expectPart(
      'README.md',
      'datasets',
      table(
        ['数据集 / Dataset', '文件名 / File', '内容 / What it is'],
        datasets.map(({ id, file, title }) => [`\`${id}\``, `\`${file}\``, twoLines(title)]),
      ),
    );
  });

  it('shows every field of city.yaml', () => {
    const fields = [...read('subgraph/city.ts').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name);
    const shown = fences(readme).find(({ language }) => language === 'yaml')?.text ?? '';
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((name) => !new RegExp(`^${name}:`, 'm').test(shown))).toEqual([]);
  });

  it('has an answer to each of the three questions', () => {
    for (const number of [1, 2, 3])
      expect(
        readme.split(`<!-- answer:${number} -->`)[1]?.split('<!-- /answer')[0]?.trim(),
        `answer ${number}`,
      ).toBeTruthy();
  });
});

describe('the READMEs of the services', () => {
  it.each(SERVICES)('$name names each of its entities', ({ name, entities }) => {
    const text = read(`services/${name}/README.md`);
    const missing = entities.map((entity) => entity.name).filter((entity) => !text.includes(`\`${entity}\``));
    expect(missing).toEqual([]);
  });
});

describe('every document', () => {
  it.each(DOCUMENTS)('%s shows only commands that there are', async (file) => {
    const program = await hubProgram();
    const wrong = commandLines(fences(read(file))).flatMap((line) => {
      const why = whyUnknown(line, program);
      return why === undefined ? [] : [`${line}: ${why}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each(DOCUMENTS)('%s links to files and headings that there are', (file) => {
    const text = read(file);
    const targets = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !leads(file, target))).toEqual([]);
  });
});

describe('what is committed', () => {
  it('names no registry host and no path of one machine', () => {
    const configured = execFileSync('npm', ['config', 'get', 'registry'], { cwd: REPOSITORY }).toString().trim();
    const host = new URL(configured).hostname.replaceAll('.', String.raw`\.`);
    const forbidden = new RegExp(
      [host, String.raw`/(home|Users)/[a-z_][\w.-]*/`, `${REPOSITORY}(?![\\w-])`].join('|'),
      'i',
    );
    const naming = tracked.flatMap((name) => {
      const bytes = readFileSync(path.join(REPOSITORY, name));
      const found = bytes.includes(0) ? undefined : forbidden.exec(bytes.toString('utf8'))?.[0];
      return found === undefined ? [] : [`${name}: ${found}`];
    });
    expect(naming).toEqual([]);
  });
});

function leads(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const to = file === '' ? from : path.join(path.dirname(from), decodeURIComponent(file));
  if (!existsSync(path.join(REPOSITORY, to))) return false;
  return anchor === undefined || headings(read(to)).has(decodeURIComponent(anchor));
}

/** Anchors as GitHub makes them: lower case, without punctuation, spaces as hyphens. */
function headings(markdown: string): Set<string> {
  const lines = markdown.split('\n').filter((line) => /^#+ /.test(line));
  const anchor = (line: string): string =>
    line
      .replace(/^#+ /, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
  return new Set(lines.map(anchor));
}
