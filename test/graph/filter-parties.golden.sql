-- Statements: procurement 4, registry 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((((strpos(t1."supplier_name", $2::text) > 0)) and ((t1."supplier_uscc" ^@ $3::text))))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t2."local_id" "localId",
            case when num_nonnulls(t2."supplier_scheme", t2."supplier_id", t2."supplier_name", t2."supplier_uscc", t2."supplier_agency_id") > 0 then (
              select row_to_json("~")
              from (
                select t2."supplier_uscc" "uscc",
                  t2."supplier_name" "name"
              ) "~"
            ) end "supplier"
          from (
            select p.*
            from (
              select t3.*
              from "procurement"."contract" t3
              where (t3.jurisdiction = $4::text) and ((((strpos(t3."supplier_name", $5::text) > 0)) and ((t3."supplier_uscc" ^@ $6::text))))
              order by t3."local_id",
                t3."id"
              limit 5
            ) p
            order by p."local_id",
              p."id"
            limit $7::int
          ) t2
          order by t2."local_id",
            t2."id"
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "建设"
--   $3 = "91349900"
--   $4 = "CN-349900"
--   $5 = "建设"
--   $6 = "91349900"
--   $7 = 2

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((((t1."buyer_agency_id" = $2::text))))
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
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((exists (
        select 1
        from "procurement"."contracting_process" t2
        where t2."ocid" = t1."ocid" and (((t2."main_procurement_category" = $2::text)) and ((t2."procurement_method" = $3::text)))
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
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."misconduct_record" t1
      where (t1.jurisdiction = $1::text) and ((((t1."subject_uscc" is null))))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select case when num_nonnulls(t2."subject_scheme", t2."subject_id", t2."subject_name", t2."subject_uscc", t2."subject_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t2."subject_name" "name"
            ) "~"
          ) end "subject"
          from (
            select t3.*
            from "procurement"."misconduct_record" t3
            where (t3.jurisdiction = $2::text) and ((((t3."subject_uscc" is null))))
            order by t3."decided_on" desc nulls last,
              t3."id" desc
            limit 20
          ) t2
          order by t2."decided_on" desc nulls last,
            t2."id" desc
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CN-349900"

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "registry"."agency" t1
      where (t1.jurisdiction = $1::text) and ((exists (
        select 1
        from "registry"."agency" t2
        where t2."id" = t1."parent_id" and (((strpos(t2."name", $2::text) > 0)))
      )))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "住房和城乡建设局"
