/** Which columns a redaction writes over, and with what: a blank, or where there must be a text, a text that says so. */
import type { Client } from 'pg';
import { modelOf, type Class, type EntityModel } from '../model/entity-model.js';
import { LedgerProblem } from './ledger-problem.js';

export const REDACTED = '〔已抹除〕 / [redacted]';

export interface RedactedColumns {
  /** Column → SQL of what stands there afterwards. */
  readonly values: ReadonlyMap<string, string>;
  /** Those of them that hold words, which other documents may repeat. */
  readonly texts: ReadonlySet<string>;
  /** Fields as the graph names them. */
  readonly fields: readonly string[];
  /** Fields that stay when the whole content is to go: no blank may stand there and no text says that it was erased. */
  readonly staying: readonly string[];
}

interface Leaf {
  /** `supplier.name`. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly type: string;
  readonly isKey: boolean;
}

/** Always kept: by it totals know whose the row is. */
const JURISDICTION = 'jurisdiction';

const WORDS = new Set(['String', 'Uscc']);

/** Without `fields` everything but the key. */
export async function redactedColumns(
  client: Client,
  service: string,
  entity: Class,
  fields: readonly string[],
): Promise<RedactedColumns> {
  const model = modelOf(entity);
  const leaves = leavesOf(model, '', '');
  const unknown = fields.filter((field) => !leaves.some(({ path }) => path === field || path.startsWith(`${field}.`)));
  if (unknown.length) {
    const known = leaves.map(({ path }) => path).join(', ');
    throw new LedgerProblem(
      `${model.name} 没有字段 ${unknown.join('、')}；可选：${known}`,
      `${model.name} has no field ${unknown.join(', ')}; there are ${known}`,
    );
  }
  const wanted = leaves.filter(({ path, isKey }) =>
    fields.length
      ? fields.some((field) => path === field || path.startsWith(`${field}.`))
      : !isKey && path !== JURISDICTION,
  );
  const required = await requiredColumns(client, `"${service}"."${model.table}"`);
  const values = new Map<string, string>();
  const texts = new Set<string>();
  const erased: string[] = [];
  const staying: string[] = [];
  for (const { path, columns, type, isKey } of wanted) {
    const sql = columns.some((column) => required.has(column))
      ? type === 'String'
        ? `'${REDACTED}'`
        : undefined
      : 'null';
    if (sql === undefined || isKey) {
      staying.push(path);
      continue;
    }
    for (const column of columns) values.set(column, sql);
    if (WORDS.has(type)) for (const column of columns) texts.add(column);
    erased.push(path);
  }
  if (fields.length && staying.length)
    throw new LedgerProblem(
      `${staying.join('、')} 不能为空，不能单独抹除：请用 --with-key 抹除整条记录`,
      `${staying.join(', ')} cannot be blank and cannot be erased alone: erase the whole record with --with-key`,
    );
  return { values, texts, fields: erased, staying };
}

function leavesOf(model: EntityModel, path: string, prefix: string): Leaf[] {
  return [...model.fields.values()].flatMap((field): Leaf[] => {
    const at = path + field.name;
    if (field.kind === 'column' && !field.options.sql)
      return [
        {
          path: at,
          columns: [prefix + field.column],
          type: field.type.list ? 'list' : field.type.name,
          isKey: field.key,
        },
      ];
    if (field.kind === 'embed') return leavesOf(modelOf(field.target()), `${at}.`, prefix + field.prefix);
    if (field.kind === 'toOne' && !field.from)
      return [
        {
          path: at,
          columns: [...field.columns().values()].map((column) => prefix + column),
          type: 'link',
          isKey: false,
        },
      ];
    return [];
  });
}

async function requiredColumns(client: Client, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attnotnull and not attisdropped',
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}
