-- Statements: procurement 2, registry 2

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and (((t2."currency" = $2::text))) and (hub.bigrams(t2.search_text) @> hub.bigrams(hub.fold_text($3::text)) and strpos(t2.search_text, hub.fold_text($3::text)) > 0)
    ) "totalCount",
      (
        select row_to_json("~")
        from (
          select a.a1 "count",
            (
              select row_to_json("~")
              from (
                select a.a2 "amount"
              ) "~"
            ) "sum"
          from (
            select count(*)::int a1,
              sum(t3."amount")::text a2
            from "procurement"."contract" t3
            where (t3.jurisdiction = $4::text) and (((t3."currency" = $5::text))) and (hub.bigrams(t3.search_text) @> hub.bigrams(hub.fold_text($6::text)) and strpos(t3.search_text, hub.fold_text($6::text)) > 0)
          ) a
        ) "~"
      ) "aggregates"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CNY"
--   $3 = "物业管理"
--   $4 = "CN-349900"
--   $5 = "CNY"
--   $6 = "物业管理"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and (hub.bigrams(t2.search_text) @> hub.bigrams(hub.fold_text($2::text)) and strpos(t2.search_text, hub.fold_text($2::text)) > 0)
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "没有这样的合同"

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "registry"."legal_entity" t2
      where (t2.jurisdiction = $1::text) and (hub.bigrams(t2.search_text) @> hub.bigrams(hub.fold_text($2::text)) and strpos(t2.search_text, hub.fold_text($2::text)) > 0 and hub.bigrams(t2.search_text) @> hub.bigrams(hub.fold_text($3::text)) and strpos(t2.search_text, hub.fold_text($3::text)) > 0)
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "物業"
--   $3 = "有限公司"

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "registry"."legal_entity" t4
      where (t4.jurisdiction = $5::text) and (hub.bigrams(t4.search_text) @> hub.bigrams(hub.fold_text($6::text)) and strpos(t4.search_text, hub.fold_text($6::text)) > 0 and hub.bigrams(t4.search_text) @> hub.bigrams(hub.fold_text($7::text)) and strpos(t4.search_text, hub.fold_text($7::text)) > 0)
      order by t4."name",
        t4."uscc"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "registry"."legal_entity" t2
      where (t2.jurisdiction = $1::text) and (hub.bigrams(t2.search_text) @> hub.bigrams(hub.fold_text($2::text)) and strpos(t2.search_text, hub.fold_text($2::text)) > 0 and hub.bigrams(t2.search_text) @> hub.bigrams(hub.fold_text($3::text)) and strpos(t2.search_text, hub.fold_text($3::text)) > 0)
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t3."name" "name"
          from page1 t3
          where t3.rn <= $4::int
          order by t3.rn
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "物业"
--   $3 = "有限公司"
--   $4 = 2
--   $5 = "CN-349900"
--   $6 = "物业"
--   $7 = "有限公司"
