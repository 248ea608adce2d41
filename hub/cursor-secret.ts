import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.js';

/** The key that signs cursors: the operator's, else one made once for the data directory, so that links stay good. */
export function cursorSecret({ cursorSecret: given, dataDir }: Pick<Config, 'cursorSecret' | 'dataDir'>): string {
  if (given !== undefined) return given;
  const file = path.join(dataDir, 'cursor.key');
  const fresh = `${file}.new-${process.pid}`;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fresh, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    // Linking fails where another command was faster; its key is everyone's then.
    linkSync(fresh, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(fresh);
  }
  return readFileSync(file, 'utf8').trim();
}
