import type { Arguments } from './collection.js';
import type { Row } from './columns.js';

const DEFAULT_SIZE = 20;

/** The rows of a page in reading direction, and whether there are others around it. */
export interface Page {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * Cuts a page out of sorted rows.
 * @param placed negative when a row comes before the cursor's row, 0 when it is that row; undefined without a cursor
 */
export function pageOf(sorted: readonly Row[], args: Arguments, placed: ((row: Row) => number) | undefined): Page {
  const given = (name: string): boolean => args[name] !== undefined && args[name] !== null;
  const size = Number(args['first'] ?? args['last'] ?? DEFAULT_SIZE);
  if (given('last') || given('before')) {
    const before = placed ? sorted.filter((row) => placed(row) < 0) : sorted;
    const rows = size === 0 ? [] : before.slice(-size);
    return { rows, hasPreviousPage: before.length > size, hasNextPage: before.length < sorted.length };
  }
  const after = placed ? sorted.filter((row) => placed(row) > 0) : sorted;
  return {
    rows: after.slice(0, size),
    hasNextPage: after.length > size,
    hasPreviousPage: after.length < sorted.length,
  };
}
