/** The blank form of a dataset as XLSX: a sheet to fill in, one that explains each column, one with the code lists. */
import { writeXlsx, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import type { Dataset, DatasetColumn } from '../import/define-dataset.js';
import { bilingual } from './bilingual.js';
import { cellKind } from './column-type.js';
import { HEAD, LABEL, printedWidth, REQUIRED, table, TEXT } from './sheet-look.js';
import {
  CODE_HEADS,
  CODES_SHEET,
  codeLines,
  COLUMN_HEADS,
  columnLines,
  datasetNotes,
  EXPLANATION_SHEET,
} from './template-sheets.js';
import { styleWholeColumns } from './whole-columns.js';

const LAST_ROW = 1_048_576;
/** The same declaration gives the same bytes: no clock enters. */
const MADE = new Date('2000-01-01T00:00:00Z');

export async function templateXlsx(service: string, dataset: Dataset): Promise<Uint8Array> {
  const { zh, en } = bilingual(dataset.title);
  const codes = codeLines(dataset);
  const sheets = [sheetToFill(dataset, zh, codes.rows), explanation(service, dataset)];
  if (codes.lines.length) sheets.push(table(CODES_SHEET, [CODE_HEADS, ...codes.lines], [24, 22, 20, 30, 46]));
  const bytes = await writeXlsx({
    sheets,
    properties: { title: `${zh} / ${en}`, creator: '阳光图谱 / Sunshine Graph', created: MADE, modified: MADE },
  });
  return styleWholeColumns(bytes);
}

function sheetToFill(
  { columns }: Dataset,
  name: string,
  codeRows: ReadonlyMap<string, { from: number; to: number }>,
): WriteSheet {
  const styles = columns.map((column) => cellStyle(column));
  return {
    name,
    rows: [columns.map(({ head }) => head), columns.map(() => null)],
    columns: columns.map(({ head }) => ({ width: Math.max(12, printedWidth(head) + 4) })),
    cells: new Map([
      ...columns.map(({ required }, index) => [`0,${index}`, { style: required ? REQUIRED : HEAD }] as const),
      ...styles.map((style, index) => [`1,${index}`, { style }] as const),
    ]),
    rowDefs: new Map([[0, { height: 30 }]]),
    dataValidations: columns.flatMap((column, index) => validation(column, index, codeRows.get(column.head))),
    freezePane: { rows: 1 },
  };
}

/** Codes, ids and dates stay what was typed: as numbers they would lose zeros, digits, or gain a day nobody stated. */
const cellStyle = (column: DatasetColumn): CellStyle => ({ numFmt: cellKind(column).isNumber ? 'General' : '@' });

function validation(
  column: DatasetColumn,
  index: number,
  words: { from: number; to: number } | undefined,
): DataValidation[] {
  const letter = columnLetter(index);
  const range = `${letter}2:${letter}${LAST_ROW}`;
  const refused = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: '填写有误' } as const;
  const listed = {
    ...refused,
    type: 'list',
    errorMessage: '请从下拉列表中选择 / choose from the list',
    range,
  } as const;
  if (words) return [{ ...listed, formula1: `'${CODES_SHEET}'!$B$${words.from + 1}:$B$${words.to + 1}` }];
  switch (column.type.name) {
    case 'Boolean':
      return [{ ...listed, values: ['是', '否'] }];
    case 'Int':
      return [number(range, 'whole', '请填整数 / a whole number', refused)];
    case 'Decimal':
      return [number(range, 'decimal', '请只填数字，单位见列名 / a number only, the unit is in the head', refused)];
    default:
      return [];
  }
}

const number = (
  range: string,
  type: 'whole' | 'decimal',
  errorMessage: string,
  refused: Partial<DataValidation>,
): DataValidation => ({
  ...refused,
  type,
  operator: 'between',
  formula1: '-999999999999999',
  formula2: '999999999999999',
  errorMessage,
  range,
});

function explanation(service: string, dataset: Dataset): WriteSheet {
  const notes = datasetNotes(service, dataset);
  const last = COLUMN_HEADS.length - 1;
  const sheet = table(
    EXPLANATION_SHEET,
    [COLUMN_HEADS, ...columnLines(dataset)],
    [24, 10, 34, 8, 34, 34, 54, 30],
    notes.length + 1,
  );
  const rows = [...notes.map(([label, text]) => [label, text]), [], ...(sheet.rows ?? [])];
  const styles: [string, { style: CellStyle }][] = notes.flatMap((_, row) => [
    [`${row},0`, { style: LABEL }],
    [`${row},1`, { style: TEXT }],
  ]);
  return {
    ...sheet,
    rows,
    cells: new Map([...(sheet.cells ?? []), ...styles]),
    merges: notes.map((_, row) => ({ startRow: row, startCol: 1, endRow: row, endCol: last })),
    rowDefs: new Map<number, { height?: number }>([
      ...notes.map(([, text], row) => [row, { height: 16 * text.split('\n').length + 4 }] as const),
      ...(sheet.rowDefs ?? []),
    ]),
  };
}

function columnLetter(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
