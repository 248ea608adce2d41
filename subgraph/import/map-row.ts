/** Printed cells → the values of one row, each checked by the rule of its type. */
import type { Checked } from '../../schema/vocabulary/checked.js';
import { parseCurrency } from '../../schema/vocabulary/currency.js';
import { parseDateTime } from '../../schema/vocabulary/date-time.js';
import { convertUnit, parseDecimal } from '../../schema/vocabulary/decimal.js';
import { checkDocNo } from '../../schema/vocabulary/doc-no.js';
import { checkLandNo } from '../../schema/vocabulary/land-no.js';
import { parseLocalDate } from '../../schema/vocabulary/local-date.js';
import { parseQuarter } from '../../schema/vocabulary/period.js';
import { checkProjectCode } from '../../schema/vocabulary/project-code.js';
import { checkRegionCode, checkRegionEdition } from '../../schema/vocabulary/region-code.js';
import { checkUscc } from '../../schema/vocabulary/uscc.js';
import type { DatasetColumn } from './define-dataset.js';
import { shorten, type Finding } from './finding.js';
import type { ImportRow } from './stored-columns.js';
import type { TableRow } from './read-table.js';

type Reader = (cell: string) => Checked<unknown>;

const YES = new Set(['是', '1', 'true', 'TRUE', 'Y']);
const NO = new Set(['否', '0', 'false', 'FALSE', 'N']);

/** Commas stand between thousands and nowhere else: `1,5` is not fifteen. */
const THOUSANDS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

const READERS: Readonly<Record<string, Reader>> = {
  Decimal: (cell) => parseDecimal(THOUSANDS.test(cell) ? cell.replaceAll(',', '') : cell),
  LocalDate: parseLocalDate,
  DateTime: parseDateTime,
  Uscc: checkUscc,
  RegionCode: checkRegionCode,
  RegionEdition: checkRegionEdition,
  ProjectCode: checkProjectCode,
  DocNo: checkDocNo,
  LandNo: checkLandNo,
  Quarter: parseQuarter,
  CurrencyCode: parseCurrency,
  Int: (cell) =>
    /^-?\d{1,9}(\.0+)?$/.test(cell)
      ? { ok: true, value: Number.parseInt(cell, 10) }
      : { ok: false, rule: 'INTEGER', zh: '不是整数', en: 'is not a whole number' },
  Boolean: (cell) =>
    YES.has(cell) || NO.has(cell)
      ? { ok: true, value: YES.has(cell) }
      : { ok: false, rule: 'YES-NO', zh: '不是“是”或“否”', en: 'is neither 是 nor 否' },
};

/** Which head of the file stands for which column; a missing required column is a finding. */
export function matchHeads(
  columns: readonly DatasetColumn[],
  heads: readonly string[],
  file: string,
): { heads: Map<DatasetColumn, string>; findings: Finding[] } {
  const matched = new Map<DatasetColumn, string>();
  const findings: Finding[] = [];
  for (const column of columns) {
    const head = [column.head, ...(column.aliases ?? [])].find((each) => heads.includes(each));
    if (head !== undefined) matched.set(column, head);
    else if (column.required)
      findings.push({
        rule: 'HEAD-MISSING',
        severity: 'E',
        file,
        path: '表头 / heads',
        value: shorten(heads.join(', ')),
        zh: `缺少必需的列“${column.head}”`,
        en: `the required column ${column.head} is missing`,
        remedy: '补上该列，或改用模板的表头 / add the column, or use the heads of the template',
      });
  }
  return { heads: matched, findings };
}

/** The row's values by field, and what is wrong with its cells. */
export function mapRow(
  heads: ReadonlyMap<DatasetColumn, string>,
  row: TableRow,
  file: string,
): { values: ImportRow; findings: Finding[] } {
  const values: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const [column, head] of heads) {
    const cell = row.cells[head] ?? null;
    const read = readCell(column, cell);
    if (read.ok) {
      if (column.field !== undefined) place(values, column.field, read.value);
      continue;
    }
    findings.push({
      rule: read.rule,
      severity: 'E',
      file,
      path: `${row.sheet ? `${row.sheet} ` : ''}第 ${row.row} 行“${head}” / row ${row.row}, ${head}`,
      value: shorten(cell),
      zh: read.zh,
      en: read.en,
      remedy: '更正该单元格后重新导入 / correct the cell and import again',
    });
  }
  return { values, findings };
}

function readCell(column: DatasetColumn, cell: string | null): Checked<unknown> {
  if (column.parse) {
    const value = column.parse(cell);
    return value === undefined
      ? {
          ok: false,
          rule: 'CELL-FORM',
          zh: `“${column.head}”的写法无法识别`,
          en: `the form of ${column.head} is not known`,
        }
      : { ok: true, value };
  }
  if (cell === null)
    return column.required
      ? { ok: false, rule: 'REQUIRED', zh: `“${column.head}”不能为空`, en: `${column.head} must not be blank` }
      : { ok: true, value: null };
  if (column.codes) {
    const code = column.codes[cell];
    const known = Object.keys(column.codes).join('、');
    return code === undefined
      ? { ok: false, rule: 'CODE-LIST', zh: `“${cell}”不在代码表内（${known}）`, en: `${cell} is not one of ${known}` }
      : { ok: true, value: code };
  }
  const read = READERS[column.type.name]?.(cell) ?? { ok: true as const, value: cell };
  if (!read.ok || column.unit === undefined) return read;
  return { ok: true, value: convertUnit(String(read.value), column.unit) };
}

/** Puts a value where `supplier.uscc` says. */
function place(values: Record<string, unknown>, field: string, value: unknown): void {
  const [head = '', ...rest] = field.split('.');
  if (!rest.length) {
    values[head] = value;
    return;
  }
  const inner = (values[head] ??= {}) as Record<string, unknown>;
  place(inner, rest.join('.'), value);
}
