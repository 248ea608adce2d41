-- Statements: procurement 5

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."contract_transaction" t2
        where t2."contract_id" = t1."id" and (((t2."amount" > $2::numeric)))
      ))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "10000000"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."contract_transaction" t2
        where t2."contract_id" = t1."id" and (true)
      )) and (not exists (
        select 1
        from "procurement"."contract_transaction" t3
        where t3."contract_id" = t1."id" and not coalesce((((t3."paid_on" < $2::date))), false)
      ))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2023-01-01"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((not exists (
        select 1
        from "procurement"."contract_transaction" t2
        where t2."contract_id" = t1."id" and (true)
      ))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contracting_process" t1
      where (t1.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."bid" t2
        where t2."ocid" = t1."ocid" and (((exists (
          select 1
          from "procurement"."bid_tenderer" t3
          where t3."bid_id" = t2."id" and (((t3."position" > $2::integer)))
        ))))
      ))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contracting_process" t1
      where (t1.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."contract" t2
        where t2."ocid" = t1."ocid" and (((exists (
          select 1
          from "procurement"."contract_transaction" t3
          where t3."contract_id" = t2."id" and (((t3."paid_on" >= $2::date)))
        ))))
      ))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2024-12-01"
