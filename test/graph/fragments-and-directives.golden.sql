-- Statements: procurement 1

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t3.*
      from "procurement"."contract" t3
      where (t3.jurisdiction = $2::text)
      order by t3."local_id",
        t3."id"
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."amount"::text "amount",
          t2."currency" "currency",
          t2."local_id" "localId",
          case when num_nonnulls(t2."supplier_scheme", t2."supplier_id", t2."supplier_name", t2."supplier_uscc", t2."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t2."supplier_scheme" "scheme",
                t2."supplier_name" "name"
            ) "~"
          ) end "supplier",
          t2."status" "status",
          t2."title" "title"
        from page1 t2
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 1
--   $2 = "CN-349900"
