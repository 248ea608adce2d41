/** What stands on the sheets of a template that explain it; the importer reads none of them. */
import type { Dataset } from '../import/define-dataset.js';
import { bilingual } from './bilingual.js';
import { codeWords } from './code-words.js';
import { cellKind } from './column-type.js';
import { columnRows, datasetRow, type DatasetColumnRow } from './dictionary-rows.js';
import { FREQUENCIES, PERIOD_UNITS } from './terms.js';

export const EXPLANATION_SHEET = '填报说明';
export const CODES_SHEET = '代码表';

export const COLUMN_HEADS = [
  '列名\nColumn',
  '必填\nRequired',
  '类型\nType',
  '单位\nUnit',
  '代码表\nCode list',
  '别名（同样可读入）\nAlso read under',
  '说明\nExplanation',
  '示例\nExample',
] as const;

/** What holds of the whole dataset: label and text. */
export function datasetNotes(service: string, dataset: Dataset): [label: string, text: string][] {
  const row = datasetRow(service, dataset);
  const columns = columnRows(dataset);
  const headOf = (field: string): string => columns.find((column) => column.field === field)?.head ?? field;
  const unit = row.period_unit === null ? undefined : PERIOD_UNITS[row.period_unit];
  const notes: ([string, string] | undefined)[] = [
    ['数据集\nDataset', `${row.title}（${row.id}）\n${row.title_en}`],
    ['报送单位\nHanded in by', `${row.owner}\n${row.owner_en}`],
    ['频率\nFrequency', FREQUENCIES[row.frequency].replace(' / ', '\n')],
    ['依据\nBasis', row.legal_basis.replace(' / ', '\n')],
    ['主键\nKey', `${row.key_columns.map(headOf).join(' + ')}\n同一主键只能有一行 / one row for each key`],
    unit === undefined ? undefined : ['报送周期\nPeriod', unit.replace(' / ', '\n')],
    [
      '怎样填写\nHow to fill in',
      '只填写第一张表，从第 2 行起；不要改列名，可以删去不填的选填列。红色列名为必填。空白表示未知或不适用，不是 0。\n' +
        'Fill in the first sheet only, from row 2; keep the heads; optional columns may be removed. Red heads are required. A blank means unknown or not applicable, never 0.',
    ],
  ];
  return notes.filter((note) => note !== undefined);
}

/** One line for each column, in the order of COLUMN_HEADS. */
export function columnLines(dataset: Dataset): string[][] {
  return columnRows(dataset).map((row, index) => {
    const column = dataset.columns[index];
    const kind = column ? bilingual(cellKind(column).doc) : { zh: '', en: '' };
    return [
      row.head,
      row.required ? '是 Yes' : '',
      `${kind.zh}\n${kind.en}`,
      row.unit ?? '',
      codeList(row, column ? codeWords(column).map(({ word }) => word) : []),
      quoted(row.aliases),
      [row.doc, row.doc_en, row.personal ? PERSONAL : '', row.field === null ? NOT_STORED : '']
        .filter(Boolean)
        .join('\n'),
      row.example ?? '',
    ];
  });
}

const PERSONAL =
  '可能含个人信息：自然人只写姓氏加星号，代码留空，不填证件号码 / May be personal: of a natural person write the surname and an asterisk, leave codes blank, give no id number';
const NOT_STORED = '只供阅读，不入库 / For reading only, not stored';

function codeList({ code_list, code_list_edition }: DatasetColumnRow, words: readonly string[]): string {
  if (words.length) return words.join('、');
  return [code_list, code_list_edition?.replace(' / ', '\n')].filter(Boolean).join(' ');
}

export const CODE_HEADS = [
  '列名\nColumn',
  '填写\nWrite',
  '代码\nCode',
  '同样可读入\nAlso read',
  '说明\nExplanation',
] as const;

/** Every word of every code list of the dataset, and the rows where each column's words stand, from 1 below the heads. */
export function codeLines(dataset: Dataset): {
  lines: string[][];
  rows: ReadonlyMap<string, { from: number; to: number }>;
} {
  const lines: string[][] = [];
  const rows = new Map<string, { from: number; to: number }>();
  for (const column of dataset.columns) {
    const words = codeWords(column);
    if (!words.length) continue;
    rows.set(column.head, { from: lines.length + 1, to: lines.length + words.length });
    for (const { word, code, also, zh, en } of words)
      lines.push([column.head, word, code, quoted(also), zh === word ? en : `${zh}\n${en}`]);
  }
  return { lines, rows };
}

/** In quotes, so that a single one is not taken for a head. */
const quoted = (heads: readonly string[]): string => heads.map((head) => `“${head}”`).join('、');
