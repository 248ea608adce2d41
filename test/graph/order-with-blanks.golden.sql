-- Statements: registry 4

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t3.*
      from "registry"."agency" t3
      where (t3.jurisdiction = $2::text)
      order by t3."valid_to" desc nulls last,
        t3."name",
        t3."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."id" "id",
          t2."name" "name",
          t2."valid_to"::text "validTo"
        from page1 t2
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2
--   $2 = "CN-349900"

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t3.*
      from "registry"."agency" t3
      where (t3.jurisdiction = $2::text)
      order by t3."valid_to" desc,
        t3."id" desc
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."id" "id",
          t2."valid_to"::text "validTo"
        from page1 t2
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2
--   $2 = "CN-349900"

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t3.*
      from "registry"."agency" t3
      where (t3.jurisdiction = $2::text)
      order by t3."valid_to" nulls first,
        t3."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."id" "id",
          t2."valid_to"::text "validTo"
        from page1 t2
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2
--   $2 = "CN-349900"

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t3.*
      from "registry"."agency" t3
      where (t3.jurisdiction = $2::text)
      order by t3."valid_to",
        t3."id"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."id" "id",
          t2."valid_to"::text "validTo"
        from page1 t2
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2
--   $2 = "CN-349900"
