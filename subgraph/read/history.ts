/** The versions of a row, the newest first: the one that holds and those in the table's history. */
import { storedColumns } from '../import/stored-columns.js';
import type { EntityModel } from '../model/entity-model.js';
import { historyTable, SINCE, UNTIL } from '../model/system-columns.js';
import { DateTime } from '../model/types.js';
import { hubError } from '../errors.js';
import { columnNames, currentTable } from './as-of-table.js';
import { columnSql, rowJson, type Place } from './place.js';
import { primaryKey, provenanceSql, type WriteLevel } from './provenance.js';
import type { Selected } from './selection.js';
import { literal, NOTHING, quote, ROW, type Statement } from './statement.js';

const LARGEST_HISTORY = 100;
const ORDERING = 'history';

export function historySql(
  statement: Statement,
  model: EntityModel,
  place: Place,
  item: Selected,
  level: WriteLevel,
): string {
  const size = Number(item.args['first'] ?? 20);
  if (size < 0 || size > LARGEST_HISTORY)
    throw hubError('BAD_PAGE', {
      zh: `每页 ${size} 条超出 0–${LARGEST_HISTORY}`,
      en: `${size} versions per page is outside 0 to ${LARGEST_HISTORY}`,
    });
  const after = item.args['after'];
  const [since] = typeof after === 'string' ? statement.openCursor(after, ORDERING) : [];
  return statement.list(item.key, size, () => {
    const name = statement.alias('versions');
    const page = statement.alias('page');
    const older = since === undefined ? '' : ` where "${SINCE}" < ${statement.bind(since, 'timestamptz(3)')}`;
    const columns = item.fields.map((field) => {
      const value = (): string => {
        switch (field.name) {
          case 'nodes':
            return nodesSql(statement, model, page, size, field, level);
          case 'totalCount':
            return `(select count(*)::int from ${name})`;
          case 'pageInfo':
            return pageSql(statement, page, size, field);
          default:
            return literal(`${model.name}History`);
        }
      };
      return `${value()} ${quote(field.key)}`;
    });
    return `(with ${name} as materialized (${versionsSql(statement, model, place)}), ${page} as (select * from ${name}${older} order by "${SINCE}" desc limit ${LARGEST_HISTORY + 1}) select row_to_json(${ROW}) from (select ${columns.length ? columns.join(', ') : NOTHING}) ${ROW})`;
  });
}

/** All versions of the row that were published by the instant asked for; what ended one later is not known then. */
function versionsSql(statement: Statement, model: EntityModel, place: Place): string {
  const names = columnNames(model).join(', ');
  const key = primaryKey(model);
  const own = columnSql(place, key);
  const ends = `"${UNTIL}", hub_end, hub_reason`;
  const history = `${quote(statement.namespace)}.${quote(historyTable(model.table))}`;
  const instant = statement.asOfSql;
  const known = instant === undefined ? '' : ` and "${SINCE}" <= ${instant}`;
  const ended =
    instant === undefined
      ? ends
      : `case when "${UNTIL}" <= ${instant} then "${UNTIL}" end "${UNTIL}", case when "${UNTIL}" <= ${instant} then hub_end end hub_end, case when "${UNTIL}" <= ${instant} then hub_reason end hub_reason`;
  return `select *, ${changedSql(model)} changed from (select ${names}, null::timestamptz(3) "${UNTIL}", null::text hub_end, null::text hub_reason from ${currentTable(statement.namespace, model)} where "${key}" = ${own}${known} union all select ${names}, ${ended} from ${history} where "${key}" = ${own}${known}) v window earlier as (order by "${SINCE}")`;
}

/** Names of the fields whose columns differ from the version before; none of the first. */
function changedSql(model: EntityModel): string {
  const byField = new Map<string, string[]>();
  for (const { name } of storedColumns(model.target)) {
    const field = fieldOfColumn(model, name);
    if (field !== undefined) byField.set(field, [...(byField.get(field) ?? []), name]);
  }
  const parts = [...byField].map(([field, columns]) => {
    const now = columns.map((column) => `"${column}"`).join(', ');
    const before = columns.map((column) => `lag("${column}") over earlier`).join(', ');
    return `case when row(${now}) is distinct from row(${before}) then ${literal(field)} end`;
  });
  return `case when lag("${SINCE}") over earlier is null then '{}'::text[] else array_remove(array[${parts.join(', ')}], null) end`;
}

function fieldOfColumn(model: EntityModel, column: string): string | undefined {
  for (const field of model.fields.values()) {
    if (field.options.hidden) continue;
    if (field.kind === 'column' && !field.options.sql && field.column === column) return field.name;
    if (field.kind === 'embed' && column.startsWith(field.prefix)) return field.name;
    if (field.kind === 'toOne' && !field.from && [...field.columns().values()].includes(column)) return field.name;
  }
  return undefined;
}

function nodesSql(
  statement: Statement,
  model: EntityModel,
  page: string,
  size: number,
  item: Selected,
  level: WriteLevel,
): string {
  const alias = statement.alias();
  const place = { alias, prefix: '' };
  const joins: string[] = [];
  const columns = item.fields.map((field) => {
    const value = (): string => {
      switch (field.name) {
        case 'publishedAt':
          return DateTime.print(`${alias}."${SINCE}"`);
        case 'until':
          return DateTime.print(`${alias}."${UNTIL}"`);
        case 'ended':
          return `${alias}.hub_end`;
        case 'reason':
          return `${alias}.hub_reason`;
        case 'changed':
          return `${alias}.changed`;
        case 'provenance':
          return provenanceSql(statement, model, place, field, joins, level);
        case 'row': {
          const row = level(statement, model, place, field.fields);
          joins.push(...row.joins);
          return rowJson(row.columns);
        }
        default:
          return literal(`${model.name}Version`);
      }
    };
    return `${value()} ${quote(field.key)}`;
  });
  const selected = columns.length ? columns.join(', ') : NOTHING;
  return `(select coalesce(json_agg(row_to_json(${ROW})), '[]'::json) from (select ${selected} from (select * from ${page} order by "${SINCE}" desc limit ${statement.bind(size, 'int')}) ${alias}${joins.length ? ` ${joins.join(' ')}` : ''} order by ${alias}."${SINCE}" desc) ${ROW})`;
}

function pageSql(statement: Statement, page: string, size: number, item: Selected): string {
  const last = (): string =>
    `(select min("${SINCE}") from (select "${SINCE}" from ${page} order by "${SINCE}" desc limit ${statement.bind(size, 'int')}) l)`;
  const columns = item.fields.map((field) => {
    const value = (): string => {
      switch (field.name) {
        case 'hasNextPage':
          return `(select count(*) > ${statement.bind(size, 'int')} from ${page})`;
        case 'endCursor': {
          const at = last();
          return `case when ${at} is not null then ${statement.seal(`json_build_array(${literal(ORDERING)}, ${at}::text)::text`)} end`;
        }
        default:
          return literal('HistoryPage');
      }
    };
    return `${value()} ${quote(field.key)}`;
  });
  return rowJson(columns.length ? columns : [NOTHING]);
}
