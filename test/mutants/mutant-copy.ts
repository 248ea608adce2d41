import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REPOSITORY } from '../kit/hub-command.js';
import { writeSetting, type CopySetting } from './copy-setting.js';

const LEFT_OUT = new Set(['.git', '.data', 'dist', 'node_modules', 'coverage']);

export const PATCHES = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.patch'));

export const patchFile = (name: string): string => path.join(import.meta.dirname, name);

/** The sources once more, in a temporary folder, to be changed there; packages are those of the repository. */
export class MutantCopy implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'hub-mutant-'));

  constructor(setting: CopySetting) {
    for (const name of readdirSync(REPOSITORY))
      if (!LEFT_OUT.has(name)) cpSync(path.join(REPOSITORY, name), path.join(this.folder, name), { recursive: true });
    symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(this.folder, 'node_modules'));
    writeSetting(this.folder, setting);
  }

  apply(patch: string): void {
    this.#git('apply', patchFile(patch));
  }

  revert(patch: string): void {
    this.#git('apply', '--reverse', patchFile(patch));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #git(...args: string[]): void {
    const { status, stderr } = spawnSync('git', args, { cwd: this.folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  }
}
