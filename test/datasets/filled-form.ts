import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = 'xl/worksheets/sheet1.xml';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export interface TypedCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** The form as a spreadsheet program saves it once its second row is filled in: text or number, in the column's own format. */
export function fillForm(xlsx: Uint8Array, cells: readonly TypedCell[]): Uint8Array {
  const files = unzipSync(xlsx);
  const xml = strFromU8(files[SHEET] ?? new Uint8Array());
  const styles = columnStyles(xml);
  const row = cells.map(({ text, isNumber }, index) => {
    const place = `r="${letters(index)}2" s="${styles[index] ?? 0}"`;
    return isNumber
      ? `<c ${place}><v>${text}</v></c>`
      : `<c ${place} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  });
  const filled = xml.replace(/<row r="2".*?<\/row>|(?=<\/sheetData>)/, `<row r="2">${row.join('')}</row>`);
  return zipSync({ ...files, [SHEET]: strToU8(filled) });
}

/** Style number of each column as a whole. */
export function columnStyles(xml: string): (string | undefined)[] {
  const styles: (string | undefined)[] = [];
  for (const [, style, position] of xml.matchAll(/<col(?: style="(\d+)")? min="(\d+)"/g))
    styles[Number(position) - 1] = style;
  return styles;
}

export const sheetXml = (xlsx: Uint8Array, name = SHEET): string =>
  strFromU8(unzipSync(xlsx)[name] ?? new Uint8Array());

function letters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
