import { defineRule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ownAndForeign } from '../../../subgraph/check/whose-rows.js';
import { CandidateNotice } from '../award/candidate-notice.entity.js';
import { Award } from '../award/award.entity.js';
import { ContractTransaction } from '../contract/contract-transaction.entity.js';
import { Contract } from '../contract/contract.entity.js';
import { Tender } from '../tender/tender.entity.js';
import { ContractingProcess } from './contracting-process.entity.js';
import { firstDay, lastDay } from './local-days.js';

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly entity: string;
  readonly key: string;
  readonly field: string;
  /** SQL of a day, or of an instant. */
  readonly day?: string;
  readonly instant?: string;
}

/** In the order in which they must follow; a step that is not published is passed over. */
const STEPS: readonly Step[] = [
  { zh: '公告发布', en: 'the notice', entity: 'Tender', key: 't.id', field: 'publishedOn', day: 't.published_on' },
  {
    zh: '询问截止',
    en: 'the end of enquiries',
    entity: 'Tender',
    key: 't.id',
    field: 'enquiryEndAt',
    instant: 't.enquiry_end_at',
  },
  {
    zh: '投标截止',
    en: 'the bid deadline',
    entity: 'Tender',
    key: 't.id',
    field: 'tenderEndAt',
    instant: 't.tender_end_at',
  },
  { zh: '开标', en: 'the opening', entity: 'Tender', key: 't.id', field: 'bidOpeningAt', instant: 't.bid_opening_at' },
  {
    zh: '候选人公示',
    en: 'the notice of candidates',
    entity: 'CandidateNotice',
    key: 'n.key',
    field: 'noticeFrom',
    day: 'n.day',
  },
  { zh: '中标（成交）', en: 'the award', entity: 'Award', key: 'a.id', field: 'awardedOn', day: 'a.awarded_on' },
  {
    zh: '合同签订',
    en: 'the signing of the contract',
    entity: 'Contract',
    key: 'c.id',
    field: 'signedOn',
    day: 'c.signed_on',
  },
  {
    zh: '首次支付',
    en: 'the first payment',
    entity: 'ContractTransaction',
    key: 'm.key',
    field: 'paidOn',
    day: 'm.day',
  },
];

/** Of one step: its place, the days it may lie on, and its instant where it has one. */
function stepRow({ zh, en, entity, key, field, day, instant }: Step, at: number): string {
  const [first, last] = instant
    ? [firstDay(instant, 'p.jurisdiction'), lastDay(instant, 'p.jurisdiction')]
    : [day ?? 'null', day ?? 'null'];
  return `(${at}, '${zh}', '${en}', '${entity}', ${key}, '${field}', ${first}, ${last}, ${instant ?? 'null::timestamptz'})`;
}

/** Each award with its contract is a chain of its own; consecutive steps are held against each other. */
const chains = (t: Tables): string => `
  with first_notice as (
    select ocid, min(notice_from) as day, (array_agg(id order by notice_from, id))[1] as key
    from ${t(CandidateNotice)} where notice_from is not null group by ocid),
  first_payment as (
    select contract_id, min(paid_on) as day, (array_agg(id order by paid_on, id))[1] as key
    from ${t(ContractTransaction)} where paid_on is not null group by contract_id),
  step as (
    select p.ocid, concat_ws(' ', a.id, c.id) as chain, s.*
    from ${t(ContractingProcess)} p
    join ${t(Tender)} t on t.ocid = p.ocid
    left join first_notice n on n.ocid = p.ocid
    left join ${t(Award)} a on a.ocid = p.ocid and coalesce(a.status, 'ACTIVE') = 'ACTIVE'
    left join ${t(Contract)} c on c.award_id = a.id and coalesce(c.status, 'ACTIVE') <> 'CANCELLED'
    left join first_payment m on m.contract_id = c.id
    cross join lateral (values ${STEPS.map(stepRow).join(',\n      ')})
      s(n, zh, en, entity, key, field, first_day, last_day, instant)
    where s.first_day is not null),
  pair as (
    select ocid, n, lag(zh) over chain as zh_before, lag(en) over chain as en_before, zh, en,
      lag(entity) over chain as entity_before, entity, lag(key) over chain as key_before, key,
      lag(field) over chain as field_before, field,
      lag(first_day) over chain as first_before, lag(n) over chain as n_before,
      lag(instant) over chain as instant_before, last_day, instant
    from step window chain as (partition by ocid, chain order by n)),
  broken as (
    select distinct on (ocid) *,
      case when instant is null or instant_before is null then first_before::text else to_char(instant_before at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') end as shown_before,
      case when instant is null or instant_before is null then last_day::text else to_char(instant at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') end as shown
    from pair
    where case when instant is not null and instant_before is not null then instant < instant_before
      -- The notice comes before the day on which enquiries end, not on it.
      when n = 1 and n_before = 0 then last_day <= first_before else last_day < first_before end
    order by ocid, n),
  blank as (
    select t.ocid, t.published_on is null or t.tender_end_at is null
      or exists (select from ${t(Award)} a where a.ocid = t.ocid and coalesce(a.status, 'ACTIVE') = 'ACTIVE' and a.awarded_on is null)
      or exists (select from ${t(Contract)} c where c.ocid = t.ocid and coalesce(c.status, 'ACTIVE') <> 'CANCELLED' and c.signed_on is null) as some
    from ${t(Tender)} t)`;

export const orderOfDays = ownAndForeign('T01', ({ id, severity, among }) =>
  defineRule({
    id,
    severity,
    zh: '各环节日期依次：公告发布早于询问截止，询问截止不晚于投标截止、开标、候选人公示、中标（成交）、合同签订、首次支付',
    en: 'The notice comes before the end of enquiries; that, the bid deadline, the opening, the notice of candidates, the award, the contract and the first payment follow in this order',
    remedy: '核对两个日期，更正填错的一个 / Check both days and correct the wrong one',
    source: '《政府采购法》《招标投标法》规定的程序；OCDS 1.1.5 各期间 / Order of the procedure; OCDS 1.1.5 periods',
    entity: ContractingProcess,
    reads: [ContractingProcess, Tender, CandidateNotice, Award, Contract, ContractTransaction],
    sql: (t) =>
      judged({
        with: chains(t),
        from: `${t(ContractingProcess)} p join blank on blank.ocid = p.ocid left join broken b on b.ocid = p.ocid`,
        key: 'p.ocid',
        agency: 'p.buyer_agency_id',
        applies: among('p.jurisdiction', t),
        known: 'b.ocid is not null or not blank.some',
        holds: 'b.ocid is null',
        left: 'b.shown_before',
        right: 'b.shown',
        delta: 'b.last_day - b.first_before',
        zh: '{b.zh}（{b.shown}）早于{b.zh_before}（{b.shown_before}）',
        en: '{b.en} ({b.shown}) is not after {b.en_before} ({b.shown_before})',
        more: `case when b.ocid is not null then jsonb_build_array(
        jsonb_build_object('entity', b.entity_before, 'key', b.key_before, 'field', b.field_before, 'value', b.shown_before),
        jsonb_build_object('entity', b.entity, 'key', b.key, 'field', b.field, 'value', b.shown)) end`,
      }),
  }),
);
