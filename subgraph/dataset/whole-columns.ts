/** Gives whole columns the style of their second cell: the writer styles cells, and a form has none yet below its heads. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = 'xl/worksheets/sheet1.xml';
const SECOND_CELL = /<c r="([A-Z]+)2" s="(\d+)"\/>/g;
const COLUMN = /<col min="(\d+)"/g;
/** Zip keeps local time; its first day is the same everywhere. */
const UNDATED = new Date(1980, 0, 1);

export function styleWholeColumns(xlsx: Uint8Array): Uint8Array {
  const files = unzipSync(xlsx);
  const sheet = files[SHEET];
  if (!sheet) throw new Error(`the workbook has no ${SHEET}`);
  const xml = strFromU8(sheet);
  const styles = new Map(
    [...xml.matchAll(SECOND_CELL)].map(([, letters = '', style]) => [String(columnNumber(letters)), style]),
  );
  const styled = xml.replaceAll(COLUMN, (start, position: string) => {
    const style = styles.get(position);
    return style === undefined ? start : `<col style="${style}" min="${position}"`;
  });
  return zipSync({ ...files, [SHEET]: strToU8(styled) }, { mtime: UNDATED });
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
