import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { normalisedName } from '../../../subgraph/check/normalised-name.js';
import { unitRule } from '../../../subgraph/check/unit-rules.js';
import { isSoundUscc, usccRules } from '../../../subgraph/check/uscc-rules.js';
import { isOfLoadedProvince, regionRule, regionsThen } from '../region/region.rule.js';
import { Region } from '../region/region.entity.js';
import { LegalEntity } from './legal-entity.entity.js';

/** From this month on codes were given to everyone, with the region digits of that time. */
const FIRST_MONTH = '201510';
const FIRST_DAY = '2015-10-01';

/** Registered by the national authority, whose digits are no region of the list. */
const NATIONAL = '100000';

const regionOfCode: Rule = defineRule({
  id: 'R05',
  severity: 'W',
  zh: '统一社会信用代码中的登记机关区划在登记时存在',
  en: 'The region in a unified social credit code existed at registration',
  remedy:
    '核对成立日期和代码；开发区等非国标区划可忽略 / compare date and code; zones outside the national list may be left',
  source: 'GB 32100-2015 §4.3, GB/T 2260',
  entity: LegalEntity,
  reads: [LegalEntity, Region],
  alone: true,
  sql: (t) => {
    const code = 'substr(s.uscc, 3, 6)';
    const pairs = `select substr(uscc, 3, 6) as code, to_char(established_on, 'YYYYMM') as month from ${t(LegalEntity)}`;
    const isThen = `(k.code is not null or (s.established_on < '${FIRST_DAY}' and f.code is not null))`;
    return judged({
      from: `${t(LegalEntity)} s left join ${regionsThen(t, pairs)} k on k.code = ${code} and k.month = to_char(s.established_on, 'YYYYMM')
        left join ${regionsThen(t, `select code, '${FIRST_MONTH}' as month from (${pairs}) p`)} f on f.code = ${code}`,
      key: 's.uscc',
      applies: `${code} <> '${NATIONAL}' and ${isOfLoadedProvince(t, code)} and (${isThen} or ${isSoundUscc('s.uscc')})`,
      known: 's.established_on is not null',
      holds: isThen,
      left: code,
      right: 's.established_on',
      field: 'uscc',
      zh: `代码中的区划 {${code}} 在 {s.established_on} 不在行政区划代码表内`,
      en: `Region {${code}} of the code was not in the list of regions on {s.established_on}`,
      operands: [
        { entity: 'LegalEntity', key: 's.uscc', field: 'uscc', value: 's.uscc' },
        { entity: 'LegalEntity', key: 's.uscc', field: 'establishedOn', value: 's.established_on' },
      ],
    });
  },
});

const oneName: Rule = defineRule({
  id: 'R06b',
  severity: 'W',
  zh: '同一辖区内同时存续的法人不重名（统一全半角、括号和空格后）',
  en: 'No two legal persons of a jurisdiction bear one name at one time, width, brackets and blanks apart',
  remedy: '核对是否为同一主体的两个代码 / see whether both codes are of one body',
  source: 'rules of the register of enterprise names',
  entity: LegalEntity,
  reads: [LegalEntity],
  sql: (t) =>
    judged({
      with: `with named as (select uscc, jurisdiction, name, established_on, ended_on, ${normalisedName('name')} as plain from ${t(LegalEntity)}),
        shared as (select jurisdiction, plain from named group by 1, 2 having count(*) > 1)`,
      from: `named s left join shared g on g.jurisdiction = s.jurisdiction and g.plain = s.plain
        left join lateral (select o.uscc, o.name from named o where g.plain is not null and o.jurisdiction = g.jurisdiction and o.plain = g.plain
          and o.uscc <> s.uscc and coalesce(o.ended_on, 'infinity') > coalesce(s.established_on, '-infinity')
          and coalesce(s.ended_on, 'infinity') > coalesce(o.established_on, '-infinity') order by o.uscc limit 1) o on true`,
      key: 's.uscc',
      holds: 'o.uscc is null',
      left: 's.name',
      right: 'o.uscc',
      field: 'name',
      zh: '{s.name} 同时是代码 {o.uscc} 的名称',
      en: '{s.name} is also the name of {o.uscc}',
      operands: [
        { entity: 'LegalEntity', key: 's.uscc', field: 'name', value: 's.name' },
        { entity: 'LegalEntity', key: 'o.uscc', field: 'name', value: 'o.name' },
      ],
    }),
});

export const legalEntityRules: readonly Rule[] = [
  ...usccRules({ entity: LegalEntity, column: 'uscc', field: 'uscc', key: 'uscc' }),
  regionOfCode,
  oneName,
  regionRule({ entity: LegalEntity, key: 'uscc' }),
  unitRule(LegalEntity),
];
