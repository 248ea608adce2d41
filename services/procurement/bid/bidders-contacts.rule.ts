import { defineRule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { ProcessParty } from '../contracting-process/process-party.entity.js';
import { partyKey, partyName } from '../party/party-key.js';
import { Release } from '../release/release.entity.js';
import { BidTenderer } from './bid-tenderer.entity.js';
import { Bid } from './bid.entity.js';

/**
 * Members behind different bids who share a value; members of one consortium may. `parties` gives the parties of all
 * processes as rows of `(ocid, id, party, value)`.
 */
const sharing = (t: Tables, parties: string): string => `with listed as materialized (${parties}),
  behind as (
    select b.ocid, b.lot_id, b.id as bid_id, l.party, ${partyName('m.party')} as name, l.id as key, l.value
    from ${t(BidTenderer)} m join ${t(Bid)} b on b.id = m.bid_id
    join listed l on l.ocid = m.ocid and l.party = ${partyKey('m.party')}),
  ranked as (
    select *, value is not null and min(bid_id) over same <> max(bid_id) over same
      and min(party) over same <> max(party) over same as shared
    from behind window same as (partition by ocid, lot_id, value)),
  process as (
    select ocid, min(party) <> max(party) as several, count(*) filter (where value is null) as blanks, bool_or(shared) as shared,
      string_agg(distinct name, '、') filter (where shared) as names, count(distinct party) filter (where shared) as sharers,
      min(value) filter (where shared) as value,
      jsonb_agg(distinct jsonb_build_object('entity', 'ProcessParty', 'key', key, 'field', 'party', 'value', name)) filter (where shared) as operands
    from ranked group by ocid)`;

const FROM = (t: Tables): string => `${t(ContractingProcess)} p left join process x on x.ocid = p.ocid`;
const SOURCE =
  '《招标投标法实施条例》第四十条、财政部令第87号第三十七条 / Implementing rules of the Tendering Law art. 40, MOF order 87 art. 37';
const REMEDY = '核查这些投标人的关系 / Look into how these bidders are related';

export const sameAddress = defineRule({
  id: 'T09b',
  severity: 'W',
  zh: '同一项目不同投标的投标人地址互不相同',
  en: 'Those behind different bids for the same purchase have different addresses',
  remedy: REMEDY,
  source: SOURCE,
  entity: ContractingProcess,
  reads: [ContractingProcess, Bid, BidTenderer, ProcessParty],
  sql: (t) =>
    judged({
      with: sharing(
        t,
        `select ocid, id, ${partyKey('y.party')} as party, translate(address, ' 　,，', '') as value from ${t(ProcessParty)} y`,
      ),
      from: FROM(t),
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and x.several`,
      known: 'x.shared or x.blanks = 0',
      holds: 'not x.shared',
      left: 'x.sharers',
      right: '0',
      delta: 'x.sharers',
      zh: '{x.names}的地址相同：{x.value}',
      en: '{x.names} have the same address: {x.value}',
      more: 'x.operands',
    }),
});

/** Telephone numbers are read from the releases as published and never leave them: the finding names the firms only. */
const telephones = (t: Tables): string => `select y.ocid, y.id, ${partyKey('y.party')} as party, v.value
  from ${t(ProcessParty)} y left join (
    select distinct on (r.ocid, local_id) r.ocid, o.party ->> 'id' as local_id,
      nullif(regexp_replace(o.party #>> '{contactPoint,telephone}', '[^0-9+]', '', 'g'), '') as value
    from ${t(Release)} r cross join lateral jsonb_array_elements(r.body -> 'parties') as o(party)
    where jsonb_typeof(r.body -> 'parties') = 'array' and o.party #>> '{contactPoint,telephone}' is not null
    order by r.ocid, local_id, r.released_at desc) v on v.ocid = y.ocid and v.local_id = y.local_id`;

export const sameTelephone = defineRule({
  id: 'T09c',
  severity: 'W',
  zh: '同一项目不同投标的投标人联系电话互不相同',
  en: 'Those behind different bids for the same purchase gave different telephone numbers',
  remedy: REMEDY,
  source: SOURCE,
  entity: ContractingProcess,
  reads: [ContractingProcess, Bid, BidTenderer, ProcessParty, Release],
  sql: (t) =>
    judged({
      with: sharing(t, telephones(t)),
      from: FROM(t),
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and x.several`,
      known: 'x.shared or x.blanks = 0',
      holds: 'not x.shared',
      left: 'x.sharers',
      right: '0',
      delta: 'x.sharers',
      zh: '{x.names}的联系电话相同',
      en: '{x.names} gave the same telephone number',
      more: 'x.operands',
    }),
});
