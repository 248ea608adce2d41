import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged, plain } from '../../../subgraph/check/judged.js';
import { ownAndForeign } from '../../../subgraph/check/whose-rows.js';
import { Amendment } from '../amendment/amendment.entity.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { partyName } from '../party/party-key.js';
import { ContractTransaction } from './contract-transaction.entity.js';
import { Contract } from './contract.entity.js';

/** Half a cent for each addend is rounding. An amendment that takes away lowers what may be paid; one without amounts changes nothing. */
export const paidWithinContract = ownAndForeign('P06b', ({ id, severity, among }) =>
  defineRule({
    id,
    severity,
    zh: '累计支付不超过合同金额与已公布的合同变更之和',
    en: 'Payments do not exceed the contract and its published changes',
    remedy:
      '核对支付、合同金额与变更；补报漏报的变更 / Check payments, contract and changes; hand in changes that are missing',
    source:
      '财政部令第87号、《政府采购法》第四十九条；OCDS 1.1.5 implementation.transactions / Government Procurement Law art. 49; OCDS 1.1.5',
    entity: Contract,
    reads: [Contract, ContractingProcess, ContractTransaction, Amendment],
    sql: (t) =>
      judged({
        with: `with paid as (
          select contract_id, sum(amount) as amount, count(*) as payments, count(*) - count(amount) as blanks, min(currency) as currency, count(distinct currency) as currencies,
            max(paid_on) as last_on from ${t(ContractTransaction)} group by contract_id),
        changed as (
          select contract_id, sum(amount_delta) as delta from ${t(Amendment)}
          where stage = 'CONTRACT' and contract_id is not null group by contract_id)`,
        from: `${t(Contract)} c join ${t(ContractingProcess)} p on p.ocid = c.ocid left join paid on paid.contract_id = c.id
        left join changed on changed.contract_id = c.id
        cross join lateral (select c.amount + coalesce(changed.delta, 0) as most, 0.005 * (paid.payments + 1) as tolerance) x`,
        key: 'c.id',
        agency: 'p.buyer_agency_id',
        // A contract at a rate has no amount, and says so by having none; without a payment there is nothing to hold against it.
        applies: `${among('p.jurisdiction', t)} and paid.contract_id is not null and c.amount is not null`,
        known: 'paid.blanks = 0 and paid.currencies = 1 and paid.currency = c.currency',
        holds: 'paid.amount <= x.most + x.tolerance',
        tolerance: 'x.tolerance',
        left: plain('paid.amount'),
        right: plain('x.most'),
        delta: plain('paid.amount - x.most'),
        field: 'transactions',
        zh: `截至{paid.last_on}已支付{${plain('paid.amount')}}，超过合同金额{${plain('c.amount')}}加变更{${plain('coalesce(changed.delta, 0)')}}共{${plain('paid.amount - x.most')}}（供应商{${partyName('c.supplier')}}）`,
        en: `{${plain('paid.amount')}} {c.currency} were paid by {paid.last_on}; the contract is {${plain('c.amount')}} and its changes {${plain('coalesce(changed.delta, 0)')}}; supplier {${partyName('c.supplier')}}`,
        operands: [
          { entity: 'Contract', key: 'c.id', field: 'amount', value: plain('c.amount') },
          { entity: 'Contract', key: 'c.id', field: 'amendments', value: plain('coalesce(changed.delta, 0)') },
          { entity: 'Contract', key: 'c.id', field: 'transactions', value: plain('paid.amount') },
        ],
        more: `(select jsonb_agg(jsonb_build_object('entity', 'ContractTransaction', 'key', s.id, 'field', 'amount', 'value', trim_scale(s.amount)::text) order by s.paid_on, s.id)
        from ${t(ContractTransaction)} s where s.contract_id = c.id)`,
      }),
  }),
);
