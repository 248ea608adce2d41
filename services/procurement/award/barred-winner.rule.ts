import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { firstDay } from '../contracting-process/local-days.js';
import { MisconductRecord } from '../misconduct/misconduct-record.entity.js';
import { partyName } from '../party/party-key.js';
import { Tender } from '../tender/tender.entity.js';
import { AwardSupplier } from './award-supplier.entity.js';
import { Award } from './award.entity.js';

const ABOUT_RECORD = ['subject', 'bannedFrom', 'bannedTo', 'decisionNo'] as const;
const RECORD_VALUES = {
  subject: partyName('r.subject'),
  bannedFrom: 'r.banned_from::text',
  bannedTo: 'r.banned_to::text',
  decisionNo: 'r.decision_no',
};

/** Every member of a consortium is looked up; a revoked record counts until the day it was revoked. */
export const barredWinner = defineRule({
  id: 'T08',
  severity: 'E',
  zh: '中标（成交）供应商在投标截止日不处于禁止参加政府采购活动期内',
  en: 'No supplier of an award was barred from government procurement on the day of the bid deadline',
  remedy:
    '核对不良行为记录及其期限；确在禁止期内的，中标无效 / Check the record and its dates; an award to a barred supplier is void',
  source: '《政府采购法》第二十二条、第七十七条 / Government Procurement Law art. 22 and 77',
  entity: Award,
  reads: [Award, AwardSupplier, ContractingProcess, Tender, MisconductRecord],
  sql: (t) =>
    judged({
      with: `with record as (
          select s.award_id, r.*, s.id as supplier_row, s.supplier_uscc
          from ${t(AwardSupplier)} s join ${t(MisconductRecord)} r on r.subject_uscc = s.supplier_uscc
          where coalesce(r.banned, r.banned_from is not null)),
        deadline as (select ocid, id, ${firstDay('tender_end_at', 'jurisdiction')} as day from ${t(Tender)}),
        hit as (
          select a.id as award_id, count(*) filter (where r.banned_from is null or r.banned_to is null or d.day is null) as blanks,
            count(*) filter (where d.day between r.banned_from and r.banned_to) as bans,
            (array_agg(r.id order by r.banned_to desc) filter (where d.day between r.banned_from and r.banned_to))[1] as record_id
          from record r join ${t(Award)} a on a.id = r.award_id left join deadline d on d.ocid = a.ocid
          where not coalesce(r.revoked and r.revoked_on <= d.day, false)
          group by a.id),
        unnamed as (select award_id from ${t(AwardSupplier)} where supplier_uscc is null and supplier_agency_id is null group by award_id)`,
      from: `${t(Award)} a join ${t(ContractingProcess)} p on p.ocid = a.ocid left join deadline d on d.ocid = a.ocid
        left join hit on hit.award_id = a.id left join unnamed on unnamed.award_id = a.id
        left join record r on r.award_id = a.id and r.id = hit.record_id`,
      key: 'a.id',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and coalesce(a.status, 'ACTIVE') = 'ACTIVE'`,
      known: `hit.bans > 0 or (d.day is not null and unnamed.award_id is null and coalesce(hit.blanks, 0) = 0
        and (a.supplier_uscc is not null or a.supplier_agency_id is not null))`,
      holds: 'coalesce(hit.bans, 0) = 0',
      left: 'd.day',
      right: `r.banned_from || '/' || r.banned_to`,
      field: 'supplier',
      zh: `供应商{${partyName('r.subject')}}于{r.banned_from}至{r.banned_to}禁止参加政府采购活动（{r.decision_no}），投标截止日为{d.day}；采购人{${partyName('p.buyer')}}，中标金额{trim_scale(a.amount)}`,
      en: `{${partyName('r.subject')}} was barred from {r.banned_from} to {r.banned_to} ({r.decision_no}); bids were due on {d.day}; buyer {${partyName('p.buyer')}}, award {trim_scale(a.amount)} {a.currency}`,
      operands: [
        { entity: 'Award', key: 'a.id', field: 'amount', value: 'trim_scale(a.amount)' },
        { entity: 'ContractingProcess', key: 'p.ocid', field: 'buyer', value: partyName('p.buyer') },
        { entity: 'Tender', key: 'd.id', field: 'tenderEndAt', value: 'd.day' },
      ],
      more: `case when r.id is not null then jsonb_build_array(
        jsonb_build_object('entity', 'AwardSupplier', 'key', r.supplier_row, 'field', 'supplier', 'value', r.supplier_uscc),
        ${ABOUT_RECORD.map((field) => `jsonb_build_object('entity', 'MisconductRecord', 'key', r.id, 'field', '${field}', 'value', ${RECORD_VALUES[field]})`).join(', ')}) end`,
    }),
});
