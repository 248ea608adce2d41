/** What comes after a cursor's row in an order, whatever is null. */
import { termSql, type OrderTerm } from './order.js';
import type { Place } from './place.js';
import type { Statement } from './statement.js';

/** Rows that come after the cursor's row, as one condition. */
export function afterSql(
  statement: Statement,
  place: Place,
  terms: readonly OrderTerm[],
  cursor: readonly unknown[],
): string {
  const ranges = rangesAfter(statement, place, terms, cursor);
  return ranges.length ? `(${ranges.map((range) => `(${range})`).join(' or ')})` : 'false';
}

/**
 * The same as conditions that exclude each other, in the order of their rows: an index finds where each of them begins,
 * which it cannot for all of them in one.
 */
export function rangesAfter(
  statement: Statement,
  place: Place,
  terms: readonly OrderTerm[],
  cursor: readonly unknown[],
): string[] {
  const ranges: string[] = [];
  const tail = tailOf(terms, cursor);
  for (let index = tail; index >= 0; index--) {
    const term = terms[index];
    if (!term) continue;
    const same = (): string[] => terms.slice(0, index).map((each, at) => sameSql(statement, place, each, cursor[at]));
    const range = (condition: string): number => ranges.push([...same(), condition].join(' and '));
    if (cursor[index] === null) {
      if (term.nullsFirst) range(`${termSql(place, term)} is not null`);
      continue;
    }
    range(beyondSql(statement, place, terms.slice(index, index === tail ? undefined : index + 1), cursor.slice(index)));
    if (canBeNull(term) && !term.nullsFirst) range(`${termSql(place, term)} is null`);
  }
  return ranges;
}

const canBeNull = ({ field }: OrderTerm): boolean => !field.key && !field.options.required;

/** Where the terms begin that compare as one row: all in one direction, none null after the first. */
function tailOf(terms: readonly OrderTerm[], cursor: readonly unknown[]): number {
  let tail = terms.length - 1;
  for (; tail > 0; tail--) {
    const [before, first] = [terms[tail - 1], terms[tail]];
    if (!before || !first || canBeNull(first) || before.descending !== first.descending) break;
    if (cursor[tail - 1] === null) break;
  }
  return tail;
}

function sameSql(statement: Statement, place: Place, term: OrderTerm, value: unknown): string {
  const sql = termSql(place, term);
  return value === null ? `${sql} is null` : `${sql} = ${statement.bind(value, term.field.type.column)}`;
}

function beyondSql(
  statement: Statement,
  place: Place,
  terms: readonly OrderTerm[],
  values: readonly unknown[],
): string {
  const left = terms.map((term) => termSql(place, term));
  const right = terms.map((term, index) => statement.bind(values[index], term.field.type.column));
  const row = (parts: readonly string[]): string => (parts.length === 1 ? parts.join() : `(${parts.join(', ')})`);
  return `${row(left)} ${terms[0]?.descending ? '<' : '>'} ${row(right)}`;
}
