/** What a workbook consists of: its sheets in order, its date system, where the parts are (ECMA-376 part 1, §12). */
import { posix } from 'node:path';
import { readXml } from './read-xml.js';
import { broken, XlsxFault } from './xlsx-fault.js';
import type { ZipParts } from './zip-parts.js';

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly state: string; readonly part: string }[];
  /** Days count from 1904 instead of 1900. */
  readonly is1904: boolean;
  readonly styles: string | undefined;
  readonly strings: string | undefined;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  const main =
    [...(await relations(parts, '')).values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!parts.has(main)) throw new XlsxFault(broken(`缺少 ${main} / ${main} is missing`));
  const related = await relations(parts, main);
  const sheets: { name: string; state: string; part: string }[] = [];
  let is1904 = false;
  await readXml(main, parts.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /^\w+:id$/.test(key))?.[1] ?? '';
      const relation = related.get(id);
      // Chart sheets and macro sheets have no rows.
      if (relation?.type === 'worksheet')
        sheets.push({ name: attributes['name'] ?? '', state: attributes['state'] ?? 'visible', part: relation.part });
    },
  });
  const partOf = (type: string): string | undefined =>
    [...related.values()].find((each) => each.type === type && parts.has(each.part))?.part;
  return { sheets, is1904, styles: partOf('styles'), strings: partOf('sharedStrings') };
}

/** The parts that a part refers to, by id. */
async function relations(parts: ZipParts, part: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!parts.has(file)) return found;
  await readXml(file, parts.read(file), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      // Nothing outside the container is ever fetched.
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return found;
}
