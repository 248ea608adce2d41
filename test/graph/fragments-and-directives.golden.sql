-- Statements: procurement 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."amount"::text "amount",
          t1."currency" "currency",
          t1."local_id" "localId",
          case when num_nonnulls(t1."supplier_scheme", t1."supplier_id", t1."supplier_name", t1."supplier_uscc", t1."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t1."supplier_scheme" "scheme",
                t1."supplier_name" "name"
            ) "~"
          ) end "supplier",
          t1."status" "status",
          t1."title" "title"
        from (
          select t2.*
          from "procurement"."contract" t2
          where (t2.jurisdiction = $1::text)
          order by t2."local_id",
            t2."id"
          limit 1
        ) t1
        order by t1."local_id",
          t1."id"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
