/** Containers as real programs, damaged disks and hostile hands make them: written byte by byte. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly text: string | Buffer;
  /** The text deflated, where that is not to be done here, and the size that the directory says it has. */
  readonly packed?: Buffer;
  readonly size?: number;
}

export function buildZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, size, packed = deflateRawSync(text) } of parts) {
    const plain = Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end]);
}

/** A text of so many times 16 MB of spaces between these two, deflated: a few kilobytes for each. */
export function spaces(before: string, times: number, after: string): { packed: Buffer; size: number } {
  const megabytes = Buffer.alloc(16 * 1024 * 1024, ' ');
  // A full flush leaves nothing open: the same bytes may follow any number of times.
  const open = (text: string | Buffer): Buffer => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const block = open(megabytes);
  return {
    packed: Buffer.concat([open(before), ...Array.from({ length: times }, () => block), deflateRawSync(after)]),
    size: before.length + times * megabytes.length + after.length,
  };
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetPart {
  readonly name: string;
  readonly state?: string;
  /** `<row>` elements. */
  readonly rows: string;
  readonly merges?: readonly string[];
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly strings?: readonly string[];
  /** Number format codes; cell style 1 has the first. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  readonly doctype?: string;
}

/** The parts of a workbook with just what the reader looks at. */
export function workbookParts({ sheets, strings, formats = [], is1904, doctype = '' }: WorkbookParts): ZipPart[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return [
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: '_rels/.rels', text: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      text: `<workbook ${MAIN} xmlns:r="${RELATIONS}">${is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
        .map(({ name, state = 'visible' }, at) => `<sheet name="${name}" state="${state}" r:id="s${at}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations(
        [
          ...sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
          relation('x', 'styles', 'styles.xml'),
          ...(strings ? [relation('y', 'sharedStrings', '/xl/sharedStrings.xml')] : []),
        ].join(''),
      ),
    },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet ${MAIN}><numFmts>${formats
        .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`)
        .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
        .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    ...(strings
      ? [
          {
            name: 'xl/sharedStrings.xml',
            text: `<sst ${MAIN}>${strings.map((each) => `<si>${each}</si>`).join('')}</sst>`,
          },
        ]
      : []),
    ...sheets.map(({ rows, merges }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      text: `<?xml version="1.0" encoding="UTF-8"?>${doctype}<worksheet ${MAIN}><sheetData>${rows}</sheetData>${
        merges ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
      }</worksheet>`,
    })),
  ];
}

export const buildXlsx = (parts: WorkbookParts): Buffer => buildZip(workbookParts(parts));

/** A row of cells as text; a cell that begins with `<` is XML already. */
export const xlsxRow = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((cell, at) =>
      cell.startsWith('<') || cell === ''
        ? cell
        : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`;
