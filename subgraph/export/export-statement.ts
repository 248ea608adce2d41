/** All rows of a collection as one statement for a cursor: each row as JSON text, with its cursor's raw content. */
import type { City } from '../city.js';
import type { EntityModel } from '../model/entity-model.js';
import { afterSql } from '../read/after.js';
import { connectionSql } from '../read/connection.js';
import { openCursor } from '../read/cursor.js';
import { cursorSql, orderName, orderSql, type OrderTerm } from '../read/order.js';
import { rowJson } from '../read/place.js';
import { levelSql } from '../read/row.js';
import { rowsOf } from '../read/rows.js';
import type { Selected } from '../read/selection.js';
import { Statement } from '../read/statement.js';

/** An export has columns of rows, none of the hub's own records. */
const NO_RECORDS = new Map<string, EntityModel>();

export interface ExportPlace {
  /** PostgreSQL schema of the service. */
  readonly namespace: string;
  readonly city: City | undefined;
  readonly cursorSecret: string;
}

export interface ExportRows {
  readonly model: EntityModel;
  /** `filter` and `search`, as a collection takes them. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly terms: readonly OrderTerm[];
  readonly after: string | undefined;
  readonly selected: readonly Selected[];
  /** ISO instant; absent: now. */
  readonly asOf: string | undefined;
}

/** The rows, conditions and order are those of the collection; only the page's limit is missing. */
export function exportSql(
  { namespace, city, cursorSecret }: ExportPlace,
  { model, args, terms, after, selected, asOf }: ExportRows,
): { text: string; values: unknown[]; read: ReadonlySet<EntityModel> } {
  const open = (cursor: string, ordering: string): unknown[] => openCursor(cursorSecret, cursor, ordering);
  const statement = new Statement({
    namespace,
    city,
    cursorSecret,
    openCursor: open,
    connection: connectionSql,
    models: NO_RECORDS,
    asOf,
  });
  const inner = statement.alias();
  const place = { alias: statement.alias(), prefix: '' };
  const continued = after
    ? [afterSql(statement, { alias: inner, prefix: '' }, terms, statement.openCursor(after, orderName(model, terms)))]
    : [];
  const from = rowsOf(statement, model, args).from(inner, ...continued);
  const { columns, joins } = levelSql(statement, model, place, selected);
  const text = [
    `select ${rowJson(columns)}::text, ${cursorSql(place, model, terms)}`,
    `from (select ${inner}.* ${from}) ${place.alias}`,
    ...joins,
    `order by ${orderSql(place, terms)}`,
  ].join(' ');
  return { text, values: statement.values, read: statement.read };
}
