/** Printed cells → the values of one row, each checked by the rule of its type. */
import type { Checked } from '../../schema/vocabulary/checked.js';
import { parseCurrency } from '../../schema/vocabulary/currency.js';
import { parseDateTime } from '../../schema/vocabulary/date-time.js';
import { convertUnit, parseDecimal } from '../../schema/vocabulary/decimal.js';
import { checkDocNo } from '../../schema/vocabulary/doc-no.js';
import { checkLandNo } from '../../schema/vocabulary/land-no.js';
import { parseLocalDate } from '../../schema/vocabulary/local-date.js';
import { maskPersonal } from '../../schema/vocabulary/person-name.js';
import { parseQuarter } from '../../schema/vocabulary/period.js';
import { checkProjectCode } from '../../schema/vocabulary/project-code.js';
import { checkRegionCode, checkRegionEdition } from '../../schema/vocabulary/region-code.js';
import { checkUscc } from '../../schema/vocabulary/uscc.js';
import { cellFinding } from './cell-finding.js';
import type { DatasetColumn } from './define-dataset.js';
import type { Finding } from './finding.js';
import type { ImportRow } from './stored-columns.js';
import type { CellFault, TableHead, TableRow } from './table-row.js';
import { cellName } from './xlsx/cell-name.js';

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

/** What to do with one cell of a row: where it stands, how it is read, where its value goes. */
interface CellStep {
  readonly column: DatasetColumn;
  readonly head: string;
  readonly index: number;
  put(values: Record<string, unknown>, value: unknown): void;
}

/** Worked out once for the heads of a file: a million rows go the same way. */
const STEPS = new WeakMap<ReadonlyMap<DatasetColumn, string>, readonly CellStep[]>();

function stepsOf(heads: ReadonlyMap<DatasetColumn, string>, { index }: TableHead): readonly CellStep[] {
  const known = STEPS.get(heads);
  if (known) return known;
  const steps = [...heads].map(([column, head]) => ({
    column,
    head,
    index: index.get(head) ?? -1,
    put: placed(column.field),
  }));
  STEPS.set(heads, steps);
  return steps;
}

/** The row's values by field, and what is wrong with its cells; the heads are those matched with the row's own head. */
export function mapRow(
  heads: ReadonlyMap<DatasetColumn, string>,
  row: TableRow,
  file: string,
): { values: ImportRow; findings: Finding[] } {
  const values: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const { column, head, index, put } of stepsOf(heads, row.head)) {
    const cell = row.values[index] ?? null;
    const fault = row.faults.length ? row.faults.find((each) => each.index === index) : undefined;
    const read = fault ? refused(fault) : readCell(column, cell);
    if (read.ok) {
      put(values, column.personal && typeof read.value === 'string' ? maskPersonal(read.value) : read.value);
      continue;
    }
    const finding = cellFinding(read, { column, cell, head, row, file });
    findings.push(fault ? { ...finding, ...atFault(fault, row) } : finding);
  }
  return { values, findings };
}

const refused = ({ rule, zh, en }: CellFault): Checked<never> => ({ ok: false, rule, zh, en });

/** The file itself has no value there: nothing that could be accepted as published. */
const atFault = ({ index, remedy }: CellFault, { sheet, row }: TableRow): Partial<Finding> => ({
  remedy,
  acceptable: false,
  ...(sheet !== undefined && {
    path: `${sheet}!${cellName(row, index)}（第 ${row} 行 / row ${row}）`,
  }),
});

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

/** Puts a value where `supplier.uscc` says; without a field the cell is read for its rule only. */
function placed(field: string | undefined): CellStep['put'] {
  if (field === undefined) return () => undefined;
  const path = field.split('.');
  const last = path.pop() ?? '';
  if (!path.length)
    return (values, value) => {
      values[last] = value;
    };
  return (values, value) => {
    let inner = values;
    for (const name of path) inner = (inner[name] ??= {}) as Record<string, unknown>;
    inner[last] = value;
  };
}
