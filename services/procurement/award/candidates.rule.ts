import { defineRule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ownAndForeign } from '../../../subgraph/check/whose-rows.js';
import { BidTenderer } from '../bid/bid-tenderer.entity.js';
import { Bid } from '../bid/bid.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { partyKey, partyName } from '../party/party-key.js';
import { AwardSupplier } from './award-supplier.entity.js';
import { Award } from './award.entity.js';
import { CandidateNotice } from './candidate-notice.entity.js';

const WON = `coalesce(a.status, 'ACTIVE') = 'ACTIVE'`;

export const supplierAmongBidders = ownAndForeign('T04', ({ id, severity, among }) =>
  defineRule({
    id,
    severity,
    zh: '中标（成交）供应商及联合体各成员都在投标人名单中',
    en: 'Every supplier of an award is among those who bid',
    remedy: '核对供应商代码、名称与投标人名单 / Check the supplier’s code and name against the list of bidders',
    source: '《政府采购法》《招标投标法》；OCDS 1.1.5 awards.suppliers、bids / OCDS 1.1.5 awards.suppliers and bids',
    entity: Award,
    reads: [Award, AwardSupplier, ContractingProcess, Bid, BidTenderer],
    sql: (t) =>
      judged({
        with: `with bidder as (
          select distinct m.ocid, b.lot_id, ${partyKey('m.party')} as party
          from ${t(BidTenderer)} m join ${t(Bid)} b on b.id = m.bid_id),
        listed as (select distinct ocid from bidder),
        stranger as (
          select s.award_id, string_agg(${partyName('s.supplier')}, '、' order by s.position, s.id) as names,
            jsonb_agg(jsonb_build_object('entity', 'AwardSupplier', 'key', s.id, 'field', 'supplier', 'value', ${partyName('s.supplier')}) order by s.position, s.id) as operands
          from ${t(AwardSupplier)} s join ${t(Award)} a on a.id = s.award_id
          where not exists (select from bidder b where b.ocid = s.ocid and b.party = ${partyKey('s.supplier')}
            and (a.lot_id is null or b.lot_id is null or b.lot_id = a.lot_id))
          group by s.award_id)`,
        from: `${t(Award)} a join ${t(ContractingProcess)} p on p.ocid = a.ocid
        left join listed on listed.ocid = a.ocid left join stranger on stranger.award_id = a.id`,
        key: 'a.id',
        agency: 'p.buyer_agency_id',
        // Who is asked directly may answer without a bid that is recorded.
        applies: `${among('p.jurisdiction', t)} and ${WON} and not (coalesce(p.procurement_method, '') = 'DIRECT' and listed.ocid is null)`,
        known: `listed.ocid is not null and ${partyKey('a.supplier')} is not null`,
        holds: 'stranger.award_id is null',
        left: 'stranger.names',
        field: 'supplier',
        zh: '供应商{stranger.names}不在投标人名单中',
        en: '{stranger.names} won without having bid',
        operands: [{ entity: 'Award', key: 'a.id', field: 'amount', value: 'trim_scale(a.amount)' }],
        more: 'stranger.operands',
      }),
  }),
);

/** First candidates by process and lot, '' where there are no lots. */
const firstCandidates = (t: Tables): string => `select ocid, coalesce(lot_id, '') as lot,
    count(*) filter (where rank = 1) as firsts, count(*) filter (where rank is null) as unranked,
    min(${partyKey('n.candidate')}) filter (where rank = 1) as party,
    min(${partyName('n.candidate')}) filter (where rank = 1) as name, min(id) filter (where rank = 1) as key
  from ${t(CandidateNotice)} n group by 1, 2`;

export const oneFirstCandidate = defineRule({
  id: 'T04b',
  severity: 'E',
  zh: '每个项目（标包）公示的中标候选人中恰有一个第一候选人',
  en: 'Among the candidates announced for a process, or for each of its lots, exactly one is the first',
  remedy: '核对候选人排名 / Check the ranks of the candidates',
  source: '《招标投标法实施条例》第五十三条、第五十四条 / Implementing rules of the Tendering Law art. 53 and 54',
  entity: ContractingProcess,
  reads: [ContractingProcess, CandidateNotice],
  sql: (t) =>
    judged({
      with: `with first as (${firstCandidates(t)}),
        process as (select ocid, max(unranked) as unranked, count(*) filter (where firsts <> 1) as wrong,
          (array_agg(lot order by lot) filter (where firsts <> 1))[1] as lot, (array_agg(firsts order by lot) filter (where firsts <> 1))[1] as firsts
          from first group by ocid)`,
      from: `${t(ContractingProcess)} p left join process x on x.ocid = p.ocid`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and x.ocid is not null`,
      known: 'x.unranked = 0',
      holds: 'x.wrong = 0',
      left: 'x.firsts',
      right: '1',
      delta: 'x.firsts - 1',
      zh: `{case when x.lot <> '' then '标包' || x.lot || '：' else '' end}有{x.firsts}个第一候选人`,
      en: `{case when x.lot <> '' then 'lot ' || x.lot || ': ' else '' end}{x.firsts} first candidates`,
      more: `(select jsonb_agg(jsonb_build_object('entity', 'CandidateNotice', 'key', n.id, 'field', 'rank', 'value', n.rank::text) order by n.id)
        from ${t(CandidateNotice)} n where n.ocid = p.ocid)`,
    }),
});

export const firstCandidateWins = defineRule({
  id: 'T04c',
  severity: 'W',
  zh: '中标人是公示的第一中标候选人',
  en: 'The winner is the first of the candidates announced',
  remedy:
    '核对中标人；确由其他候选人中标的，说明第一候选人被放弃的理由 / Check the winner; where another candidate won, say why the first was passed over',
  source:
    '《招标投标法实施条例》第五十五条、财政部令第87号第六十八条 / Implementing rules of the Tendering Law art. 55, MOF order 87 art. 68',
  entity: Award,
  reads: [Award, ContractingProcess, CandidateNotice],
  sql: (t) =>
    judged({
      with: `with first as (${firstCandidates(t)})`,
      from: `${t(Award)} a join ${t(ContractingProcess)} p on p.ocid = a.ocid
        left join first x on x.ocid = a.ocid and x.lot = coalesce(a.lot_id, '')`,
      key: 'a.id',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and ${WON} and x.ocid is not null`,
      known: `x.firsts = 1 and x.party is not null and ${partyKey('a.supplier')} is not null`,
      holds: `x.party = ${partyKey('a.supplier')}`,
      left: partyName('a.supplier'),
      right: 'x.name',
      field: 'supplier',
      zh: `中标人{${partyName('a.supplier')}}不是第一中标候选人{x.name}`,
      en: `the winner {${partyName('a.supplier')}} is not the first candidate {x.name}`,
      operands: [
        { entity: 'Award', key: 'a.id', field: 'supplier', value: partyName('a.supplier') },
        { entity: 'Award', key: 'a.id', field: 'amount', value: 'trim_scale(a.amount)' },
        { entity: 'CandidateNotice', key: 'x.key', field: 'candidate', value: 'x.name' },
      ],
    }),
});
