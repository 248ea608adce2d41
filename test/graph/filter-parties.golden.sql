-- Statements: procurement 4, registry 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and ((((t2."buyer_agency_id" = $2::text))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CN-349900-A001"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and ((exists (
        select 1
        from "procurement"."contracting_process" t3
        where t3."ocid" = t2."ocid" and (((t3."main_procurement_category" = $2::text)) and ((t3."procurement_method" = $3::text)))
      )))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "WORKS"
--   $3 = "OPEN"

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "procurement"."contract" t4
      where (t4.jurisdiction = $5::text) and ((((strpos(t4."supplier_name", $6::text) > 0)) and ((t4."supplier_uscc" ^@ $7::text))))
      order by t4."local_id",
        t4."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and ((((strpos(t2."supplier_name", $2::text) > 0)) and ((t2."supplier_uscc" ^@ $3::text))))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t3."local_id" "localId",
            case when num_nonnulls(t3."supplier_scheme", t3."supplier_id", t3."supplier_name", t3."supplier_uscc", t3."supplier_agency_id") > 0 then (
              select row_to_json("~")
              from (
                select t3."supplier_uscc" "uscc",
                  t3."supplier_name" "name"
              ) "~"
            ) end "supplier"
          from page1 t3
          where t3.rn <= $4::int
          order by t3.rn
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "建设"
--   $3 = "91349900"
--   $4 = 2
--   $5 = "CN-349900"
--   $6 = "建设"
--   $7 = "91349900"

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "procurement"."misconduct_record" t4
      where (t4.jurisdiction = $3::text) and ((((t4."subject_uscc" is null))))
      order by t4."decided_on" desc nulls last,
        t4."id" desc
      limit 21
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."misconduct_record" t2
      where (t2.jurisdiction = $1::text) and ((((t2."subject_uscc" is null))))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select case when num_nonnulls(t3."subject_scheme", t3."subject_id", t3."subject_name", t3."subject_uscc", t3."subject_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t3."subject_name" "name"
            ) "~"
          ) end "subject"
          from page1 t3
          where t3.rn <= $2::int
          order by t3.rn
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 20
--   $3 = "CN-349900"

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "registry"."agency" t2
      where (t2.jurisdiction = $1::text) and ((exists (
        select 1
        from "registry"."agency" t3
        where t3."id" = t2."parent_id" and (((strpos(t3."name", $2::text) > 0)))
      )))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "住房和城乡建设局"
