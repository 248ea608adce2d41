/** Operands that are blanked, and which rules cannot judge the record any more: exactly these. */
import type { CleanPurchases, Purchase } from './clean-purchases.js';
import type { Records } from './spoiling.js';

export interface Blanking {
  readonly sql: readonly string[];
  /** `rule entity key`. */
  readonly leavesOpen: readonly string[];
}

const P = 'procurement';
const NAMES = { ocid: 'ContractingProcess', tender: 'Tender', award: 'Award', contract: 'Contract' } as const;

export function blanks(open: CleanPurchases, limited: CleanPurchases, records: Records): readonly Blanking[] {
  const one = (
    sql: (purchase: Purchase) => readonly string[],
    leaves: Partial<Record<keyof typeof NAMES, string>>,
    from = open,
  ): Blanking => {
    const purchase = from.take();
    const leavesOpen = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((of) =>
      (leaves[of]?.split(' ') ?? []).map((rule) => `${rule} ${NAMES[of]} ${purchase[of]}`),
    );
    return { sql: sql(purchase), leavesOpen };
  };
  const under = (rule: string, entity: string, sql: (purchase: Purchase) => string, from = open): Blanking => {
    const purchase = from.take();
    return { sql: [sql(purchase)], leavesOpen: [`${rule} ${entity} ${purchase.ocid}/`] };
  };
  const set = (table: string, change: string, id: string, key = 'id'): string =>
    `update ${P}.${table} set ${change} where ${key} = '${id}'`;
  const first = (table: string, ocid: string, where = 'true'): string =>
    `(select min(id) from ${P}.${table} where ocid = '${ocid}' and ${where})`;
  const [ofCategory = '', orphan = ''] = records.catalogue;
  return [
    { sql: [set('catalogue_item', 'category = null', ofCategory)], leavesOpen: [`R11b CatalogueItem ${ofCategory}`] },
    { sql: [set('catalogue_item', 'parent_code = null', orphan)], leavesOpen: [`R11c CatalogueItem ${orphan}`] },
    {
      sql: [set('misconduct_record', 'decision_no = null', records.misconducts[0] ?? '')],
      leavesOpen: [`R14 MisconductRecord ${records.misconducts[0] ?? ''}`],
    },
    { sql: [set('award', 'price_text = null', records.rate)], leavesOpen: [`T03b Award ${records.rate}`] },
    {
      sql: [set('contracting_process', 'published_on = null', records.coded, 'ocid')],
      leavesOpen: [`R12 ContractingProcess ${records.coded}`],
    },
    under(
      'R11',
      'Item',
      ({ ocid }) =>
        `update ${P}.item set classification_id = null where id = ${first('item', ocid, `stage = 'TENDER'`)}`,
    ),
    under(
      'R06b',
      'ProcessParty',
      ({ ocid }) =>
        `update ${P}.process_party set party_name = null where id = ${first('process_party', ocid, `roles = '{tenderer}'`)}`,
    ),
    one(({ tender }) => [set('tender', 'published_on = null', tender)], { ocid: 'T01 T02 T07b' }),
    one(
      ({ ocid, tender }) => [
        set('contracting_process', `jurisdiction = 'ocds-zzzzzz'`, ocid, 'ocid'),
        set('tender', 'published_on = null', tender),
      ],
      { ocid: 'T01f' },
    ),
    one(({ tender }) => [set('tender', 'tender_end_at = null', tender)], { ocid: 'T01 T02', award: 'T08' }),
    one(({ contract }) => [set('contract', 'signed_on = null', contract)], { ocid: 'T01', contract: 'T05b' }),
    one(({ award }) => [set('award', 'awarded_on = null', award)], { ocid: 'T01', award: 'T12', contract: 'T05b' }),
    one(({ award }) => [set('award', 'amount = null', award)], { award: 'T03', contract: 'T05' }),
    one(({ contract }) => [set('contract', 'amount = null', contract)], { contract: 'T03c T05' }),
    one(
      ({ award }) => [
        set('award', 'supplier_uscc = null, supplier_scheme = null, supplier_id = null, supplier_name = null', award),
      ],
      { award: 'T04 T04c T08' },
    ),
    one(
      ({ ocid }) => [
        `update ${P}.candidate_notice set rank = null where id = ${first('candidate_notice', ocid, 'rank = 1')}`,
      ],
      { ocid: 'T04b', award: 'T04c' },
    ),
    one(
      ({ ocid, tender }) => [
        `delete from ${P}.bid_tenderer where ocid = '${ocid}'`,
        `delete from ${P}.bid where ocid = '${ocid}'`,
        set('tender', 'number_of_tenderers = null, tenderers_listed = null', tender),
      ],
      { ocid: 'T06', award: 'T04' },
    ),
    one(
      ({ ocid }) => [
        set('contracting_process', `jurisdiction = 'ocds-zzzzzz'`, ocid, 'ocid'),
        `delete from ${P}.bid_tenderer where ocid = '${ocid}'`,
        `delete from ${P}.bid where ocid = '${ocid}'`,
      ],
      { award: 'T04f' },
    ),
    one(({ tender }) => [set('tender', 'amount = null', tender)], { ocid: 'T07 T07b' }, limited),
    one(({ ocid }) => [`update ${P}.bid set amount = null where id = ${first('bid', ocid)}`], { ocid: 'T09' }),
    one(
      ({ ocid }) => [
        `update ${P}.process_party set address = null where id = ${first('process_party', ocid, `roles = '{tenderer}'`)}`,
      ],
      { ocid: 'T09b' },
    ),
    one(
      ({ ocid }) => [`update ${P}.release set body = body - 'parties' where ocid = '${ocid}' and 'award' = any(tags)`],
      { ocid: 'T09c' },
    ),
    one(({ ocid }) => [set('contracting_process', 'procurement_method = null', ocid, 'ocid')], {
      ocid: 'T02 T06 T07b T10',
    }),
    one(({ ocid }) => [`delete from ${P}.process_party where ocid = '${ocid}'`], { ocid: 'T11' }),
    one(
      ({ ocid }) => [
        set('contracting_process', `jurisdiction = 'ocds-zzzzzz'`, ocid, 'ocid'),
        `delete from ${P}.process_party where ocid = '${ocid}'`,
      ],
      { ocid: 'T11f' },
    ),
    one(
      ({ contract }) => [
        `update ${P}.process_document set published_on = null where contract_id = '${contract}' and document_type = 'contractNotice'`,
      ],
      { award: 'T12' },
    ),
    one(({ contract }) => [`update ${P}.contract_transaction set amount = null where contract_id = '${contract}'`], {
      contract: 'P06b',
    }),
    one(
      ({ ocid, contract }) => [
        set('contracting_process', `jurisdiction = 'ocds-zzzzzz'`, ocid, 'ocid'),
        `update ${P}.contract_transaction set amount = null where contract_id = '${contract}'`,
      ],
      { contract: 'P06bf' },
    ),
    {
      sql: [`update ${P}.release set tags = null where id = '${records.amended.release}'`],
      leavesOpen: [`T14 Release ${records.amended.release}`],
    },
    ((): Blanking => {
      const { ocid } = open.take();
      return {
        sql: [`update ${P}.release set release_id = null where ocid = '${ocid}' and 'tender' = any(tags)`],
        leavesOpen: [`T11b Release ${ocid}#`],
      };
    })(),
    {
      sql: [
        `update ${P}.contracting_process set main_procurement_category = null where ocid = (select ocid from ${P}.contract where id = '${records.works}')`,
      ],
      leavesOpen: [`P10 Contract ${records.works}`, `R11 Item ${records.works.split('/')[0] ?? ''}/`],
    },
  ];
}
