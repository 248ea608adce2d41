/** A refused file, published again from its kept copy once its findings are accepted. */
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { markPublished, type Refusal } from '../../subgraph/import/refusal.js';
import { keptPath } from '../../subgraph/ledger/kept-file.js';
import type { ImportPlace } from '../import-place.js';
import { HubProblem } from '../problem.js';
import type { ImportReport } from '../report/import-report.js';
import { temporaryFolder } from '../temporary-folder.js';
import { importOptions } from './import-options.js';
import { runImport } from './run-import.js';

export async function republish(
  place: ImportPlace,
  { id, options: handedIn, by }: Refusal,
  log: (line: string) => void,
): Promise<ImportReport[]> {
  const { what, files, mode = 'MERGE', agency, period, partial, officialOn, note } = handedIn;
  const options = { ...importOptions({ by, officialOn }), mode, agency, period, partial, note, yes: true };
  using folder = temporaryFolder();
  const paths = files.map(({ name, sha256 }, index) => {
    const kept = keptPath(place.config.dataDir, sha256);
    if (!existsSync(kept))
      throw new HubProblem(
        `${name} 的留存副本已不在 ${kept}，请重新导入该文件`,
        `the kept copy of ${name} is no longer at ${kept}: import the file again`,
      );
    // A file has a folder of its own, since two may have one name; its own name and ending say what it is.
    const own = path.join(folder.path, String(index));
    mkdirSync(own);
    const link = path.join(own, path.basename(name));
    symlinkSync(kept, link);
    return link;
  });
  const reports = await runImport(place, { what, paths, options, log });
  for (const { outcome, batch } of reports)
    if (outcome !== 'REFUSED' && batch !== undefined) await markPublished(place.client, id, batch);
  return reports;
}
