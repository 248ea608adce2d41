-- Statements: procurement 1, projects 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and (((t1."signed_on" >= $2::date)) and ((t1."currency" = $3::text)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t2."local_id" "localId"
          from (
            select t3.*
            from "procurement"."contract" t3
            where (t3.jurisdiction = $4::text) and (((t3."signed_on" >= $5::date)) and ((t3."currency" = $6::text)))
            order by t3."signed_on" desc nulls last,
              t3."id" desc
            limit 1
          ) t2
          order by t2."signed_on" desc nulls last,
            t2."id" desc
        ) "~"
      ) "nodes",
      (
        select row_to_json("~")
        from (
          select a.a1 "count",
            (
              select row_to_json("~")
              from (
                select a.a2 "amount"
              ) "~"
            ) "sum",
            (
              select row_to_json("~")
              from (
                select a.a3 "amount"
              ) "~"
            ) "average",
            (
              select row_to_json("~")
              from (
                select a.a4 "amount",
                  a.a5 "signedOn"
              ) "~"
            ) "min",
            (
              select row_to_json("~")
              from (
                select a.a6 "amount",
                  a.a7 "signedOn",
                  a.a8 "endOn"
              ) "~"
            ) "max"
          from (
            select count(*)::int a1,
              sum(t4."amount")::text a2,
              round((sum(t4."amount") + 0.000000000000) / nullif(count(t4."amount"), 0), 6)::text a3,
              min(t4."amount")::text a4,
              min(t4."signed_on")::text a5,
              max(t4."amount")::text a6,
              max(t4."signed_on")::text a7,
              max(t4."end_on")::text a8
            from "procurement"."contract" t4
            where (t4.jurisdiction = $7::text) and (((t4."signed_on" >= $8::date)) and ((t4."currency" = $9::text)))
          ) a
        ) "~"
      ) "aggregates"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2024-01-01"
--   $3 = "CNY"
--   $4 = "CN-349900"
--   $5 = "2024-01-01"
--   $6 = "CNY"
--   $7 = "CN-349900"
--   $8 = "2024-01-01"
--   $9 = "CNY"

-- projects
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."title" "title",
          list2.j "fundingSources"
        from (
          select t4.*
          from "projects"."project" t4
          where (t4.jurisdiction = $2::text) and (((t4."budget_currency" = $3::text)))
          order by t4."budget_amount" desc nulls last,
            t4."id" desc
          limit 1
        ) t1
        left join lateral (
          select row_to_json("~") j
          from (
            select (
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
                  from "projects"."funding_source" t3
                  where (t3."project_id" = t1."id") and (((t3."currency" = $1::text)))
                ) a
              ) "~"
            ) "aggregates"
          ) "~"
        ) list2 on true
        order by t1."budget_amount" desc nulls last,
          t1."id" desc
      ) "~"
    ) "nodes",
      (
        select row_to_json("~")
        from (
          select (
            select row_to_json("~")
            from (
              select a.a1 "budgetAmount",
                a.a2 "annualPlanAmount"
            ) "~"
          ) "sum"
          from (
            select sum(t5."budget_amount")::text a1,
              sum(t5."annual_plan_amount")::text a2
            from "projects"."project" t5
            where (t5.jurisdiction = $4::text) and (((t5."budget_currency" = $5::text)))
          ) a
        ) "~"
      ) "aggregates"
  ) "~"
) root;
--   $1 = "CNY"
--   $2 = "CN-349900"
--   $3 = "CNY"
--   $4 = "CN-349900"
--   $5 = "CNY"
