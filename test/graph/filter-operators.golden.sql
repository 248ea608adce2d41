-- Statements: procurement 20

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."bid_opening" t1
      where (t1.jurisdiction = $1::text) and (((t1."opened_at" < $2::timestamptz(3))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2022-01-31T16:00:00.000Z"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((not coalesce(t1."status" = any($2::text[]), false))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = ["ACTIVE","TERMINATED"]

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((strpos(t1."title", $2::text) > 0)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "物业管理"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."amount" < $2::numeric) and (t1."amount" >= $3::numeric)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "500000"
--   $3 = "400000"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."amount" < $2::numeric)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "500000"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."amount" <= $2::numeric)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "500000.00"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."amount" > $2::numeric)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "50000000"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."amount" is not null)))
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
      where (t1.jurisdiction = $1::text) and (((t1."amount" is null)))
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
      where (t1.jurisdiction = $1::text) and (((t1."signed_on" >= $2::date)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2024-06-01"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."signed_on" between $2::date and $3::date)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2024-01-01"
--   $3 = "2024-03-31"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."status" = $2::text)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "ACTIVE"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."status" = any($2::text[]))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = ["ACTIVE","TERMINATED"]

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."status" = any($2::text[]))))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = []

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."status" is distinct from $2::text)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "ACTIVE"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."title" ^@ $2::text)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "阳光市"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((true))
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
      from "procurement"."misconduct_record" t1
      where (t1.jurisdiction = $1::text) and (((t1."banned" = $2::boolean)))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = true

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."process_party" t1
      where (t1.jurisdiction = $1::text) and (((t1."roles" && $2::text[])))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = ["buyer","payer"]

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."process_party" t1
      where (t1.jurisdiction = $1::text) and (((t1."roles" @> array[$2::text])))
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "buyer"
