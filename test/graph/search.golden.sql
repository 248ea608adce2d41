-- Statements: procurement 2, registry 2

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."currency" = $2::text))) and (hub.bigrams(t1.search_text) @> hub.bigrams(hub.fold_text($3::text)) and strpos(t1.search_text, hub.fold_text($3::text)) > 0)
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
              sum(t2."amount")::text a2
            from "procurement"."contract" t2
            where (t2.jurisdiction = $4::text) and (((t2."currency" = $5::text))) and (hub.bigrams(t2.search_text) @> hub.bigrams(hub.fold_text($6::text)) and strpos(t2.search_text, hub.fold_text($6::text)) > 0)
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
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (hub.bigrams(t1.search_text) @> hub.bigrams(hub.fold_text($2::text)) and strpos(t1.search_text, hub.fold_text($2::text)) > 0)
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
      from "registry"."legal_entity" t1
      where (t1.jurisdiction = $1::text) and (hub.bigrams(t1.search_text) @> hub.bigrams(hub.fold_text($2::text)) and strpos(t1.search_text, hub.fold_text($2::text)) > 0 and hub.bigrams(t1.search_text) @> hub.bigrams(hub.fold_text($3::text)) and strpos(t1.search_text, hub.fold_text($3::text)) > 0)
    ) "totalCount"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "物業"
--   $3 = "有限公司"

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "registry"."legal_entity" t1
      where (t1.jurisdiction = $1::text) and (hub.bigrams(t1.search_text) @> hub.bigrams(hub.fold_text($2::text)) and strpos(t1.search_text, hub.fold_text($2::text)) > 0 and hub.bigrams(t1.search_text) @> hub.bigrams(hub.fold_text($3::text)) and strpos(t1.search_text, hub.fold_text($3::text)) > 0)
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t2."name" "name"
          from (
            select p.*
            from (
              select t3.*
              from "registry"."legal_entity" t3
              where (t3.jurisdiction = $4::text) and (hub.bigrams(t3.search_text) @> hub.bigrams(hub.fold_text($5::text)) and strpos(t3.search_text, hub.fold_text($5::text)) > 0 and hub.bigrams(t3.search_text) @> hub.bigrams(hub.fold_text($6::text)) and strpos(t3.search_text, hub.fold_text($6::text)) > 0)
              order by t3."name",
                t3."uscc"
              limit 5
            ) p
            order by p."name",
              p."uscc"
            limit $7::int
          ) t2
          order by t2."name",
            t2."uscc"
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "物业"
--   $3 = "有限公司"
--   $4 = "CN-349900"
--   $5 = "物业"
--   $6 = "有限公司"
--   $7 = 2
