/** Totals by group, with keys that are entities where the field refers to one. */
import { hubError } from '../errors.js';
import {
  fieldOf,
  modelOf,
  screamingCase,
  type ColumnField,
  type EntityModel,
  type FieldModel,
} from '../model/entity-model.js';
import { aggregateColumns, measureSql } from './aggregate.js';
import type { FilterInput } from './filter.js';
import { havingSql, measureOf } from './group-measure.js';
import { LARGEST_PAGE, type Rows } from './rows.js';
import { joinByKeys, joined } from './join.js';
import { columnSql, rowJson, type Place } from './place.js';
import { levelSql } from './row.js';
import type { Selected } from './selection.js';
import { literal, quote, ROW, type Statement } from './statement.js';

type Bucket = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

interface GroupKey {
  readonly field: FieldModel;
  /** Columns of the inner statement that make the key, by property (of the value or entity) or `''` for a plain one. */
  readonly columns: ReadonlyMap<string, string>;
  /** Their SQL over the rows' alias; aggregates among them are not grouped by. */
  readonly sql: readonly { name: string; sql: string; grouped: boolean }[];
}

const KEY = 'key.';

interface GroupOrder {
  readonly measure: string;
  readonly direction?: 'ASC' | 'DESC' | null;
}

export function groupsSql(statement: Statement, rows: Rows, item: Selected): string {
  const by = item.args['by'] as readonly { field: string; bucket?: Bucket | null }[];
  const first = (item.args['first'] as number | null | undefined) ?? 100;
  checkGroups(by, first);
  const alias = statement.alias();
  const names = by.map((each) => each.field);
  const keys = by.map((each, index) => groupKey(rows.model, each, alias, index));
  const rest = item.fields.filter((field) => field.name !== 'keys');
  const { inner, outer } = aggregateColumns(statement, rows, rest, alias, names);
  const joins: string[] = [];
  const columns = keys.flatMap((key) => key.sql);
  const grouped = columns.filter((column) => column.grouped).map(({ sql }) => sql);
  const having = item.args['having'] as FilterInput | null | undefined;
  const kept =
    having && Object.keys(having).length ? ` having ${havingSql(statement, rows, having, alias, names)}` : '';
  const order = groupOrder(
    rows,
    (item.args['orderBy'] as readonly GroupOrder[] | null | undefined) ?? [],
    keys,
    alias,
    names,
  );
  const select = [
    ...columns.map(({ name, sql }) => `${sql} ${name}`),
    ...inner,
    `row_number() over (order by ${order}) rn`,
  ].join(', ');
  const from = `(select ${select} ${rows.from(alias)} group by ${grouped.join(', ')}${kept} order by rn limit ${statement.bind(first, 'int')}) a`;
  // In the order asked for, which is the order of the answer.
  const body = item.fields
    .map((field) =>
      field.name === 'keys'
        ? `${keysSql(statement, rows.model, keys, field, joins)} ${quote(field.key)}`
        : outer[rest.indexOf(field)],
    )
    .join(', ');
  return `(select coalesce(json_agg(row_to_json(${ROW})), '[]'::json) from (select ${body} from ${[from, ...joins].join(' ')} order by a.rn) ${ROW})`;
}

function checkGroups(by: readonly { field: string }[], first: number): void {
  if (first < 0 || first > LARGEST_PAGE)
    throw hubError('BAD_PAGE', {
      zh: `组数 ${first} 超出 0–${LARGEST_PAGE}`,
      en: `${first} groups is outside 0 to ${LARGEST_PAGE}`,
    });
  if (!by.length) throw hubError('BAD_FILTER', { zh: 'by 至少要有一个分组字段', en: 'by names at least one field' });
  if (new Set(by.map(({ field }) => field)).size < by.length)
    throw hubError('BAD_FILTER', { zh: 'by 中同一字段只能出现一次', en: 'by names each field once' });
}

/** The order asked for, then the largest groups first, then the keys: a total order. */
function groupOrder(
  rows: Rows,
  orders: readonly GroupOrder[],
  keys: readonly GroupKey[],
  alias: string,
  names: readonly string[],
): string {
  const asked = orders.flatMap(({ measure, direction }) => {
    const suffix = direction === 'DESC' ? ' desc nulls last' : ' nulls last';
    const known = measureOf(rows, measure);
    if (known) return [`${measureSql(rows, known, alias, names)}${suffix}`];
    const key = keys.find(({ field }) => `${KEY}${field.name}` === measure);
    if (!key)
      throw hubError('BAD_FILTER', {
        zh: `未按 ${screamingCase(measure.slice(KEY.length))} 分组，不能按它排序`,
        en: `groups are not made by ${screamingCase(measure.slice(KEY.length))}, so they cannot be ordered by it`,
      });
    return key.sql.filter(({ grouped }) => grouped).map(({ sql }) => `${sql}${suffix}`);
  });
  const rest = keys.flatMap((key) => key.sql.filter(({ grouped }) => grouped).map(({ sql }) => sql));
  return [...asked, 'count(*) desc', ...rest].join(', ');
}

function groupKey(
  model: EntityModel,
  by: { field: string; bucket?: Bucket | null },
  alias: string,
  index: number,
): GroupKey {
  const field = fieldOf(model, by.field);
  const place = { alias, prefix: '' };
  const name = (part: string): string => `k${index}_${part}`;
  if (by.bucket && !(field.kind === 'column' && ['LocalDate', 'DateTime'].includes(field.type.name)))
    throw hubError('BAD_FILTER', {
      zh: `${by.field} 不是日期，不能按时段分组`,
      en: `${by.field} is not a date and has no buckets`,
    });
  switch (field.kind) {
    case 'column': {
      const sql = field.options.sql ? `(${field.options.sql(alias)})` : columnSql(place, field.column);
      return {
        field,
        columns: new Map([['', name('v')]]),
        sql: [{ name: name('v'), sql: by.bucket ? bucketSql(sql, by.bucket, field.type.name) : sql, grouped: true }],
      };
    }
    case 'embed': {
      // A party is one group whatever its name's spelling: scheme and id make it, the last name stands for it.
      // Parties without an identifier are not one and the same: those are told apart by all that is said of them.
      const value = modelOf(field.target());
      const stored = [...value.fields.values()].filter((each) => each.kind === 'column');
      const identity = stored.filter((each) => each.options.group);
      const sql = stored.map((each) => {
        const column = columnSql({ alias, prefix: field.prefix }, each.column);
        const grouped = identity.includes(each);
        return { name: name(each.column), sql: grouped ? column : `max(${column})`, grouped };
      });
      const place = { alias, prefix: field.prefix };
      const grouped = [...sql, { name: name('unidentified'), sql: unidentifiedSql(place, stored), grouped: true }];
      return { field, columns: new Map(stored.map((each) => [each.name, name(each.column)])), sql: grouped };
    }
    case 'toOne': {
      if (field.from) throw new Error(`${model.name}.${field.name} is computed and cannot be grouped by`);
      const sql = [...field.columns()].map(([key, column]) => ({
        name: name(key),
        sql: columnSql(place, column),
        grouped: true,
      }));
      return { field, columns: new Map([...field.columns().keys()].map((key) => [key, name(key)])), sql };
    }
    case 'toMany':
      throw new Error(`${model.name}.${field.name} is a list`);
  }
}

/** Of an embedded value none of whose identifying columns is filled in, everything else; null where one is. */
function unidentifiedSql(place: Place, stored: readonly ColumnField[]): string {
  const [identity, others] = [true, false].map((grouped) =>
    stored.filter(({ options }) => Boolean(options.group) === grouped).map(({ column }) => columnSql(place, column)),
  );
  const row = `row(${others?.join(', ')})::text`;
  return identity?.length ? `case when num_nonnulls(${identity.join(', ')}) = 0 then ${row} end` : row;
}

/** When the bucket begins in Asia/Shanghai: a day for a date, the instant of its midnight for a moment. */
function bucketSql(sql: string, bucket: Bucket, type: string): string {
  const unit = bucket.toLowerCase();
  if (type !== 'DateTime') return `date_trunc('${unit}', ${sql}::timestamp)::date`;
  return `(date_trunc('${unit}', ${sql} at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')`;
}

function keysSql(
  statement: Statement,
  model: EntityModel,
  keys: readonly GroupKey[],
  item: Selected,
  joins: string[],
): string {
  const columns = item.fields.map((leaf) => {
    if (leaf.name === '__typename') return `${literal(`${model.name}GroupKeys`)} ${quote(leaf.key)}`;
    const key = keys.find((each) => each.field.name === leaf.name);
    return `${key ? keySql(statement, key, leaf, joins) : 'null'} ${quote(leaf.key)}`;
  });
  return rowJson(columns);
}

function keySql(statement: Statement, key: GroupKey, leaf: Selected, joins: string[]): string {
  const { field } = key;
  if (field.kind === 'column') {
    const sql = `a.${key.columns.get('') ?? ''}`;
    return field.type.print(sql);
  }
  if (field.kind === 'toMany') throw new Error(`${field.name} is a list`);
  const target = modelOf(field.target());
  const alias = statement.alias();
  const named = [...key.columns].map(([property, column]) => ({ key: property, sql: `a.${column}` }));
  const inner = levelSql(statement, target, { alias, prefix: '' }, leaf.fields);
  joins.push(joinByKeys(statement, target, alias, named), ...inner.joins);
  // A reference that leads nowhere is blank here as it is on a row; a value is blank when nothing of it is given.
  const present =
    field.kind === 'toOne' ? joined(target, alias) : `num_nonnulls(${named.map(({ sql }) => sql).join(', ')}) > 0`;
  return `case when ${present} then ${rowJson(inner.columns)} end`;
}
