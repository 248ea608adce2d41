import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of package.json: the same whether the sources run or what was built of them. */
export const packageRoot: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('package.json is not above this file');
  return findRoot(parent);
}
