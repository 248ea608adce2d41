/** The SELECT of a rule from its parts: who is judged, when the rule applies, when it is known, when it holds. */

/** One record and value that a verdict rests on; `key` and `value` are SQL. */
export interface Operand {
  /** GraphQL type name. */
  readonly entity: string;
  readonly key: string;
  readonly field: string;
  readonly value: string;
}

/** Every part is a SQL expression over the row source `from`. */
export interface Judgement {
  /** What stands before `select`: `with … as (…)`. */
  readonly with?: string;
  /** FROM clause with its joins; at most one row per subject row. */
  readonly from: string;
  readonly key: string;
  readonly agency?: string;
  /** NOT_APPLICABLE unless true; a rule without it applies to every row. */
  readonly applies?: string;
  /** UNCERTAIN unless true: all operands are there. */
  readonly known?: string;
  /** PASS when true, FAIL when false, UNCERTAIN when null. */
  readonly holds: string;
  readonly left?: string;
  readonly right?: string;
  readonly delta?: string;
  readonly tolerance?: string;
  /** Property of the subject at fault, as it is named in the graph: no SQL. */
  readonly field?: string;
  /** Sentence with `{expression}` in place of values: `分期合计 {x.total} 元`. */
  readonly zh: string;
  readonly en: string;
  readonly operands?: readonly Operand[];
  /** Further operands as a jsonb array, e.g. an aggregate of the parts. */
  readonly more?: string;
}

/**
 * Values, sentences and operands are computed for rows that do not pass: the others only count. `offset 0` keeps the
 * planner from working the verdict out again for every column.
 */
export function judged(judgement: Judgement): string {
  const { applies, known, holds } = judgement;
  const verdict = `case ${applies ? `when (${applies}) is not true then 'NOT_APPLICABLE'` : ''}
    ${known ? `when (${known}) is not true then 'UNCERTAIN'` : ''}
    when (${holds}) then 'PASS' when not (${holds}) then 'FAIL' else 'UNCERTAIN' end`;
  const shown = (expression: string | undefined, type = 'text'): string =>
    expression === undefined
      ? `null::${type}`
      : `case when v.verdict in ('FAIL', 'UNCERTAIN') then (${expression})::${type} end`;
  const sentence = (text: string, unknown: string): string =>
    `case v.verdict when 'FAIL' then ${filled(text)} when 'UNCERTAIN' then ${literal(unknown)} end`;
  return `${judgement.with ?? ''}
  select ${judgement.key}::text as key, ${judgement.agency ?? 'null'}::text as agency, v.verdict,
    ${shown(judgement.left)} as left_value, ${shown(judgement.right)} as right_value,
    ${shown(judgement.delta)} as delta, ${shown(judgement.tolerance)} as tolerance,
    ${judgement.field === undefined ? 'null::text' : literal(judgement.field)} as field,
    ${sentence(judgement.zh, '所需的值有空缺，无法判断')} as detail_zh,
    ${sentence(judgement.en, 'a value it needs is blank: it cannot be judged')} as detail_en,
    ${shown(operandsOf(judgement), 'jsonb')} as operands
  from ${judgement.from}
  cross join lateral (select ${verdict} as verdict offset 0) v`;
}

function operandsOf({ operands = [], more }: Judgement): string {
  const listed = operands.map(
    ({ entity, key, field, value }) =>
      `jsonb_build_object('entity', ${literal(entity)}, 'key', (${key})::text, 'field', ${literal(field)}, 'value', (${value})::text)`,
  );
  const own = `jsonb_build_array(${listed.join(', ')})`;
  return more === undefined ? own : `${own} || coalesce(${more}, '[]'::jsonb)`;
}

/** `合计 {x.total} 元` → SQL that puts the values in; a blank is shown as one. */
function filled(text: string): string {
  const parts = text.split(/\{([^{}]+)\}/);
  const sql = parts.map((part, index) => (index % 2 ? `coalesce((${part})::text, '—')` : literal(part)));
  return `concat(${sql.join(', ')})`;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A numeric expression without the zeros that the stored scale adds: `1200.50` stays exact, `1200.0000` is `1200`. */
export const plain = (expression: string): string => `trim_scale((${expression})::numeric)`;
