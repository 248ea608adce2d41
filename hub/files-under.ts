import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { HubProblem } from './problem.js';

/** The files with one of the endings under the given files and folders, sorted by path. */
export function filesUnder(paths: readonly string[], endings: readonly string[]): string[] {
  return paths.flatMap((each) => {
    const kind = statSync(each, { throwIfNoEntry: false });
    if (!kind) throw new HubProblem(`${each} 不存在`, `${each} does not exist`);
    if (!kind.isDirectory()) return [each];
    return readdirSync(each, { recursive: true, encoding: 'utf8' })
      .filter((name) => endings.includes(path.extname(name)))
      .map((name) => path.join(each, name))
      .toSorted();
  });
}
