import { defineRule, type Rule } from '../../../subgraph/check/define-rule.js';
import { documentRule } from '../../../subgraph/check/document-rules.js';
import { judged } from '../../../subgraph/check/judged.js';
import { normalisedName } from '../../../subgraph/check/normalised-name.js';
import { usccRules } from '../../../subgraph/check/uscc-rules.js';
import { LegalEntity } from '../legal-entity/legal-entity.entity.js';
import { regionRule } from '../region/region.rule.js';
import { AgencySuccession } from './agency-succession.entity.js';
import { Agency } from './agency.entity.js';

const nameOfRegister: Rule = defineRule({
  id: 'R06',
  severity: 'W',
  zh: '机构名称与法人名录中同一代码的名称一致（统一全半角、括号和空格后）',
  en: 'An agency bears the name that the register of legal persons has for its code',
  remedy: '核对机构名录与法人名录 / compare both directories',
  source: 'GB 32100-2015: one body, one code',
  entity: Agency,
  reads: [Agency, LegalEntity],
  sql: (t) =>
    judged({
      from: `${t(Agency)} s left join ${t(LegalEntity)} l on l.uscc = s.uscc`,
      key: 's.id',
      agency: 's.id',
      // The register keeps the last name; an agency that is no more kept the one of its time.
      applies: `(s.uscc is null or l.uscc is not null) and (s.valid_to is null or s.valid_to > ${t.city.today})`,
      known: 's.uscc is not null',
      holds: `${normalisedName('s.name')} = ${normalisedName('l.name')}`,
      left: 's.name',
      right: 'l.name',
      field: 'name',
      zh: '代码 {s.uscc} 在机构名录中为 {s.name}，在法人名录中为 {l.name}',
      en: 'Code {s.uscc} is {s.name} among the agencies, {l.name} among the legal persons',
      operands: [
        { entity: 'Agency', key: 's.id', field: 'name', value: 's.name' },
        { entity: 'LegalEntity', key: 'l.uscc', field: 'name', value: 'l.name' },
      ],
    }),
});

const hasHeir: Rule = defineRule({
  id: 'R15b',
  severity: 'W',
  zh: '已撤并的机构经沿革可追溯到现存的承接机构',
  en: 'An agency that is no more leads, through its successors, to one that exists',
  remedy: '在机构沿革中补充承接关系 / add the missing succession',
  source: 'model §2: agencies are kept with their successors',
  entity: Agency,
  reads: [Agency, AgencySuccession],
  sql: (t) =>
    judged({
      with: `with recursive heir(id, successor_id) as (
          select predecessor_id, successor_id from ${t(AgencySuccession)}
          union select h.id, n.successor_id from heir h join ${t(AgencySuccession)} n on n.predecessor_id = h.successor_id),
        living as (select distinct h.id from heir h join ${t(Agency)} a on a.id = h.successor_id where a.valid_to is null or a.valid_to > ${t.city.today})`,
      from: `${t(Agency)} s left join living on living.id = s.id`,
      key: 's.id',
      agency: 's.id',
      applies: `s.valid_to <= ${t.city.today}`,
      holds: 'living.id is not null',
      left: 's.valid_to',
      field: 'validTo',
      zh: '{s.name}已于 {s.valid_to} 停用，沿革中没有现存的承接机构',
      en: '{s.name} ended on {s.valid_to}, and no agency that exists took over',
      operands: [{ entity: 'Agency', key: 's.id', field: 'validTo', value: 's.valid_to' }],
    }),
});

const succeedsInTime: Rule = defineRule({
  id: 'R15c',
  severity: 'W',
  zh: '沿革生效之日，原机构停用（职能划转、分设除外）而承接机构存在',
  en: 'On the day of a succession the agency before ends, unless only duties moved, and the one after exists',
  remedy: '核对沿革生效日期与两机构的启用、停用日期 / compare the day with those of both agencies',
  source: 'model §2: agencies are kept with their successors',
  entity: AgencySuccession,
  reads: [AgencySuccession, Agency],
  sql: (t) => {
    const isThere = '(n.valid_from <= s.effective_on and (n.valid_to is null or n.valid_to > s.effective_on))';
    const hasEnded = `(s.kind in ('TRANSFERRED', 'SPLIT') or p.valid_to = s.effective_on)`;
    return judged({
      from: `${t(AgencySuccession)} s join ${t(Agency)} p on p.id = s.predecessor_id join ${t(Agency)} n on n.id = s.successor_id`,
      key: 's.id',
      agency: 's.successor_id',
      known: `s.kind is not null and n.valid_from is not null and (s.kind in ('TRANSFERRED', 'SPLIT') or p.valid_to is not null)`,
      holds: `${isThere} and ${hasEnded}`,
      left: 's.effective_on',
      right: `case when ${isThere} then p.valid_to else n.valid_from end`,
      field: 'effectiveOn',
      zh: `沿革于 {s.effective_on} 生效，{case when ${isThere} then concat('原机构停用日期为 ', p.valid_to) else '承接机构当日不存在' end}`,
      en: `The succession takes effect on {s.effective_on}, {case when ${isThere} then concat('but the agency before ends on ', p.valid_to) else 'but the agency after does not exist on that day' end}`,
      operands: [
        { entity: 'AgencySuccession', key: 's.id', field: 'effectiveOn', value: 's.effective_on' },
        { entity: 'Agency', key: 'p.id', field: 'validTo', value: 'p.valid_to' },
        { entity: 'Agency', key: 'n.id', field: 'validFrom', value: 'n.valid_from' },
      ],
    });
  },
});

export const agencyRules: readonly Rule[] = [
  ...usccRules({ entity: Agency, column: 'uscc', field: 'uscc', key: 'id', agency: 'id' }),
  nameOfRegister,
  regionRule({ entity: Agency, key: 'id', agency: 'id' }),
  documentRule({ entity: AgencySuccession, column: 'basis', field: 'basis', key: 'id', agency: 'successor_id' }),
  hasHeir,
  succeedsInTime,
];
