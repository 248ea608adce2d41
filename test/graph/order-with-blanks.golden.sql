-- Statements: registry 4

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."id" "id",
          t1."name" "name",
          t1."valid_to"::text "validTo"
        from (
          select p.*
          from (
            select t2.*
            from "registry"."agency" t2
            where (t2.jurisdiction = $1::text)
            order by t2."valid_to" desc nulls last,
              t2."name",
              t2."id"
            limit 5
          ) p
          order by p."valid_to" desc nulls last,
            p."name",
            p."id"
          limit $2::int
        ) t1
        order by t1."valid_to" desc nulls last,
          t1."name",
          t1."id"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 2

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."id" "id",
          t1."valid_to"::text "validTo"
        from (
          select p.*
          from (
            select t2.*
            from "registry"."agency" t2
            where (t2.jurisdiction = $1::text)
            order by t2."valid_to" desc,
              t2."id" desc
            limit 5
          ) p
          order by p."valid_to" desc,
            p."id" desc
          limit $2::int
        ) t1
        order by t1."valid_to" desc,
          t1."id" desc
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 2

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."id" "id",
          t1."valid_to"::text "validTo"
        from (
          select p.*
          from (
            select t2.*
            from "registry"."agency" t2
            where (t2.jurisdiction = $1::text)
            order by t2."valid_to" nulls first,
              t2."id"
            limit 5
          ) p
          order by p."valid_to" nulls first,
            p."id"
          limit $2::int
        ) t1
        order by t1."valid_to" nulls first,
          t1."id"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 2

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."id" "id",
          t1."valid_to"::text "validTo"
        from (
          select p.*
          from (
            select t2.*
            from "registry"."agency" t2
            where (t2.jurisdiction = $1::text)
            order by t2."valid_to",
              t2."id"
            limit 5
          ) p
          order by p."valid_to",
            p."id"
          limit $2::int
        ) t1
        order by t1."valid_to",
          t1."id"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 2
