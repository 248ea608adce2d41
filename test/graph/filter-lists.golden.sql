-- Statements: procurement 5

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."contract_transaction" t3
        where t3."contract_id" = t2."id" and (((t3."amount" > $2::numeric)))
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
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."contract_transaction" t3
        where t3."contract_id" = t2."id" and (true)
      )) and (not exists (
        select 1
        from "procurement"."contract_transaction" t4
        where t4."contract_id" = t2."id" and not coalesce((((t4."paid_on" < $2::date))), false)
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
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and (((not exists (
        select 1
        from "procurement"."contract_transaction" t3
        where t3."contract_id" = t2."id" and (true)
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
      from "procurement"."contracting_process" t2
      where (t2.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."bid" t3
        where t3."ocid" = t2."ocid" and (((exists (
          select 1
          from "procurement"."bid_tenderer" t4
          where t4."bid_id" = t3."id" and (((t4."position" > $2::integer)))
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
      from "procurement"."contracting_process" t2
      where (t2.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."contract" t3
        where t3."ocid" = t2."ocid" and (((exists (
          select 1
          from "procurement"."contract_transaction" t4
          where t4."contract_id" = t3."id" and (((t4."paid_on" >= $2::date)))
        ))))
      ))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2024-12-01"
