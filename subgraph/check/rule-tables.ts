/** The tables a rule looks at: those of now, those of an instant, or of one batch its own rows only. */
import type { Client } from 'pg';
import { storedColumns } from '../import/stored-columns.js';
import { modelOf, type Class } from '../model/entity-model.js';
import { BATCH, SINCE } from '../model/system-columns.js';
import type { CitySetting, Rule, Tables } from './define-rule.js';
import { literal } from './judged.js';

/** SQL of the rows of an entity. */
export type TableText = (entity: Class) => string;

/** Throws when a rule looks at what it does not declare: a change there would never evaluate it again. */
export function tablesOf(rule: Rule, table: TableText, city: CitySetting): Tables {
  const of = (entity: Class): string => {
    if (!rule.reads.includes(entity)) throw new Error(`rule ${rule.id} does not declare that it reads ${entity.name}`);
    return table(entity);
  };
  return Object.assign(of, { city });
}

/**
 * The subject's rows that a batch published, found by their instant, which is indexed. What the type of a column decided
 * when the file was read holds, but for rows accepted nevertheless and for findings that may have come to an end.
 */
export async function tableOfBatch(client: Client, table: TableText, rule: Rule, batch: string): Promise<TableText> {
  const { rows } = await client.query<{ at: string }>(
    `select coalesce((select published_at from hub.batch where id = $1), hub.instant())::text at`,
    [batch],
  );
  const { name } = modelOf(rule.entity);
  const key = keyColumn(rule.entity);
  const conditions = [`"${SINCE}" = ${literal(rows[0]?.at ?? '')}::timestamptz(3)`, `"${BATCH}" = ${literal(batch)}`];
  const about = `rule = ${literal(rule.id)} and entity = ${literal(name)}`;
  if (rule.ofCells)
    conditions.push(`"${key}" in (select record_key from hub.acceptance where ${about}
      union all select record_key from hub.finding where ${about} and state <> 'CLOSED')`);
  return (entity) =>
    entity === rule.entity ? `(select * from ${table(entity)} where ${conditions.join(' and ')})` : table(entity);
}

export const keyColumn = (entity: Class): string => storedColumns(entity).find(({ primary }) => primary)?.name ?? 'id';
