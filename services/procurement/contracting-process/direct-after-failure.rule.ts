import { defineRule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { Award } from '../award/award.entity.js';
import { partyKey, partyName } from '../party/party-key.js';
import { Release } from '../release/release.entity.js';
import { Tender } from '../tender/tender.entity.js';
import { ContractingProcess } from './contracting-process.entity.js';

/**
 * Direct purchases with the failed tender before them: the one that a notice names (OCDS relatedProcesses), else, where
 * nothing is named to follow the failure, one of the same buyer within 90 days of it, with a budget like it and a title
 * that the direct purchase's begins with.
 */
export const failedBefore = (t: Tables): string => `
  named as (
    select distinct r.ocid, o.process ->> 'identifier' as failed
    from ${t(Release)} r cross join lateral jsonb_array_elements(r.body -> 'relatedProcesses') as o(process)
    where jsonb_typeof(r.body -> 'relatedProcesses') = 'array' and o.process -> 'relationship' ? 'unsuccessfulProcess'),
  direct as (
    select p.ocid, ${partyKey('p.buyer')} as buyer, hub.fold_text(p.title) as title, t.published_on as day, t.amount
    from ${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid where p.procurement_method = 'DIRECT'),
  failure as (
    select p.ocid, ${partyKey('p.buyer')} as buyer, hub.fold_text(p.title) as title, p.title as printed, t.amount,
      coalesce((select max(a.awarded_on) from ${t(Award)} a where a.ocid = p.ocid), t.published_on) as day
    from ${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid
    where t.status = 'UNSUCCESSFUL' and p.procurement_method is distinct from 'DIRECT'),
  followed as (
    select distinct on (d.ocid) d.ocid, f.ocid as failed, f.printed, f.day, f.amount
    from direct d join failure f on f.buyer = d.buyer
    left join named n on n.failed = f.ocid
    where n.ocid = d.ocid or (n.ocid is null and d.day between f.day and f.day + 90
      and d.amount between 0.8 * f.amount and 1.2 * f.amount and starts_with(d.title, f.title))
    order by d.ocid, f.day desc, f.ocid)`;

export const directAfterFailure = defineRule({
  id: 'T10',
  severity: 'W',
  zh: '废标后不改为单一来源采购',
  en: 'A failed tender is not followed by a purchase from a single source',
  remedy:
    '核查变更采购方式是否经批准、招标文件是否有不合理条款 / Look into whether the change of method was approved, and whether the tender’s terms were fair',
  source:
    '《政府采购法》第三十六条、第三十七条，财政部令第87号第四十三条 / Government Procurement Law art. 36 and 37, MOF order 87 art. 43',
  entity: ContractingProcess,
  reads: [ContractingProcess, Tender, Award, Release],
  sql: (t) =>
    judged({
      with: `with ${failedBefore(t)}`,
      from: `${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid left join followed x on x.ocid = p.ocid`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and coalesce(p.procurement_method, 'DIRECT') = 'DIRECT'`,
      known: `p.procurement_method is not null and (x.ocid is not null or (${partyKey('p.buyer')} is not null and t.published_on is not null))`,
      holds: 'x.ocid is null',
      left: 't.published_on',
      right: 'x.day',
      delta: 't.published_on - x.day',
      field: 'procurementMethod',
      zh: `{${partyName('p.buyer')}}的“{x.printed}”（{x.failed}，预算{${plain('x.amount')}}）废标后，改为单一来源采购`,
      en: `after “{x.printed}” ({x.failed}, {${plain('x.amount')}}) of {${partyName('p.buyer')}} had failed, this was bought from a single source`,
      operands: [
        { entity: 'ContractingProcess', key: 'p.ocid', field: 'procurementMethod', value: 'p.procurement_method' },
        { entity: 'ContractingProcess', key: 'x.failed', field: 'title', value: 'x.printed' },
        { entity: 'ContractingProcess', key: 'x.failed', field: 'tender.amount', value: plain('x.amount') },
        { entity: 'Tender', key: 't.id', field: 'amount', value: plain('t.amount') },
      ],
    }),
});
