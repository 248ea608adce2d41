/** Conditions on, and order by, what a group adds up to. */
import type { ColumnField } from '../model/entity-model.js';
import { columnField, measureSql, type Measure } from './aggregate.js';
import { nullOperand, operatorsSql, type FilterInput } from './filter.js';
import type { Rows } from './rows.js';
import type { Statement } from './statement.js';

/** `count`, `sum.amount`, `min.signedOn`, …: the enumeration's values as the schema derives them. */
export function measureOf(rows: Rows, name: string): Measure | undefined {
  if (name === 'count') return { kind: 'count' };
  const [kind = '', field = ''] = name.split('.');
  return isKind(kind) ? { kind, field: columnField(rows.model, field) } : undefined;
}

const isKind = (kind: string): kind is Exclude<Measure['kind'], 'count'> =>
  ['sum', 'average', 'min', 'max'].includes(kind);

/** `having: { count: { gte: 3 }, sum: { amount: { gt: "1000000" } } }` → a HAVING condition; all of it holds together. */
export function havingSql(
  statement: Statement,
  rows: Rows,
  having: FilterInput,
  alias: string,
  grouped: readonly string[],
): string {
  const parts = Object.entries(having).flatMap(([kind, condition]) => {
    if (condition === null) throw nullOperand(`having.${kind}`);
    const given = condition as FilterInput;
    if (kind === 'count') return [operatorsSql(statement, counted('count', 'bigint'), 'count(*)', given)];
    return Object.entries(given).map(([field, operators]) => {
      const measure = measureOf(rows, `${kind}.${field}`);
      if (!measure || measure.kind === 'count') throw new Error(`no measure ${kind}.${field}`);
      if (operators === null) throw nullOperand(`having.${kind}.${field}`);
      // What whole numbers average is no whole number.
      const isSum = kind === 'sum' || kind === 'average';
      const compared = isSum ? counted(`${kind}.${field}`, 'numeric') : measure.field;
      return operatorsSql(statement, compared, measureSql(rows, measure, alias, grouped), operators as FilterInput);
    });
  });
  return parts.length ? parts.map((part) => `(${part})`).join(' and ') : 'true';
}

/** A number that no column holds, of this SQL type. */
const counted = (
  name: string,
  column: string,
): Pick<ColumnField, 'name'> & { type: Pick<ColumnField['type'], 'list' | 'column'> } => ({
  name,
  type: { list: false, column },
});
