/** The rows of a worksheet part, as its XML comes. */
import { numberText, timeText, type CellReading } from './cell-text.js';
import { CELLS_AT_MOST, LAST_COLUMN, LAST_ROW } from './limits.js';
import type { XmlEvents } from './read-xml.js';
import { unescaped } from './shared-strings.js';
import type { TimeForm } from './styles.js';
import { broken, tooManyCells, XlsxFault, type FaultText } from './xlsx-fault.js';

export interface SheetRow {
  readonly line: number;
  readonly cells: (string | null)[];
  readonly faults?: (FaultText & { readonly index: number })[];
}

export interface SheetSetting {
  readonly strings: readonly string[];
  readonly styles: readonly (TimeForm | undefined)[];
  readonly is1904: boolean;
  /** Cells read so far, in all sheets. */
  readonly counted: { cells: number };
}

/** Events that put the rows that hold anything into `into`. */
export function sheetRows(setting: SheetSetting, into: SheetRow[]): XmlEvents {
  let line = 0;
  let column = -1;
  let row: { line: number; cells: (string | null)[]; faults?: (FaultText & { index: number })[] } | undefined;
  let type = '';
  let style = 0;
  let value: string | undefined;
  let isFormula = false;
  let isText = false;
  let reading = 0;

  const endCell = (): void => {
    if (!row || (value === undefined && !isFormula)) return;
    const read = cellReading(setting, type, value, style, isFormula);
    if (read.text === '' && !read.rule) return;
    while (row.cells.length < column) row.cells.push(null);
    row.cells[column] = read.text;
    const { rule, zh = '', en = '', remedy = '' } = read;
    if (rule) (row.faults ??= []).push({ index: column, rule, zh, en, remedy });
  };

  return {
    open(name, attributes) {
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = undefined;
        isFormula = false;
      } else if (name === 'v') isText = true;
      else if (name === 't') isText = reading === 0;
      else if (name === 'f') isFormula = true;
      else if (name === 'rPh') reading += 1;
      else if (name === 'row') {
        const next = attributes['r'] === undefined ? line + 1 : Number(attributes['r']);
        if (!(next > line && next <= LAST_ROW)) throw new XlsxFault(broken(`行号 ${next} / row ${next}`));
        line = next;
        column = -1;
        row = { line, cells: [] };
      }
      if (isText) value ??= '';
    },
    text(piece) {
      if (isText) value = (value ?? '') + piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isText = false;
      else if (name === 'rPh') reading -= 1;
      else if (name === 'c') endCell();
      else if (name === 'row') {
        setting.counted.cells += row?.cells.length ?? 0;
        if (setting.counted.cells > CELLS_AT_MOST) throw new XlsxFault(tooManyCells(CELLS_AT_MOST));
        if (row?.cells.length) into.push(row);
        row = undefined;
      }
    },
  };
}

function cellReading(
  { strings, styles, is1904 }: SheetSetting,
  type: string,
  value: string | undefined,
  style: number,
  isFormula: boolean,
): CellReading {
  if (value === undefined) return uncomputed;
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      if (text === undefined) throw new XlsxFault(broken(`文字表没有第 ${value} 项 / no shared string ${value}`));
      return { text };
    }
    case 'inlineStr':
    case 'str':
      return { text: unescaped(value) };
    case 'b':
      return { text: value.trim() === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return errorCell(value);
    case 'd':
      return { text: value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ') };
    default: {
      if (value === '') return { text: '' };
      const form = styles[style];
      return form ? timeText(value, form, is1904) : numberText(value, isFormula);
    }
  }
}

const uncomputed: CellReading = {
  text: '',
  rule: 'FILE-CELL-FORMULA',
  zh: '公式没有保存计算结果',
  en: 'the formula has no saved result',
  remedy: '用 Excel 或 WPS 打开并保存一次，或粘贴为数值 / open and save it once in Excel or WPS, or paste the values',
};

const errorCell = (value: string): CellReading => ({
  text: value,
  rule: 'FILE-CELL-ERROR',
  zh: `单元格是公式错误 ${value}`,
  en: `the cell is the formula error ${value}`,
  remedy: '更正公式，或粘贴为数值 / correct the formula, or paste the value',
});

/** Column of `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column < 1 || column > LAST_COLUMN) throw new XlsxFault(broken(`单元格 ${reference} / cell ${reference}`));
  return column - 1;
}
