/** Heads of a file that no column of its dataset took: what stands under them is not read, and that is said. */
import { shorten, type Finding } from '../import/finding.js';

/** What is left of the heads; `taken` are those under which the columns were found. */
export function unknownHeads(taken: Iterable<string>, heads: readonly string[]): string[] {
  const known = new Set(taken);
  return heads.filter((head) => head !== '' && !known.has(head));
}

/** The finding HEAD-UNKNOWN over all such heads of a sheet, or none. */
export function unknownHeadFindings(taken: Iterable<string>, heads: readonly string[], file: string): Finding[] {
  const unknown = unknownHeads(taken, heads);
  if (!unknown.length) return [];
  return [
    {
      rule: 'HEAD-UNKNOWN',
      severity: 'W',
      file,
      path: '表头 / heads',
      value: shorten(unknown.join('、')),
      zh: `以下各列不属于本数据集，内容未读入：${unknown.join('、')}`,
      en: `these columns are not of the dataset and were not read: ${unknown.join(', ')}`,
      remedy:
        '若应读入，请改用模板的列名；否则可以不管 / use the heads of the template if they should be read; leave them otherwise',
    },
  ];
}
