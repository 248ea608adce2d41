import { defineRule, type Rule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { modelOf, type Class } from '../../../subgraph/model/entity-model.js';
import { Region } from './region.entity.js';

/** Whether a code was in the list in a month `yyyymm`; the first edition known stands for all before it. */
const regionThen = (t: Tables, code: string, month: string): string =>
  `exists (select from ${t(Region)} r where r.code = ${code} and (r.edition <= ${month} or r.open_to_past)
    and (r.edition_to is null or r.edition_to > ${month}))`;

/** The pairs of code and month of rows (`select code, month …`) that are in the list; each pair is looked up once. */
export const regionsThen = (t: Tables, pairs: string): string =>
  `(select code, month from (select distinct code, month from (${pairs}) asked) d where ${regionThen(t, 'd.code', 'd.month')})`;

/** The provinces whose list is loaded; codes of others cannot be judged. */
export const isOfLoadedProvince = (t: Tables, code: string): string =>
  `left(${code}, 2) in (select left(code, 2) from ${t(Region)} where code like '__0000')`;

/** R07 of an entity with `region_code` and `region_edition`; a province whose list is not loaded is not judged. */
export function regionRule({ entity, key, agency }: { entity: Class; key: string; agency?: string }): Rule {
  const { name } = modelOf(entity);
  return defineRule({
    id: 'R07',
    severity: 'E',
    zh: '行政区划代码在记录的日期存在',
    en: 'The region code exists at the record’s date',
    remedy: '改用该日期有效的区划代码 / use the code in force on that date',
    source: 'GB/T 2260',
    entity,
    reads: [entity, Region],
    alone: true,
    sql: (t) =>
      judged({
        from: `${t(entity)} s left join ${regionsThen(t, `select region_code as code, region_edition as month from ${t(entity)}`)} k
          on k.code = s.region_code and k.month = s.region_edition`,
        key: `s.${key}`,
        ...(agency !== undefined && { agency: `s.${agency}` }),
        applies: `s.region_code is null or ${isOfLoadedProvince(t, 's.region_code')}`,
        known: 's.region_code is not null and s.region_edition is not null',
        holds: 'k.code is not null',
        left: 's.region_code',
        right: 's.region_edition',
        field: 'regionCode',
        zh: '区划代码 {s.region_code} 在 {s.region_edition} 版次中不存在',
        en: 'Region code {s.region_code} is not in the edition of {s.region_edition}',
        operands: [
          { entity: name, key: `s.${key}`, field: 'regionCode', value: 's.region_code' },
          { entity: name, key: `s.${key}`, field: 'regionEdition', value: 's.region_edition' },
        ],
      }),
  });
}
