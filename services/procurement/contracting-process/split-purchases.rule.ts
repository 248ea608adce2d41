import { defineRule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { Award } from '../award/award.entity.js';
import { partyKey, partyName } from '../party/party-key.js';
import { Release } from '../release/release.entity.js';
import { Item } from '../tender/item.entity.js';
import { Tender } from '../tender/tender.entity.js';
import { ContractingProcess } from './contracting-process.entity.js';
import { failedBefore } from './direct-after-failure.rule.js';

/** What was bought, or is being bought: a tender that failed is bought again, and the same need counts once. */
const STANDS = `coalesce(t.status, 'ACTIVE') not in ('CANCELLED', 'UNSUCCESSFUL', 'WITHDRAWN', 'PLANNED', 'PLANNING')`;
/** Whoever tenders openly evades nothing. */
const NOT_OPEN = `p.procurement_method is distinct from 'OPEN'`;

const limitOf = ({
  city,
}: Tables): string => `left join ${city.thresholds} on threshold.year = extract(year from t.published_on)
    and threshold.name = case p.main_procurement_category when 'WORKS' then 'openTenderWorks' else 'openTender' end`;

/** Purchases below the limit, by buyer and item, each with what was bought in the 90 days up to its day. */
const windows = (t: Tables): string => `
  with purchase as materialized (
    select p.ocid, ${partyKey('p.buyer')} as buyer, i.code, t.published_on as day, t.amount, threshold.amount as most
    from ${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid
    join (select distinct ocid, classification_scheme || '/' || classification_id as code from ${t(Item)}
      where stage = 'TENDER' and starts_with(classification_scheme, 'CN-ZFCG-')) i on i.ocid = p.ocid
    ${limitOf(t)}
    where p.jurisdiction = ${t.city.jurisdiction} and ${STANDS} and ${NOT_OPEN} and t.amount < threshold.amount),
  windowed as (
    select *, sum(amount) over near as total, count(*) over near as parts, row_number() over (partition by buyer, code order by day, ocid) as at
    from purchase window near as (partition by buyer, code order by day range between interval '90 days' preceding and current row)),
  -- A run of parts is one finding, about the last of them.
  ending as (
    select *, max(at) filter (where parts > 1 and total >= most) over
      (partition by buyer, code order by day range between current row and interval '90 days' following) as last
    from windowed),
  split as (select distinct on (ocid) * from ending where parts > 1 and total >= most and at = last order by ocid, total desc)`;

export const splitPurchases = defineRule({
  id: 'T07',
  severity: 'W',
  zh: '同一采购人90日内未公开招标的同一品目采购，合计不达到公开招标数额标准',
  en: 'What one buyer buys of one item within 90 days without an open tender stays below the open-tender limit in total',
  remedy: '核查是否化整为零规避公开招标 / Look into whether one need was split to avoid an open tender',
  source:
    '《政府采购法》第二十八条、《实施条例》第二十八条；限额见 city.yaml thresholds / Government Procurement Law art. 28; limits from city.yaml',
  entity: ContractingProcess,
  reads: [ContractingProcess, Tender, Item],
  sql: (t) =>
    judged({
      with: `${windows(t)}, itemised as (select distinct ocid from ${t(Item)} where stage = 'TENDER' and classification_id is not null)`,
      from: `${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid ${limitOf(t)}
        left join itemised on itemised.ocid = p.ocid left join split x on x.ocid = p.ocid`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and ${STANDS} and ${NOT_OPEN} and coalesce(t.amount < threshold.amount, true)`,
      known: `threshold.amount is not null and t.amount is not null and itemised.ocid is not null
        and ${partyKey('p.buyer')} is not null and p.procurement_method is not null`,
      holds: 'x.ocid is null',
      left: plain('x.total'),
      right: plain('x.most'),
      delta: plain('x.total - x.most'),
      zh: `{${partyName('p.buyer')}}在90日内分{x.parts}次采购品目{x.code}，合计{${plain('x.total')}}，达到公开招标数额标准{${plain('x.most')}}`,
      en: `{${partyName('p.buyer')}} bought {x.code} in {x.parts} parts within 90 days: {${plain('x.total')}} in total, the open-tender limit is {${plain('x.most')}}`,
      operands: [{ entity: 'ContractingProcess', key: 'p.ocid', field: 'buyer', value: partyName('p.buyer') }],
      more: `(select jsonb_agg(jsonb_build_object('entity', 'ContractingProcess', 'key', o.ocid, 'field', 'tender.amount', 'value', trim_scale(o.amount)::text) order by o.day, o.ocid)
        from purchase o where o.buyer = x.buyer and o.code = x.code and o.day between x.day - 90 and x.day)`,
    }),
});

/** After an open tender that failed another method may follow: that is T10's question. */
export const openAboveLimit = defineRule({
  id: 'T07b',
  severity: 'W',
  zh: '预算达到公开招标数额标准的采购采用公开招标',
  en: 'A purchase whose budget reaches the open-tender limit is tendered openly',
  remedy:
    '核对采购方式；确经批准的，注明批准文号 / Check the method; where another was approved, say under which number',
  source:
    '《政府采购法》第二十六条、第二十七条；限额见 city.yaml thresholds / Government Procurement Law art. 26 and 27; limits from city.yaml',
  entity: ContractingProcess,
  reads: [ContractingProcess, Tender, Award, Release],
  sql: (t) =>
    judged({
      with: `with ${failedBefore(t)}`,
      from: `${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid ${limitOf(t)}
        left join followed on followed.ocid = p.ocid`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and ${STANDS} and coalesce(t.amount >= threshold.amount, true)
        and p.procurement_method_rationale is null and followed.ocid is null`,
      known: 'threshold.amount is not null and t.amount is not null and p.procurement_method is not null',
      holds: `p.procurement_method = 'OPEN'`,
      left: plain('t.amount'),
      right: plain('threshold.amount'),
      delta: plain('t.amount - threshold.amount'),
      field: 'procurementMethod',
      zh: `预算{${plain('t.amount')}}达到公开招标数额标准{${plain('threshold.amount')}}，采用{p.procurement_method_details}`,
      en: `the budget of {${plain('t.amount')}} reaches the open-tender limit of {${plain('threshold.amount')}}; the method is {p.procurement_method}`,
      operands: [
        { entity: 'Tender', key: 't.id', field: 'amount', value: plain('t.amount') },
        { entity: 'ContractingProcess', key: 'p.ocid', field: 'procurementMethod', value: 'p.procurement_method' },
      ],
    }),
});
