import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { Award } from '../award/award.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { partyName } from '../party/party-key.js';
import { Tender } from '../tender/tender.entity.js';
import { Bid } from './bid.entity.js';

/** A source that advertises and names no method lets anyone bid: it counts as open, except in the city, whose notices say. */
export const singleBidder = defineRule({
  id: 'T06',
  severity: 'W',
  zh: '公开招标且有中标结果的项目（标包）有两家以上投标人',
  en: 'An open tender that led to an award had more than one bidder, for each of its lots',
  remedy:
    '核对投标人名单；确只有一家的，核查竞争是否充分 / Check the list of bidders; where there was one only, look into the competition',
  source:
    '财政部令第87号第四十三条；Open Contracting 风险指标 R018 / MOF order 87 art. 43; Open Contracting red flag R018',
  entity: ContractingProcess,
  reads: [ContractingProcess, Tender, Bid, Award],
  sql: (t) =>
    judged({
      with: `with won as (select ocid, min(id) as key, min(${partyName('a.supplier')}) as supplier, sum(amount) as amount
          from ${t(Award)} a where coalesce(status, 'ACTIVE') = 'ACTIVE' group by ocid),
        lot as (select ocid, count(*) as bids, min(id) as key from ${t(Bid)} group by ocid, lot_id),
        least as (select distinct on (ocid) ocid, bids, key from lot order by ocid, bids, key)`,
      from: `${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid
        left join won on won.ocid = p.ocid left join least on least.ocid = p.ocid
        cross join lateral (select coalesce(least.bids, t.number_of_tenderers, t.tenderers_listed) as count) x`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `won.ocid is not null and coalesce(p.procurement_method = 'OPEN', p.jurisdiction = ${t.city.jurisdiction} or t.published_on is not null)`,
      known: `x.count is not null and (p.procurement_method is not null or p.jurisdiction is distinct from ${t.city.jurisdiction})`,
      holds: 'x.count <> 1',
      left: 'x.count',
      right: '2',
      delta: 'x.count - 2',
      zh: '仅有1家投标人，由其中标：{won.supplier}，中标金额{trim_scale(won.amount)}',
      en: 'one bidder alone, who won: {won.supplier}, {trim_scale(won.amount)}',
      operands: [
        { entity: 'Tender', key: 't.id', field: 'numberOfTenderers', value: 'x.count' },
        { entity: 'Award', key: 'won.key', field: 'amount', value: 'trim_scale(won.amount)' },
        { entity: 'Award', key: 'won.key', field: 'supplier', value: 'won.supplier' },
      ],
    }),
});

export const identicalBids = defineRule({
  id: 'T09',
  severity: 'W',
  zh: '同一项目（标包）各投标人报价互不相同',
  en: 'No two bids for the same process or lot ask exactly the same',
  remedy: '核查报价相同的投标人是否串通 / Look into whether those who asked the same colluded',
  source:
    '《招标投标法实施条例》第四十条、财政部令第87号第三十七条 / Implementing rules of the Tendering Law art. 40, MOF order 87 art. 37',
  entity: ContractingProcess,
  reads: [ContractingProcess, Bid],
  sql: (t) =>
    judged({
      with: `with priced as (
          select b.*, coalesce(trim_scale(amount) || ' ' || coalesce(currency, ''), price_text) as price from ${t(Bid)} b),
        counted as (
          select *, count(*) over (partition by ocid, lot_id, price) as same, count(*) over (partition by ocid, lot_id) as bids
          from priced),
        process as (
          select ocid, max(bids) as most, count(*) filter (where price is null and bids > 1) as blanks,
            count(*) filter (where price is not null and same > 1) as same,
            min(price) filter (where price is not null and same > 1) as price,
            string_agg(${partyName('c.tenderer')}, '、' order by id) filter (where price is not null and same > 1) as names,
            jsonb_agg(jsonb_build_object('entity', 'Bid', 'key', id, 'field', 'amount', 'value', price) order by id)
              filter (where price is not null and same > 1) as operands
          from counted c group by ocid)`,
      from: `${t(ContractingProcess)} p left join process x on x.ocid = p.ocid`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and x.most > 1`,
      known: 'x.same > 0 or x.blanks = 0',
      holds: 'x.same = 0',
      left: 'x.same',
      right: '0',
      delta: 'x.same',
      zh: '{x.names}报价同为{x.price}',
      en: '{x.names} all asked {x.price}',
      more: 'x.operands',
    }),
});
