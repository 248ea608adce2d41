/** What a file is by its first bytes; the ending decides only between kinds of text. */
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { brokenZip, emptyFile, encryptedFile, refusedKind, unknownKind, type RefusedKind } from './refused-kinds.js';
import { zipNames } from './xlsx/zip-names.js';

export type FileKind = 'csv' | 'xlsx' | 'json' | 'ndjson';

const TEXT_KINDS: Readonly<Record<string, FileKind>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.txt': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

const BY_BYTES: readonly (readonly [string, RefusedKind])[] = [
  ['%PDF', 'pdf'],
  ['Rar!', 'rar'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gzip'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
];

/** What a ZIP container is by the names in it. */
const BY_PARTS: readonly (readonly [RegExp, RefusedKind])[] = [
  [/^xl\/workbook\.bin$/i, 'xlsb'],
  [/^word\//i, 'docx'],
  [/^ppt\//i, 'pptx'],
  [/^OFD\.xml$/i, 'ofd'],
];

/** Endings that say what an OLE container is, where its own names do not. */
const OLE_ENDINGS: Readonly<Record<string, RefusedKind>> = { '.et': 'et', '.ett': 'et', '.wps': 'wps', '.doc': 'doc' };

/** Throws UnreadableTable for every kind that is not read. */
export async function fileKind(file: string): Promise<FileKind> {
  const ending = path.extname(file).toLowerCase();
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    if (start.replace(/^\xef\xbb\xbf/, '').trim() === '' && (await handle.stat()).size <= 4096) throw emptyFile();
    if (start.startsWith(OLE)) throw await ofOle(handle, buffer, ending);
    if (ZIP.some((bytes) => start.startsWith(bytes))) return await ofZip(file, ending);
    const known = BY_BYTES.find(([bytes]) => start.startsWith(bytes));
    if (known) throw refusedKind(known[1]);
    if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|table|head|meta|style|div)\b/i.test(start)) throw refusedKind('html');
    if (/^(\xef\xbb\xbf)?\s*<\?xml\b/.test(start)) throw refusedKind(/<html/i.test(start) ? 'html' : 'xml');
    const kind = TEXT_KINDS[ending];
    if (kind) return kind;
    if (ending === '.xlsx') throw brokenZip('不是 ZIP 容器 / not a ZIP container');
    throw unknownKind(ending);
  } finally {
    await handle.close();
  }
}

async function ofZip(file: string, ending: string): Promise<FileKind> {
  const names = await zipNames(file).catch((error: Error) => {
    if (ending === '.zip') throw refusedKind('zip');
    throw brokenZip(error.message);
  });
  if (names.some((name) => /^\/?xl\/workbook\.xml$/i.test(name))) return 'xlsx';
  const known = BY_PARTS.find(([part]) => names.some((name) => part.test(name)));
  if (known) throw refusedKind(known[1]);
  if (names.includes('mimetype') && names.includes('content.xml'))
    throw refusedKind(ending === '.odt' || ending === '.odp' ? 'odt' : 'ods');
  // A workbook may name its parts otherwise; what is none is found out by the reader.
  if (ending === '.xlsx' && names.includes('[Content_Types].xml')) return 'xlsx';
  throw refusedKind('zip');
}

/** The names of an OLE container's streams (MS-CFB) tell workbook, document and encrypted package apart. */
async function ofOle(handle: FileHandle, start: Buffer, ending: string): Promise<Error> {
  const sector = 1 << Math.min(start.readUInt16LE(30), 12);
  const directory = (start.readUInt32LE(48) + 1) * sector;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, directory);
  const names = buffer.subarray(0, bytesRead).toString('utf16le');
  if (names.includes('EncryptedPackage')) return encryptedFile();
  if (names.includes('WordDocument')) return refusedKind(ending === '.wps' ? 'wps' : 'doc');
  return refusedKind(OLE_ENDINGS[ending] ?? 'xls');
}
