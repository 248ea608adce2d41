-- Statements: procurement 6

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((((t1."status" = $2::text))) and (((t1."amount" > $3::numeric)))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "ACTIVE"
--   $3 = "1000000"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((((t1."status" = $2::text))) or (((t1."amount" > $3::numeric)))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CANCELLED"
--   $3 = "100000000"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((false))
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
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((not coalesce(((((t1."status" = $2::text))) or ((((t1."supplier_uscc" is not null))))), false)) and ((t1."signed_on" >= $3::date)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CANCELLED"
--   $3 = "2024-01-01"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((not coalesce(((t1."amount" <= $2::numeric)), false)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "1000000"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((not coalesce((not coalesce(((t1."amount" <= $2::numeric)), false)), false)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "1000000"
