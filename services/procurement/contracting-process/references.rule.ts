import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ownAndForeign } from '../../../subgraph/check/whose-rows.js';
import { AwardSupplier } from '../award/award-supplier.entity.js';
import { BidTenderer } from '../bid/bid-tenderer.entity.js';
import { ContractSupplier } from '../contract/contract-supplier.entity.js';
import { ContractTransaction } from '../contract/contract-transaction.entity.js';
import { partyKey, partyName } from '../party/party-key.js';
import { ContractingProcess } from './contracting-process.entity.js';
import { ProcessParty } from './process-party.entity.js';

const reference = (table: string, alias: string, entity: string, field: string, columns: string, id = 'id'): string =>
  `select ${alias}.ocid, ${partyKey(`${alias}.${columns}`)} as party, ${partyName(`${alias}.${columns}`)} as name,
    '${entity}' as entity, ${alias}.${id} as key, '${field}' as field from ${table} ${alias}`;

export const referencesAreParties = ownAndForeign('T11', ({ id, severity, among }) =>
  defineRule({
    id,
    severity,
    zh: '公告引用的采购人、代理机构、投标人、供应商、付款与收款单位都在当事人名单中',
    en: 'Buyer, agent, bidders, suppliers, payers and payees are all listed as parties of the process',
    remedy: '把该组织写入 parties，或更正其标识 / Add the organisation to parties, or correct its id',
    source: 'OCDS 1.1.5 parties / OCDS 1.1.5 parties',
    entity: ContractingProcess,
    reads: [ContractingProcess, ProcessParty, BidTenderer, AwardSupplier, ContractSupplier, ContractTransaction],
    sql: (t) =>
      judged({
        with: `with reference as (
          ${[
            reference(t(ContractingProcess), 'p', 'ContractingProcess', 'buyer', 'buyer', 'ocid'),
            reference(t(ContractingProcess), 'p', 'ContractingProcess', 'procuringEntity', 'procuring_entity', 'ocid'),
            reference(t(BidTenderer), 'b', 'BidTenderer', 'party', 'party'),
            reference(t(AwardSupplier), 's', 'AwardSupplier', 'supplier', 'supplier'),
            reference(t(ContractSupplier), 'c', 'ContractSupplier', 'supplier', 'supplier'),
            reference(t(ContractTransaction), 'm', 'ContractTransaction', 'payer', 'payer'),
            reference(t(ContractTransaction), 'm', 'ContractTransaction', 'payee', 'payee'),
          ].join('\n          union all ')}),
        party as (select distinct ocid, ${partyKey('y.party')} as party from ${t(ProcessParty)} y),
        lost as (
          select r.ocid, string_agg(distinct r.name, '、') as names,
            jsonb_agg(jsonb_build_object('entity', r.entity, 'key', r.key, 'field', r.field, 'value', r.name) order by r.entity, r.key, r.field) as operands
          from reference r left join party y on y.ocid = r.ocid and y.party = r.party
          where r.party is not null and y.ocid is null group by r.ocid)`,
        from: `${t(ContractingProcess)} p left join lost x on x.ocid = p.ocid
        left join (select distinct ocid from party) y on y.ocid = p.ocid`,
        key: 'p.ocid',
        agency: 'p.buyer_agency_id',
        applies: among('p.jurisdiction', t),
        known: 'y.ocid is not null',
        holds: 'x.ocid is null',
        left: 'x.names',
        zh: '{x.names}不在当事人名单中',
        en: '{x.names}: no party of the process',
        more: 'x.operands',
      }),
  }),
);
