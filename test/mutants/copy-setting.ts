import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestServer } from '../kit/global-setup.js';

/** What the tests of a copy are told by the run that made the copy. */
export interface CopySetting {
  readonly server: TestServer;
  /** Environment variables of the tests. */
  readonly env: Readonly<Record<string, string>>;
}

const FILE = 'test/mutants/copy-setting.json';

export function writeSetting(folder: string, setting: CopySetting): void {
  writeFileSync(path.join(folder, FILE), JSON.stringify(setting));
}

/** The setting of the copy that this file is part of. */
export const readSetting = (): CopySetting =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../..', FILE), 'utf8')) as CopySetting;
