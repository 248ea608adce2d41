import { defineRule, type Tables } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { Contract } from '../contract/contract.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Lot } from '../tender/lot.entity.js';
import { Tender } from '../tender/tender.entity.js';
import { Award } from './award.entity.js';

const WON = `coalesce(a.status, 'ACTIVE') = 'ACTIVE'`;
/** Only an amount can be held against a ceiling (PRICE_FORM_CODE 1). */
const IN_MONEY = `coalesce(a.price_form, 'AMOUNT') = 'AMOUNT'`;

/** The lowest of the ceiling, the tender's or lot's budget and, in the city, the purchase's own budget. */
const lowestLimit = (t: Tables): string => `left join lateral (
    select entity, key, field, zh, en, amount, currency from (values
      ('Tender', t.id, 'ceilingAmount', '最高限价', 'the ceiling', t.ceiling_amount, t.ceiling_currency),
      ('Tender', t.id, 'amount', '公告预算金额', 'the tender''s value', t.amount, t.currency),
      ('Lot', l.id, 'amount', '标包预算', 'the lot''s value', l.amount, l.currency),
      ('ContractingProcess', p.ocid, 'budgetAmount', '采购预算', 'the budget',
        case when p.jurisdiction = ${t.city.jurisdiction} then p.budget_amount end, p.budget_currency)
    ) s(entity, key, field, zh, en, amount, currency)
    where amount is not null order by amount limit 1) x on true`;

export const awardWithinLimit = defineRule({
  id: 'T03',
  severity: 'W',
  zh: '中标（成交）金额不高于最高限价和预算金额；非金额报价不适用',
  en: 'An award is not above the ceiling or the budget; a price that is no amount is held against neither',
  remedy: '核对中标金额与最高限价；确实超限的应作废标处理 / Check award and ceiling; an award above it is void',
  source:
    '《政府采购法》第三十六条、财政部令第87号第六十三条 / Government Procurement Law art. 36, MOF order 87 art. 63',
  entity: Award,
  reads: [Award, ContractingProcess, Tender, Lot],
  sql: (t) =>
    judged({
      from: `${t(Award)} a join ${t(ContractingProcess)} p on p.ocid = a.ocid
        left join ${t(Tender)} t on t.ocid = a.ocid left join ${t(Lot)} l on l.id = a.lot_id ${lowestLimit(t)}`,
      key: 'a.id',
      agency: 'p.buyer_agency_id',
      applies: `${WON} and ${IN_MONEY}`,
      known: 'a.amount is not null and x.amount is not null and a.currency = x.currency',
      holds: 'a.amount <= x.amount',
      left: plain('a.amount'),
      right: plain('x.amount'),
      delta: plain('a.amount - x.amount'),
      field: 'amount',
      zh: `中标金额{${plain('a.amount')}}高于{x.zh}{${plain('x.amount')}}，超出{${plain('a.amount - x.amount')}}`,
      en: `the award of {${plain('a.amount')}} {a.currency} is above {x.en} of {${plain('x.amount')}}`,
      operands: [
        { entity: 'Award', key: 'a.id', field: 'amount', value: plain('a.amount') },
        { entity: 'Award', key: 'a.id', field: 'supplier', value: 'a.supplier_name' },
      ],
      more: `case when x.key is not null then jsonb_build_array(jsonb_build_object('entity', x.entity, 'key', x.key, 'field', x.field, 'value', ${plain('x.amount')}::text)) end`,
    }),
});

export const priceInWords = defineRule({
  id: 'T03b',
  severity: 'W',
  zh: '费率、单价或文字形式的报价写明内容且没有金额（此类结果不计入合计，不与最高限价比较）',
  en: 'A price that is a rate, a unit price or text says what it is and has no amount: such awards enter no total and no ceiling check',
  remedy: '补充报价内容；有总价的应按金额填报 / Say the price in words; where there is a total, state it as an amount',
  source:
    '公共资源交易数据规范 PRICE_FORM_CODE 2、3、9 / Exchange standard for public-resource trading, PRICE_FORM_CODE',
  entity: Award,
  reads: [Award, ContractingProcess],
  sql: (t) =>
    judged({
      from: `${t(Award)} a join ${t(ContractingProcess)} p on p.ocid = a.ocid`,
      key: 'a.id',
      agency: 'p.buyer_agency_id',
      applies: `${WON} and a.price_form <> 'AMOUNT'`,
      known: 'a.price_text is not null',
      holds: 'a.amount is null',
      left: plain('a.amount'),
      field: 'priceForm',
      zh: `价格形式为{a.price_form}（{a.price_text}），却填有金额{${plain('a.amount')}}`,
      en: `the price is of the form {a.price_form} ({a.price_text}) and yet has the amount {${plain('a.amount')}}`,
      operands: [
        { entity: 'Award', key: 'a.id', field: 'priceForm', value: 'a.price_form' },
        { entity: 'Award', key: 'a.id', field: 'amount', value: plain('a.amount') },
      ],
    }),
});

export const costWithinCeiling = defineRule({
  id: 'T03c',
  severity: 'W',
  zh: '合同金额与中标金额不同时，不高于最高限价',
  en: 'A contract’s cost that is no longer the award’s is not above the ceiling',
  remedy: '核对合同金额；追加部分应有依据 / Check the contract’s value; what was added needs a basis',
  source: '《政府采购法》第四十六条、第四十九条 / Government Procurement Law art. 46 and 49',
  entity: Contract,
  reads: [Contract, ContractingProcess, Award, Tender, Lot],
  sql: (t) =>
    judged({
      from: `${t(Contract)} c join ${t(ContractingProcess)} p on p.ocid = c.ocid
        left join ${t(Award)} a on a.id = c.award_id left join ${t(Tender)} t on t.ocid = c.ocid
        left join ${t(Lot)} l on l.id = a.lot_id
        cross join lateral (select case when l.id is null then t.ceiling_amount else l.amount end as amount,
          case when l.id is null then t.ceiling_currency else l.currency end as currency) x`,
      key: 'c.id',
      agency: 'p.buyer_agency_id',
      // What was awarded already is T03's.
      applies: `coalesce(c.status, 'ACTIVE') <> 'CANCELLED' and ${IN_MONEY} and (c.amount is null or c.amount is distinct from a.amount)`,
      known: 'c.amount is not null and x.amount is not null and c.currency = x.currency',
      holds: 'c.amount <= x.amount',
      left: plain('c.amount'),
      right: plain('x.amount'),
      delta: plain('c.amount - x.amount'),
      field: 'amount',
      zh: `合同金额{${plain('c.amount')}}高于最高限价{${plain('x.amount')}}（中标金额{${plain('a.amount')}}）`,
      en: `the contract’s {${plain('c.amount')}} {c.currency} is above the ceiling of {${plain('x.amount')}}; the award was {${plain('a.amount')}}`,
      operands: [
        { entity: 'Contract', key: 'c.id', field: 'amount', value: plain('c.amount') },
        { entity: 'Award', key: 'a.id', field: 'amount', value: plain('a.amount') },
        { entity: 'Tender', key: 't.id', field: 'ceilingAmount', value: plain('x.amount') },
      ],
    }),
});
