/** `_entities`: all representations of one type in one statement, in the order given. */
import { fieldOf, type EntityModel } from '../model/entity-model.js';
import { joinByKeys, joined } from './join.js';
import { rowJson } from './place.js';
import { levelSql } from './row.js';
import type { Selected } from './selection.js';
import { quote, type Statement } from './statement.js';

export type Representation = Readonly<Record<string, unknown>>;

/** One JSON array, an element per representation: the row, or null when there is none. */
export function referencesSql(
  statement: Statement,
  model: EntityModel,
  selected: readonly Selected[],
  representations: readonly Representation[],
): string {
  const { unnested, row, given } = keyedRow(statement, model, selected, representations);
  return `select json_agg("row" order by "n")::text from (select ${given}."~n" "n", ${row} "row" from ${unnested}) e`;
}

function keyedRow(
  statement: Statement,
  model: EntityModel,
  selected: readonly Selected[],
  representations: readonly Representation[],
): { unnested: string; row: string; given: string } {
  const alias = statement.alias();
  const given = statement.alias('k');
  const unnested = unnestSql(statement, model, representations, given);
  const keys = model.keys.map((key) => ({ key, sql: `${given}.${quote(key)}` }));
  const { columns, joins } = statement.list(model.name, representations.length, () =>
    levelSql(statement, model, { alias, prefix: '' }, selected),
  );
  const row = `case when ${joined(model, alias)} then ${rowJson(columns)} end`;
  return { unnested: [unnested, joinByKeys(statement, model, alias, keys), ...joins].join(' '), row, given };
}

/** The one row of a key, as a JSON object; no row of the answer means null. */
export function rowSql(
  statement: Statement,
  model: EntityModel,
  selected: readonly Selected[],
  key: Representation,
): string {
  const { unnested, row } = keyedRow(statement, model, selected, [key]);
  return `select ${row}::text from ${unnested}`;
}

function unnestSql(
  statement: Statement,
  model: EntityModel,
  representations: readonly Representation[],
  alias: string,
): string {
  const [sole, ...more] = representations;
  const bind = (key: string, value: unknown, suffix: string): string => {
    const field = fieldOf(model, key);
    return statement.bind(value, `${field.kind === 'column' ? field.type.column : 'text'}${suffix}`);
  };
  // An array of one is planned anew each time: PostgreSQL expects more of one that it does not see.
  if (sole && !more.length) {
    const columns = model.keys.map((key) => `${bind(key, sole[key] ?? null, '')} ${quote(key)}`);
    return `(select ${columns.join(', ')}, 1 "~n") ${alias}`;
  }
  const arrays = model.keys.map((key) =>
    bind(
      key,
      representations.map((each) => each[key] ?? null),
      '[]',
    ),
  );
  return `unnest(${arrays.join(', ')}) with ordinality ${alias}(${[...model.keys.map(quote), '"~n"'].join(', ')})`;
}
