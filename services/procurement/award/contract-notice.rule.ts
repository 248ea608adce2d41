import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { Contract } from '../contract/contract.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { ProcessDocument } from '../contracting-process/process-document.entity.js';
import { partyName } from '../party/party-key.js';
import { Award } from './award.entity.js';

/** Signing within 30 days and announcing within two working days leave half the time for those who are late. */
export const contractNotice = defineRule({
  id: 'T12',
  severity: 'W',
  zh: '中标（成交）后60日内公告合同',
  en: 'The contract is announced within 60 days of the award',
  remedy: '补发合同公告，或说明未签订合同的原因 / Announce the contract, or say why none was signed',
  source:
    '《政府采购法》第四十六条、《实施条例》第五十条 / Government Procurement Law art. 46, implementing rules art. 50',
  entity: Award,
  reads: [Award, ContractingProcess, Contract, ProcessDocument],
  sql: (t) =>
    judged({
      with: `with contract as (
          select c.award_id, min(c.id) as key, min(d.published_on) as day
          from ${t(Contract)} c
          left join ${t(ProcessDocument)} d on d.contract_id = c.id and d.document_type = 'contractNotice'
          where c.award_id is not null group by c.award_id)`,
      from: `${t(Award)} a join ${t(ContractingProcess)} p on p.ocid = a.ocid left join contract c on c.award_id = a.id
        cross join lateral (select ${t.city.number('contractNoticeDays', '60')} as most,
          case when c.award_id is null then ${t.city.today} else c.day end - a.awarded_on as days) x`,
      key: 'a.id',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and coalesce(a.status, 'ACTIVE') = 'ACTIVE'`,
      known: 'x.days is not null',
      holds: 'x.days <= x.most',
      left: 'x.days',
      right: 'x.most',
      delta: 'x.days - x.most',
      field: 'awardedOn',
      zh: `{a.awarded_on}中标（{${partyName('a.supplier')}}，{trim_scale(a.amount)}），{coalesce('合同公告于' || c.day, '至' || ${t.city.today} || '仍无合同公告')}，已{x.days}日`,
      en: `awarded on {a.awarded_on} to {${partyName('a.supplier')}}; {coalesce('the contract was announced on ' || c.day, 'no contract was announced by ' || ${t.city.today})}: {x.days} days`,
      operands: [
        { entity: 'Award', key: 'a.id', field: 'awardedOn', value: 'a.awarded_on' },
        { entity: 'Award', key: 'a.id', field: 'amount', value: 'trim_scale(a.amount)' },
        { entity: 'Award', key: 'a.id', field: 'supplier', value: partyName('a.supplier') },
      ],
      more: `case when c.key is not null then jsonb_build_array(jsonb_build_object('entity', 'Contract', 'key', c.key, 'field', 'documents', 'value', c.day::text)) end`,
    }),
});
