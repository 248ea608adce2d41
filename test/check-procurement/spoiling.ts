/** For every rule of procurement one clean record made to break it, and what must be found then: nothing else. */
import type { CleanPurchases, Purchase } from './clean-purchases.js';

export interface Spoiling {
  readonly what: string;
  readonly sql: readonly string[];
  /** `rule entity key`. */
  readonly finds: readonly string[];
}

/** Records that are not found by taking the next clean purchase. */
export interface Records {
  readonly agents: readonly string[];
  readonly misconducts: readonly string[];
  readonly complaint: string;
  readonly catalogue: readonly string[];
  readonly central: string;
  readonly sale: string;
  readonly lot: string;
  readonly rate: string;
  /** A later purchase of an item by the same buyer, and the day on which it would be part of a split. */
  readonly split: { readonly ocid: string; readonly day: string };
  readonly repetition: string;
  readonly amended: { readonly ocid: string; readonly release: string };
  readonly works: string;
  readonly coded: string;
  /** A party named once, and the name of another that is named often. */
  readonly party: { readonly id: string; readonly name: string };
}

const P = 'procurement';
const FOREIGN = 'ocds-zzzzzz';

export function spoilings(open: CleanPurchases, limited: CleanPurchases, records: Records): readonly Spoiling[] {
  const one = (
    id: string,
    entity: 'ocid' | 'tender' | 'award' | 'contract',
    what: string,
    sql: (purchase: Purchase) => readonly string[],
    more: readonly [string, keyof Purchase][] = [],
    from = open,
  ): Spoiling => {
    const purchase = from.take();
    const names = { ocid: 'ContractingProcess', tender: 'Tender', award: 'Award', contract: 'Contract' };
    const finds = [[id, entity] as const, ...more].map(([rule, of]) => `${rule} ${names[of]} ${purchase[of]}`);
    return { what, sql: sql(purchase), finds };
  };
  const abroad = ({ ocid }: Purchase): string =>
    `update ${P}.contracting_process set jurisdiction = '${FOREIGN}' where ocid = '${ocid}'`;
  const stranger = ({ ocid, award }: Purchase): string =>
    `update ${P}.award_supplier s set supplier_uscc = p.procuring_entity_uscc, supplier_scheme = p.procuring_entity_scheme,
       supplier_id = p.procuring_entity_id, supplier_name = p.procuring_entity_name
     from ${P}.contracting_process p where p.ocid = '${ocid}' and s.award_id = '${award}'`;
  const earlySigned = ({ award, contract }: Purchase): string =>
    `update ${P}.contract set signed_on = (select awarded_on - 1 from ${P}.award where id = '${award}') where id = '${contract}'`;
  const lostParty = ({ ocid }: Purchase): string =>
    `delete from ${P}.process_party where id = (select id from ${P}.process_party where ocid = '${ocid}' and roles = '{tenderer}' order by id limit 1)`;
  const overpaid = ({ contract }: Purchase): string =>
    `update ${P}.contract_transaction set amount = amount * 9 where contract_id = '${contract}'`;
  const without = (table: string, id: string, key = 'id'): readonly string[] => [
    `update ${P}.${table} set currency = null where ${key} = '${id}'`,
  ];
  const [short = '', badCheck = '', badInner = '', badPair = ''] = records.agents;
  const [ofCategory = '', orphan = '', noisy = ''] = records.catalogue;
  const [misnumbered = '', barring = ''] = records.misconducts;
  const code = (from: string, to: string, rule: string): Spoiling => ({
    what: `an agent with the code ${to}`,
    sql: [`update ${P}.procurement_agent set uscc = '${to}' where uscc = '${from}'`],
    finds: [`${rule} ProcurementAgent ${to}`],
  });
  const party = limited.take();
  const shared = open.take();
  return [
    code(short, '91349902MA7T3RT', 'R01'),
    code(badCheck, '91349902MA7T3RT005', 'R02'),
    code(badInner, '91349902MA7T3RT017', 'R03'),
    code(badPair, '99349902MA7T3RT00B', 'R04'),
    {
      what: 'a party’s code with a wrong check character',
      sql: [
        `update ${P}.bid_tenderer set party_id = left(party_id, 17) || '?', party_uscc = null
         where id = (select min(m.id) from ${P}.bid_tenderer m join ${P}.process_party y on y.ocid = m.ocid and y.party_uscc = m.party_uscc
           where m.ocid = '${party.ocid}' and y.roles = '{tenderer}')`,
        `update ${P}.process_party y set party_id = m.party_id, party_uscc = null from ${P}.bid_tenderer m
         where m.ocid = '${party.ocid}' and m.party_uscc is null and y.ocid = m.ocid and left(y.party_id, 17) = left(m.party_id, 17)`,
      ],
      finds: [`R02 ProcessParty ${party.ocid}/`],
    },
    {
      what: 'a firm under the name of another',
      sql: [`update ${P}.process_party set party_name = '${records.party.name}' where id = '${records.party.id}'`],
      finds: [`R06b ProcessParty ${records.party.id}`],
    },
    {
      what: 'goods classified as a service',
      sql: [
        `update ${P}.item set classification_id = case left(classification_id, 1) when 'A' then 'C03020100' else 'A02010102' end where ocid = '${shared.ocid}'
           and id = (select min(id) from ${P}.item where ocid = '${shared.ocid}' and stage = 'TENDER')`,
      ],
      finds: [`R11 Item ${shared.ocid}/`],
    },
    {
      what: 'a class of the catalogue in another category',
      sql: [`update ${P}.catalogue_item set category = 'WORKS' where id = '${ofCategory}'`],
      finds: [`R11b CatalogueItem ${ofCategory}`],
    },
    {
      what: 'a class whose parent is missing',
      sql: [`update ${P}.catalogue_item set parent_code = 'A99990000' where id = '${orphan}'`],
      finds: [`R11c CatalogueItem ${orphan}`],
    },
    {
      what: 'a class whose name carries its description',
      sql: [`update ${P}.catalogue_item set name = name || ' 包括各类' where id = '${noisy}'`],
      finds: [`R11d CatalogueItem ${noisy}`],
    },
    {
      what: 'a project code of the thirteenth month',
      sql: [
        `update ${P}.contracting_process set project_code = '2213-349900-17-01-123456' where ocid = '${records.coded}'`,
      ],
      finds: [`R12 ContractingProcess ${records.coded}`],
    },
    {
      what: 'a decision of another year',
      sql: [`update ${P}.misconduct_record set decision_no = '阳财购罚〔2001〕999号' where id = '${misnumbered}'`],
      finds: [`R14 MisconductRecord ${misnumbered}`],
    },
    {
      what: 'a decision on a complaint of another year',
      sql: [`update ${P}.complaint set decision_no = '阳财购决〔2001〕999号' where id = '${records.complaint}'`],
      finds: [`R14 Complaint ${records.complaint}`],
    },
    {
      what: 'an amount of no currency',
      sql: without('central_catalogue_entry', records.central),
      finds: [`R16 CentralCatalogueEntry ${records.central}`],
    },
    {
      what: 'a price of no currency',
      sql: without('asset_sale', records.sale),
      finds: [`R16 AssetSale ${records.sale}`],
    },
    { what: 'a lot of no currency', sql: without('lot', records.lot), finds: [`R16 Lot ${records.lot}`] },
    one('R16', 'tender', 'a tender of no currency', ({ tender }) => without('tender', tender)),
    one('R16', 'award', 'an award of no currency', ({ award }) => without('award', award)),
    one('R16', 'contract', 'a contract of no currency', ({ contract }) => without('contract', contract)),
    one('R16', 'ocid', 'a budget of no currency', ({ ocid }) => [
      `update ${P}.contracting_process set budget_currency = null where ocid = '${ocid}'`,
    ]),
    ...(['bid', 'candidate_notice', 'contract_transaction'] as const).map((table): Spoiling => {
      const { ocid } = open.take();
      const entity = { bid: 'Bid', candidate_notice: 'CandidateNotice', contract_transaction: 'ContractTransaction' }[
        table
      ];
      return {
        what: `a ${table} of no currency`,
        sql: [
          `update ${P}.${table} set currency = null where id = (select min(id) from ${P}.${table} where ocid = '${ocid}')`,
        ],
        finds: [`R16 ${entity} ${ocid}/`],
      };
    }),
    one('T01', 'ocid', 'a contract signed before the award', (purchase) => [earlySigned(purchase)]),
    one('T01f', 'ocid', 'a foreign contract signed before the award', (purchase) => [
      abroad(purchase),
      earlySigned(purchase),
    ]),
    one('T02', 'ocid', 'a notice of ten days', ({ tender }) => [
      `update ${P}.tender set published_on = (tender_end_at at time zone 'Asia/Shanghai')::date - 10, enquiry_end_at = null where id = '${tender}'`,
    ]),
    one('T03', 'award', 'an award above the ceiling', ({ tender, award, contract }) => [
      `update ${P}.award set amount = (select ceiling_amount + 1 from ${P}.tender where id = '${tender}') where id = '${award}'`,
      `update ${P}.contract set amount = (select amount from ${P}.award where id = '${award}') where id = '${contract}'`,
    ]),
    {
      what: 'a rate that is an amount too',
      sql: [`update ${P}.award set amount = 1, currency = 'CNY' where id = '${records.rate}'`],
      finds: [`T03b Award ${records.rate}`],
    },
    one(
      'T03c',
      'contract',
      'a contract above the ceiling',
      ({ tender, contract }) => [
        `update ${P}.contract set amount = (select ceiling_amount + 1 from ${P}.tender where id = '${tender}') where id = '${contract}'`,
      ],
      [['T05', 'contract']],
    ),
    one('T04', 'award', 'a winner who did not bid', (purchase) => [stranger(purchase)]),
    one('T04f', 'award', 'a foreign winner who did not bid', (purchase) => [abroad(purchase), stranger(purchase)]),
    one('T04b', 'ocid', 'no first candidate', ({ ocid }) => [
      `update ${P}.candidate_notice set rank = 9 where ocid = '${ocid}' and rank = 1`,
    ]),
    one('T04c', 'award', 'the second candidate wins', ({ ocid }) => [
      `update ${P}.candidate_notice set rank = 3 - rank where ocid = '${ocid}' and rank in (1, 2)`,
    ]),
    one('T05', 'contract', 'a contract of another amount', ({ contract }) => [
      `update ${P}.contract set amount = amount + 1 where id = '${contract}'`,
    ]),
    one('T05b', 'contract', 'a contract signed after 31 days', ({ award, contract }) => [
      `update ${P}.contract set signed_on = (select awarded_on + 31 from ${P}.award where id = '${award}') where id = '${contract}'`,
    ]),
    one('T06', 'ocid', 'one bidder alone', ({ ocid, award }) => [
      `delete from ${P}.bid_tenderer m using ${P}.award a where m.ocid = '${ocid}' and a.id = '${award}' and m.party_uscc <> a.supplier_uscc`,
      `delete from ${P}.bid b where b.ocid = '${ocid}' and not exists (select from ${P}.bid_tenderer m where m.bid_id = b.id)`,
    ]),
    {
      what: 'the same bought again within 90 days',
      sql: [`update ${P}.tender set published_on = '${records.split.day}' where ocid = '${records.split.ocid}'`],
      finds: [`T07 ContractingProcess ${records.split.ocid}`],
    },
    one('T07b', 'ocid', 'a large purchase by consultation', ({ ocid }) => [
      `update ${P}.contracting_process set procurement_method = 'LIMITED', procurement_method_details = '竞争性磋商' where ocid = '${ocid}'`,
    ]),
    one('T08', 'award', 'a winner barred on the day of the deadline', ({ award, tender }) => [
      `update ${P}.misconduct_record set banned = true, revoked = false, subject_uscc = (select supplier_uscc from ${P}.award where id = '${award}'),
         banned_from = (select tender_end_at::date - 1 from ${P}.tender where id = '${tender}'), banned_to = (select tender_end_at::date + 1 from ${P}.tender where id = '${tender}')
       where id = '${barring}'`,
    ]),
    one('T09', 'ocid', 'two bids alike', ({ ocid }) => [
      `update ${P}.bid set amount = (select max(amount) from ${P}.bid where ocid = '${ocid}') where id = (select id from ${P}.bid where ocid = '${ocid}' order by amount limit 1)`,
    ]),
    one('T09b', 'ocid', 'two bidders at one address', ({ ocid }) => [
      `update ${P}.process_party set address = (select min(address) from ${P}.process_party where ocid = '${ocid}' and 'tenderer' = any(roles))
       where id = (select id from ${P}.process_party where ocid = '${ocid}' and 'tenderer' = any(roles) order by address desc limit 1)`,
    ]),
    one('T09c', 'ocid', 'two bidders with one telephone', ({ ocid }) => [
      `with phone as (select r.id, jsonb_agg(case when 'tenderer' = any(array(select jsonb_array_elements_text(o.party -> 'roles'))) and o.party ? 'contactPoint'
           then jsonb_set(o.party, '{contactPoint,telephone}', '"0999-1234567"') else o.party end) as parties
         from ${P}.release r cross join lateral jsonb_array_elements(r.body -> 'parties') as o(party) where r.ocid = '${ocid}' and 'award' = any(r.tags) group by r.id)
       update ${P}.release r set body = jsonb_set(r.body, '{parties}', phone.parties) from phone where phone.id = r.id`,
    ]),
    {
      what: 'a failed tender repeated from a single source',
      sql: [
        `update ${P}.contracting_process set procurement_method = 'DIRECT', procurement_method_details = '单一来源采购' where ocid = '${records.repetition}'`,
      ],
      finds: [`T10 ContractingProcess ${records.repetition}`],
    },
    one('T11', 'ocid', 'a bidder who is no party', (purchase) => [lostParty(purchase)]),
    one('T11f', 'ocid', 'a foreign bidder who is no party', (purchase) => [abroad(purchase), lostParty(purchase)]),
    ((): Spoiling => {
      const { ocid } = open.take();
      return {
        what: 'a release that was changed under its id',
        sql: [
          `insert into ${P}.release (id, jurisdiction, ocid, release_id, released_at, tags, compiled, source, pointer, body, pending)
           select ocid || '#zzzz', jurisdiction, ocid, release_id, released_at, tags, compiled, source, pointer, body || '{"language":"en"}', pending
           from ${P}.release where ocid = '${ocid}' and 'tender' = any(tags)`,
        ],
        finds: [`T11b Release ${ocid}#zzzz`],
      };
    })(),
    one('T12', 'award', 'a contract announced after 61 days', ({ award, contract }) => [
      `update ${P}.process_document set published_on = (select awarded_on + 61 from ${P}.award where id = '${award}') where contract_id = '${contract}' and document_type = 'contractNotice'`,
    ]),
    {
      what: 'a correction of a notice that is not there',
      sql: [
        `update ${P}.release set tags = '{planning}' where ocid = '${records.amended.ocid}' and 'tender' = any(tags)`,
      ],
      finds: [`T14 Release ${records.amended.release}`],
    },
    one('P06b', 'contract', 'a contract paid many times', (purchase) => [overpaid(purchase)]),
    one('P06bf', 'contract', 'a foreign contract paid many times', (purchase) => [
      abroad(purchase),
      overpaid(purchase),
    ]),
    {
      what: 'a works contract of no project',
      sql: [
        `update ${P}.contracting_process set project_code = null, project_id = null, project_link_method = null, project_link_confidence = null
        where ocid = (select ocid from ${P}.contract where id = '${records.works}')`,
      ],
      finds: [`P10 Contract ${records.works}`],
    },
  ];
}
