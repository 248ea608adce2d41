/** How the sheets of a template look: framed tables, required heads in red, rows high enough for their text. */
import type { CellStyle, WriteSheet } from 'hucre/xlsx';

const FONT = { name: 'Calibri', size: 11 } as const;
const border = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const framed = { top: border, right: border, bottom: border, left: border };
export const HEAD: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: '1F3864' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { vertical: 'center', wrapText: true },
  border: framed,
};
export const REQUIRED: CellStyle = {
  ...HEAD,
  font: { ...FONT, bold: true, color: { rgb: 'C00000' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FCE4D6' } },
};
export const TEXT: CellStyle = {
  font: FONT,
  numFmt: '@',
  alignment: { vertical: 'top', wrapText: true },
  border: framed,
};
export const LABEL: CellStyle = { ...TEXT, font: { ...FONT, bold: true } };

/** A framed table with a head row, `above` rows down; heights follow the text, since not every program fits them itself. */
export function table(
  name: string,
  lines: readonly (readonly string[])[],
  widths: readonly number[],
  above = 0,
): WriteSheet {
  const heightOf = (line: readonly string[]): number =>
    16 * Math.max(...line.map((text, column) => printedLines(text, widths[column] ?? 10))) + 4;
  return {
    name,
    rows: lines.map((line) => [...line]),
    columns: widths.map((width) => ({ width })),
    cells: new Map(
      lines.flatMap((line, row) =>
        line.map((_, column) => [`${row + above},${column}`, { style: row === 0 ? HEAD : TEXT }] as const),
      ),
    ),
    rowDefs: new Map(lines.map((line, row) => [row + above, { height: heightOf(line) }] as const)),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(above === 0 && { freezePane: { rows: 1 } }),
  };
}

/** Width in half-width characters: a Chinese character takes two. */
export const printedWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

const printedLines = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(printedWidth(line) / (width - 1))), 0);
