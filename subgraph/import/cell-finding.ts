import type { Refusal } from '../../schema/vocabulary/checked.js';
import { shownValue } from '../dataset/personal-value.js';
import type { DatasetColumn } from './define-dataset.js';
import type { Finding } from './finding.js';
import type { TableRow } from './table-row.js';

/** What is wrong with one cell; of a column that may be personal neither value nor sentence repeats what it says. */
export function cellFinding(
  { rule, zh, en }: Pick<Refusal, 'rule' | 'zh' | 'en'>,
  {
    column,
    cell,
    head,
    row,
    file,
  }: { column: DatasetColumn; cell: string | null; head: string; row: TableRow; file: string },
): Finding {
  // The sentences quote the value, whole or in part.
  const isPersonal = column.personal === true && cell !== null;
  return {
    rule,
    severity: 'E',
    file,
    path: `${row.sheet ? `${row.sheet} ` : ''}第 ${row.row} 行“${head}” / row ${row.row}, ${head}`,
    value: shownValue(column, cell),
    zh: isPersonal ? `“${head}”的内容不符合规则 ${rule}` : zh,
    en: isPersonal ? `${head} breaks rule ${rule}` : en,
    remedy: '更正该单元格后重新导入 / correct the cell and import again',
    sheet: row.sheet ?? null,
    row: row.row,
    column: head,
    acceptable: canHold(column, cell),
  };
}

/** A wrong code or number of a document is text all the same; a date that is none has no place in a column of dates. */
export const canHold = ({ type, codes, parse, field }: DatasetColumn, cell: string | null): boolean =>
  cell !== null && field !== undefined && type.column === 'text' && !type.values && !codes && !parse;
