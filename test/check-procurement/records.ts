import type { Standing } from '../check/standing.js';
import type { Records } from './spoiling.js';

/** Looks for records that suit, in the sample city of any seed. */
export async function recordsOf(city: Standing, spoilt: ReadonlySet<string>): Promise<Records> {
  const bad = [...spoilt].map((ocid) => `'${ocid}'`).join(', ') || `''`;
  const list = async (sql: string): Promise<string[]> =>
    (await city.client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const row = async <Row extends object>(sql: string): Promise<Row> => {
    const [found] = (await city.client.query<Row>(sql)).rows;
    if (!found) throw new Error(`no row for ${sql}`);
    return found;
  };
  const clean = `o.ocid not in (${bad})`;
  return {
    agents: await list('select uscc id from procurement.procurement_agent order by 1 limit 4'),
    misconducts: await list(
      `select id from procurement.misconduct_record where role <> 'SUPPLIER' and not coalesce(banned, false) order by 1 limit 2`,
    ),
    complaint: await city.one('select id from procurement.complaint where decision_no is not null order by 1 limit 1'),
    catalogue: await list(
      `select id from procurement.catalogue_item k where starts_with(code, 'A') and level > 2
        and not exists (select from procurement.catalogue_item o where o.parent_code = k.code) order by 1 limit 3`,
    ),
    central: await city.one(
      'select id from procurement.central_catalogue_entry where threshold_amount is not null order by 1 limit 1',
    ),
    sale: await city.one('select id from procurement.asset_sale order by 1 limit 1'),
    lot: await city.one(`select id from procurement.lot o where amount is not null and ${clean} order by 1 limit 1`),
    rate: await city.one(
      `select id from procurement.award o where price_form = 'RATE' and ${clean} order by 1 limit 1`,
    ),
    split: await row(
      `with small as (
         select distinct p.ocid, coalesce(p.buyer_uscc, p.buyer_id) buyer, i.classification_id code, t.published_on as day, t.amount
         from procurement.contracting_process p join procurement.tender t using (ocid) join procurement.item i on i.tender_id = t.id
         where p.procurement_method <> 'OPEN' and t.amount < 2000000 and t.status = 'COMPLETE' and p.main_procurement_category <> 'WORKS'),
       pair as (select *, lag(day) over same before, lag(amount) over same amount_before, lead(day) over same after
         from small window same as (partition by buyer, code order by day))
       select ocid, (before + 60)::text as day from pair o where amount + amount_before >= 3000000 and ${clean}
         and before is not null and after is null order by ocid limit 1`,
    ),
    repetition: await city.one(
      `select p.ocid from procurement.contracting_process p join procurement.release r on r.ocid = p.ocid
       where r.body -> 'relatedProcesses' is not null and p.procurement_method = 'OPEN' order by 1 limit 1`,
    ),
    amended: await row(
      `select ocid, id as release from procurement.release o where 'tenderAmendment' = any(tags) and ${clean} order by 1 limit 1`,
    ),
    works: await city.one(
      `select c.id from procurement.contract c join procurement.contracting_process o on o.ocid = c.ocid
       where o.main_procurement_category = 'WORKS' and o.project_link_method = 'NORMALISED_NAME' and ${clean}
         and (select count(*) from procurement.contract x where x.ocid = o.ocid) = 1 order by 1 limit 1`,
    ),
    coded: await city.one(
      `select ocid from procurement.contracting_process o where project_code is not null and published_on > date '2022-02-01' and ${clean} order by 1 limit 1`,
    ),
    party: await row(
      `with named as (select party_uscc uscc, party_name as name, count(*) times, min(o.id) id from procurement.process_party o
         where roles = '{tenderer}' and party_agency_id is null and ${clean} group by 1, 2)
       select o.id, (select name from named order by times desc, uscc limit 1) as name from named o
       order by times, uscc limit 1`,
    ),
  };
}
