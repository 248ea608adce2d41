/** Which head of a file stands for which column of a dataset, and whether the unit it prints is the declared one. */
import type { DatasetColumn } from './define-dataset.js';
import { shorten, type Finding } from './finding.js';
import { headForms, printedHead, UNIT_NAMES, unitAbove } from './head-form.js';
import { tableHead, type TableHead } from './table-row.js';

/** All heads under which a dataset's columns are printed: by them the head row of a file is known. */
export const declaredHeads = (columns: readonly DatasetColumn[]): string[] =>
  columns.flatMap(({ head, aliases = [] }) => [head, ...aliases]);

/** A missing required column is a finding, and so is a unit of money other than the declared one (R16). */
export function matchHeads(
  columns: readonly DatasetColumn[],
  heads: TableHead | readonly string[],
  file: string,
): { heads: Map<DatasetColumn, string>; findings: Finding[] } {
  const table = 'names' in heads ? heads : tableHead(heads);
  const matched = new Map<DatasetColumn, string>();
  const findings: Finding[] = [];
  const place = { file, sheet: table.sheet ?? null, row: table.row };
  const above = unitAbove(table.above);
  for (const column of columns) {
    const head = headOf(column, table.names);
    if (head === undefined) {
      if (column.required) findings.push({ ...missing(column, table), ...place });
      continue;
    }
    matched.set(column, head);
    const declared = declaredUnit(column);
    const printed = printedHead(head).unit ?? (column.unit && above);
    if (printed !== undefined && declared !== undefined && printed !== declared)
      findings.push({ ...otherUnit(column, head, printed, declared), ...place, column: head });
  }
  return { heads: matched, findings };
}

/** As declared; else in another width of letters, with spaces, or with a unit: the one with the declared unit first. */
function headOf(column: DatasetColumn, heads: readonly string[]): string | undefined {
  const declared = declaredHeads([column]);
  const exact = declared.find((each) => heads.includes(each));
  if (exact !== undefined) return exact;
  // A unit in brackets belongs to an amount; of a column of words it would be part of the name.
  const isAmount = column.type.name === 'Decimal';
  const formsOf = (head: string): string[] => {
    const { whole, unit } = printedHead(head);
    return isAmount || !unit ? headForms(head) : [whole];
  };
  const wanted = new Set(declared.flatMap(formsOf));
  const alike = heads.filter((head) => head !== '' && formsOf(head).some((form) => wanted.has(form)));
  const whole = alike.filter((head) => wanted.has(printedHead(head).whole));
  const unit = declaredUnit(column);
  return whole[0] ?? alike.find((head) => printedHead(head).unit === unit) ?? alike[0];
}

/** An amount without a declared unit is kept as printed, which is yuan. */
const declaredUnit = ({ unit, type }: DatasetColumn): string | undefined =>
  unit ? UNIT_NAMES[unit] : type.name === 'Decimal' ? UNIT_NAMES.YUAN : undefined;

const missing = ({ head }: DatasetColumn, { names }: TableHead): Omit<Finding, 'file'> => ({
  rule: 'HEAD-MISSING',
  severity: 'E',
  path: '表头 / heads',
  value: shorten(names.join(', ')),
  zh: `缺少必需的列“${head}”`,
  en: `the required column ${head} is missing`,
  remedy: '补上该列，或改用模板的表头 / add the column, or use the heads of the template',
});

const otherUnit = (
  { head: name }: DatasetColumn,
  head: string,
  printed: string,
  declared: string,
): Omit<Finding, 'file'> => ({
  rule: 'R16',
  severity: 'E',
  path: `表头“${head}” / head ${head}`,
  value: printed,
  zh: `“${name}”应以${declared}为单位，文件印的是${printed}`,
  en: `${name} is declared in ${declared}, the file prints ${printed}`,
  remedy: `把金额换算成${declared}，并把表头写作“${printedHead(name).name}(${declared})” / convert the amounts to ${declared} and print that unit in the head`,
});
