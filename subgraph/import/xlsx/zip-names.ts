/** What a ZIP container holds, by the names in its directory; nothing is unpacked. */
import { openPromise } from 'yauzl';

const ENOUGH = 2000;

export async function zipNames(path: string): Promise<string[]> {
  const file = await openPromise(path, { autoClose: false, strictFileNames: false });
  try {
    const names: string[] = [];
    for await (const { fileName } of file.eachEntry()) if (names.push(fileName) >= ENOUGH) break;
    return names;
  } finally {
    file.close();
  }
}
