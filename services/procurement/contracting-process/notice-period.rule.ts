import { defineRule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { Tender } from '../tender/tender.entity.js';
import { ContractingProcess } from './contracting-process.entity.js';
import { firstDay } from './local-days.js';

/** Days by method; the law counts three and five in working days, of which as many calendar days are the least. */
const leastDays = ({ city }: Tables): string => `case p.procurement_method
  when 'OPEN' then ${city.number('noticeDaysOpen', '20')}
  when 'SELECTIVE' then ${city.number('noticeDaysSelective', '20')}
  when 'LIMITED' then case when p.procurement_method_details = '竞争性磋商'
    then ${city.number('noticeDaysConsultation', '10')} else ${city.number('noticeDaysNegotiation', '3')} end
  when 'DIRECT' then ${city.number('noticeDaysDirect', '5')} end`;

export const noticePeriod = defineRule({
  id: 'T02',
  severity: 'W',
  zh: '自公告发布至投标（响应）截止不少于法定最短期限',
  en: 'From the notice to the bid deadline there are at least the days that the law sets for the method',
  remedy:
    '核对公告发布日期和截止时间；期限确实不足的，应顺延截止时间 / Check notice day and deadline; where the time is short, put the deadline off',
  source:
    '《政府采购法》第三十五条、《招标投标法》第二十四条：招标20日；财库〔2014〕214号：磋商10日；财政部令第74号：谈判、询价3个工作日，单一来源公示5个工作日 / Government Procurement Law art. 35 and rules on the other methods',
  entity: ContractingProcess,
  reads: [ContractingProcess, Tender],
  sql: (t) =>
    judged({
      from: `${t(ContractingProcess)} p join ${t(Tender)} t on t.ocid = p.ocid
        cross join lateral (select ${firstDay('t.tender_end_at', 'p.jurisdiction')} as deadline, ${leastDays(t)} as least) x`,
      key: 'p.ocid',
      agency: 'p.buyer_agency_id',
      applies: `p.jurisdiction = ${t.city.jurisdiction} and t.status is distinct from 'PLANNED' and t.status is distinct from 'PLANNING'`,
      known: 'x.least is not null and t.published_on is not null and x.deadline is not null',
      holds: 'x.deadline - t.published_on >= x.least',
      left: 'x.deadline - t.published_on',
      right: 'x.least',
      delta: 'x.deadline - t.published_on - x.least',
      zh: '{p.procurement_method_details}公告{t.published_on}发布，{x.deadline}截止，仅{x.deadline - t.published_on}日，少于{x.least}日',
      en: 'published on {t.published_on}, due on {x.deadline}: {x.deadline - t.published_on} days, fewer than {x.least}',
      operands: [
        { entity: 'Tender', key: 't.id', field: 'publishedOn', value: 't.published_on' },
        { entity: 'Tender', key: 't.id', field: 'tenderEndAt', value: 'x.deadline' },
        { entity: 'ContractingProcess', key: 'p.ocid', field: 'procurementMethod', value: 'p.procurement_method' },
      ],
    }),
});
