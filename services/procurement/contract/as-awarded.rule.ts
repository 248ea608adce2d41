import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { Award } from '../award/award.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { partyName } from '../party/party-key.js';
import { Contract } from './contract.entity.js';

const STANDS = `coalesce(c.status, 'ACTIVE') <> 'CANCELLED'`;

/** Several contracts on one award are held against it together. */
export const contractAsAwarded = defineRule({
  id: 'T05',
  severity: 'W',
  zh: '合同（签订时）金额等于中标（成交）金额',
  en: 'A contract is signed for the amount of the award',
  remedy:
    '核对合同金额与中标金额；不得另行订立背离中标结果的合同 / Check both amounts; a contract may not depart from the award',
  source:
    '《政府采购法》第四十六条、《招标投标法》第四十六条 / Government Procurement Law art. 46, Tendering Law art. 46',
  entity: Contract,
  reads: [Contract, ContractingProcess, Award],
  sql: (t) =>
    judged({
      with: `with signed as (select award_id, sum(amount) as amount, count(*) as contracts, count(*) - count(amount) as blanks,
          count(distinct currency) as currencies from ${t(Contract)} c where award_id is not null and ${STANDS} group by award_id)`,
      from: `${t(Contract)} c join ${t(ContractingProcess)} p on p.ocid = c.ocid
        left join ${t(Award)} a on a.id = c.award_id left join signed x on x.award_id = c.award_id`,
      key: 'c.id',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and ${STANDS} and coalesce(a.price_form, 'AMOUNT') = 'AMOUNT'`,
      known: 'a.amount is not null and x.blanks = 0 and x.currencies = 1 and a.currency = c.currency',
      holds: 'x.amount = a.amount',
      left: plain('x.amount'),
      right: plain('a.amount'),
      delta: plain('x.amount - a.amount'),
      field: 'amount',
      zh: `合同金额{${plain('x.amount')}}与中标金额{${plain('a.amount')}}相差{${plain('x.amount - a.amount')}}（供应商{${partyName('c.supplier')}}）`,
      en: `the contract’s {${plain('x.amount')}} {c.currency} is not the award’s {${plain('a.amount')}}; supplier {${partyName('c.supplier')}}`,
      operands: [
        { entity: 'Contract', key: 'c.id', field: 'amount', value: plain('c.amount') },
        { entity: 'Award', key: 'a.id', field: 'amount', value: plain('a.amount') },
        { entity: 'Contract', key: 'c.id', field: 'supplier', value: partyName('c.supplier') },
      ],
    }),
});

export const signedInTime = defineRule({
  id: 'T05b',
  severity: 'W',
  zh: '合同在中标（成交）后30日内签订',
  en: 'A contract is signed within 30 days of the award',
  remedy: '核对签订日期；确属逾期的，说明原因 / Check the day of signing; where it was late, say why',
  source:
    '《政府采购法》第四十六条、《招标投标法》第四十六条 / Government Procurement Law art. 46, Tendering Law art. 46',
  entity: Contract,
  reads: [Contract, ContractingProcess, Award],
  sql: (t) =>
    judged({
      from: `${t(Contract)} c join ${t(ContractingProcess)} p on p.ocid = c.ocid left join ${t(Award)} a on a.id = c.award_id
        cross join lateral (select c.signed_on - a.awarded_on as days, ${t.city.number('signingDays', '30')} as most) x`,
      key: 'c.id',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and ${STANDS}`,
      known: 'x.days is not null',
      holds: 'x.days <= x.most',
      left: 'x.days',
      right: 'x.most',
      delta: 'x.days - x.most',
      field: 'signedOn',
      zh: '{a.awarded_on}中标，{c.signed_on}签订合同，相隔{x.days}日',
      en: 'awarded on {a.awarded_on}, signed on {c.signed_on}: {x.days} days',
      operands: [
        { entity: 'Contract', key: 'c.id', field: 'signedOn', value: 'c.signed_on' },
        { entity: 'Award', key: 'a.id', field: 'awardedOn', value: 'a.awarded_on' },
        { entity: 'Contract', key: 'c.id', field: 'amount', value: plain('c.amount') },
      ],
    }),
});
