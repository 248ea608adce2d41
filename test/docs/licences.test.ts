import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectPart, read, REPOSITORY, table } from './markdown.js';

interface Manifest {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface Locked {
  version: string;
  license?: string;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };

/** Licences that ask for nothing but their notice. */
const PLAIN = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0']);

/** `(MIT AND BSD-3-Clause)`: all of them count; of `(MPL-2.0 OR Apache-2.0)` the plain one is taken. */
const isPlain = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((each) => each.split(' OR ').some((one) => PLAIN.has(one)));

function licenceOf(name: string): string {
  const locked = packages[`node_modules/${name}`]?.license;
  const file = path.join('node_modules', name, 'package.json');
  if (!existsSync(path.join(REPOSITORY, file))) return locked ?? 'not said';
  const { license } = JSON.parse(read(file)) as { license?: string };
  expect(license, `${name}: the lock file and the installed package`).toBe(locked);
  return license ?? 'not said';
}

describe('LICENCES.md', () => {
  it('lists every direct dependency with its licence', () => {
    const rows = (named: Record<string, string>, use: string): string[][] =>
      Object.entries(named).map(([name, version]) => {
        const licence = licenceOf(name);
        return [`\`${name}\``, version, isPlain(licence) ? licence : `**${licence}**`, use];
      });
    const text = table(
      ['包 / Package', '版本 / Version', '许可 / Licence', '用于 / For'],
      [
        ...rows(manifest.dependencies, '运行 / running'),
        ...rows(manifest.optionalDependencies, '按平台 / by platform'),
        ...rows(manifest.devDependencies, '开发 / development'),
      ],
    );
    expectPart('LICENCES.md', 'dependencies', text);
  });

  it('names every package, direct or not, whose licence is not a plain one', () => {
    const text = read('LICENCES.md');
    const unnamed = Object.entries(packages)
      .filter(([place, { license }]) => place !== '' && !(license !== undefined && isPlain(license)))
      .map(([place, { license }]) => ({ name: place.split('node_modules/').at(-1) ?? place, license }))
      .filter(
        ({ name }) =>
          !text.includes(`\`${name}\``) && !(name.startsWith('lightningcss-') && text.includes('`lightningcss`')),
      );
    expect(unnamed).toEqual([]);
  });
});
