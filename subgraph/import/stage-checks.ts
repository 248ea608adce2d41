/** What can only be seen when all rows of a file are staged: keys given twice, references to nothing. */
import type { Client } from 'pg';
import { modelOf, type Class, type ToOneField } from '../model/entity-model.js';
import { LINE, SHEET } from '../model/system-columns.js';
import { shorten, type Finding } from './finding.js';
import type { Stage } from './stage.js';
import { storedColumns } from './stored-columns.js';

export interface SourcePlace {
  readonly sheet: string | null;
  readonly row: number;
}

/** `第 3 行 / row 3`, with the sheet where there are sheets. */
export const placeText = ({ sheet, row }: SourcePlace): string =>
  `${sheet ? `${sheet} ` : ''}第 ${row} 行 / row ${row}`;

/**
 * Rows whose key an earlier row of the file has; PostgreSQL would refuse them too, but could not say which rows.
 * `first` finds the earlier rows too: nobody knows which of them is right.
 */
export async function duplicateKeys(
  client: Client,
  stage: Stage,
  file: string,
  { atMost, first: withFirst }: { atMost: number; first: boolean },
): Promise<Finding[]> {
  if (!stage.seen.mayRepeat) return [];
  const keys = stage.keys.map(({ name }) => `"${name}"`).join(', ');
  const { rows } = await client.query<SourcePlace & { key: string; first: number; other: string | null; n: number }>(
    `select ${stage.keySql('s')} as key, s."${SHEET}" as sheet, s."${LINE}" as row, s.first, s.other, s.n::int from (
       select d.*, first_value("${LINE}") over w as first, first_value("${SHEET}") over w as other, row_number() over w as n
       from ${stage.name} d where (${keys}) in (select ${keys} from ${stage.name} group by ${keys} having count(*) > 1)
       window w as (partition by ${keys} order by "${SHEET}" nulls first, "${LINE}", ctid)) s
     where n > 1 or $2 order by sheet nulls first, row limit $1`,
    [atMost, withFirst],
  );
  return rows.map(({ key, sheet, row, first, other, n }) => ({
    rule: 'KEY-DUPLICATE',
    severity: 'E',
    file,
    path: placeText({ sheet, row }),
    value: shorten(key),
    zh: n === 1 ? '主键与后面的行重复' : `主键与${other === sheet ? '' : `${other} `}第 ${first} 行重复`,
    en:
      n === 1
        ? 'a later row has the same key'
        : `the key is the same as in row ${first}${other === sheet ? '' : ` of ${other}`}`,
    remedy: '合并或更正两行之一 / merge the two rows or correct one',
    sheet,
    row,
    acceptable: false,
  }));
}

/** Staged rows that refer to a row of this service that neither the table nor this file has. */
export async function missingReferences(
  client: Client,
  stage: Stage,
  all: readonly Stage[],
  file: string,
  atMost: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { field, target, key, column } of referencesOf(stage.entity)) {
    const own = all.find(({ entity }) => entity === target.target);
    const { rows } = await client.query<SourcePlace & { value: string }>(
      `select s."${SHEET}" as sheet, s."${LINE}" as row, s."${column}" as value from ${stage.name} s where s."${column}" is not null
       and not exists (select 1 from "${stage.namespace}"."${target.table}" t where t."${key}" = s."${column}")
       ${own ? `and not exists (select 1 from ${own.name} o where o."${key}" = s."${column}")` : ''}
       order by 1 nulls first, 2 limit $1`,
      [atMost],
    );
    for (const { value, ...place } of rows)
      findings.push({
        rule: 'REF-MISSING',
        severity: 'E',
        file,
        path: `${placeText(place)}，${modelOf(stage.entity).name}.${field.name}`,
        value: shorten(value),
        zh: `引用的${target.doc.split('：')[0]?.split(' / ')[0]}不存在`,
        en: `it refers to a ${target.name} that is not there`,
        remedy: '先导入被引用的数据，或更正引用 / import what it refers to first, or correct the reference',
        ...place,
        acceptable: false,
      });
  }
  return findings;
}

export interface Reference {
  readonly field: ToOneField;
  readonly target: ReturnType<typeof modelOf>;
  /** Key column of the target, and the column that names it. */
  readonly key: string;
  readonly column: string;
}

/** What of the same service an entity's rows refer to by a column of their own. */
export function referencesOf(entity: Class): Reference[] {
  return [...modelOf(entity).fields.values()].flatMap((field) => {
    if (field.kind !== 'toOne' || field.from) return [];
    const target = modelOf(field.target());
    const [[named, column] = ['', '']] = field.columns();
    if (target.role !== 'entity' || target.lookup || !named) return [];
    const key = storedColumns(field.target()).find(({ primary }) => primary)?.name ?? named;
    return [{ field, target, key, column }];
  });
}
