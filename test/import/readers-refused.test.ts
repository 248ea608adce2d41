import { describe, expect, it } from 'vitest';
import { buildZip } from './build-zip.js';
import { readHandedIn } from './read-handed-in.js';

/** An OLE container (MS-CFB) whose directory, in its first sector, has an entry of this name. */
function ole(name: string): Buffer {
  const bytes = Buffer.alloc(2048);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(0, 48);
  bytes.write('Root Entry', 512, 'utf16le');
  bytes.write(name, 640, 'utf16le');
  return bytes;
}

const zip = (...names: string[]): Buffer => buildZip(names.map((name) => ({ name, text: name })));
const text = (bytes: string): Buffer => Buffer.from(bytes, 'latin1');

describe('a file that is no table is recognised and answered with how to make one:', () => {
  it.each([
    ['old.xls', ole('Workbook'), '.xls', 'save it as .xlsx'],
    ['named-otherwise.csv', ole('Book'), '.xls', 'save it as .xlsx'],
    ['file.et', ole('Workbook'), '.et', 'save it as .xlsx'],
    ['file.doc', ole('WordDocument'), '.doc', 'copy it into Excel'],
    ['file.wps', ole('WordDocument'), '.wps', 'copy it into Excel'],
    ['file.xlsb', zip('xl/workbook.bin'), '.xlsb', 'save it as .xlsx'],
    ['file.docx', zip('[Content_Types].xml', 'word/document.xml'), '.docx', 'copy it into Excel'],
    ['file.pptx', zip('ppt/presentation.xml'), '.pptx', 'copy it into Excel'],
    ['file.ods', zip('mimetype', 'content.xml'), '.ods', 'save it as .xlsx'],
    ['file.ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'OFD', 'copy it into Excel'],
    ['file.zip', zip('2024.xlsx', '2023.xlsx'), 'ZIP', 'unpack'],
    ['damaged.zip', text('PK\x03\x04'), 'ZIP', 'unpack'],
    ['file.rar', text('Rar!\x1a\x07\x01\0'), 'RAR', 'unpack'],
    ['file.7z', text('7z\xbc\xaf\x27\x1c'), '7z', 'unpack'],
    ['file.csv.gz', text('\x1f\x8b\x08'), 'gzip', 'unpack'],
    ['file.pdf', text('%PDF-1.7\n'), 'PDF', 'copy it into Excel'],
    ['scan.jpg', text('\xff\xd8\xff\xe0'), 'picture', 'copy it into Excel'],
    [
      'page.xls',
      text('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
      'web page',
      'save it as .xlsx',
    ],
    ['file.xls', text('<?xml version="1.0"?><Workbook/>'), 'XML', 'save it as .xlsx'],
    ['file.dbf', text('\x03xyz'), '.dbf', 'save it as CSV'],
  ])('%s', async (name, bytes, what, how) => {
    await expect(readHandedIn(name, bytes)).rejects.toMatchObject({
      rule: 'FILE-FORMAT',
      en: expect.stringContaining(what) as string,
      remedy: expect.stringContaining(how) as string,
    });
  });

  it.each([
    ['secret.xlsx', ole('EncryptedPackage'), 'FILE-ENCRYPTED'],
    ['nothing.csv', text(''), 'FILE-EMPTY'],
    ['nothing.xlsx', text(''), 'FILE-EMPTY'],
  ])('%s', async (name, bytes, rule) => {
    await expect(readHandedIn(name, bytes)).rejects.toMatchObject({ rule });
  });
});
