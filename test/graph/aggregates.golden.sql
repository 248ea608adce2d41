-- Statements: procurement 1, projects 1

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t5.*
      from "procurement"."contract" t5
      where (t5.jurisdiction = $8::text) and (((t5."signed_on" >= $9::date)) and ((t5."currency" = $10::text)))
      order by t5."signed_on" desc nulls last,
        t5."id" desc
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and (((t2."signed_on" >= $2::date)) and ((t2."currency" = $3::text)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t3."local_id" "localId"
          from page1 t3
          where t3.rn <= $4::int
          order by t3.rn
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
            where (t4.jurisdiction = $5::text) and (((t4."signed_on" >= $6::date)) and ((t4."currency" = $7::text)))
          ) a
        ) "~"
      ) "aggregates"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2024-01-01"
--   $3 = "CNY"
--   $4 = 1
--   $5 = "CN-349900"
--   $6 = "2024-01-01"
--   $7 = "CNY"
--   $8 = "CN-349900"
--   $9 = "2024-01-01"
--   $10 = "CNY"

-- projects
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t7.*
      from "projects"."project" t7
      where (t7.jurisdiction = $5::text) and (((t7."budget_currency" = $6::text)))
      order by t7."budget_amount" desc nulls last,
        t7."id" desc
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."title" "title",
          list3.j "fundingSources"
        from page1 t2
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
                    sum(t5."amount")::text a2
                  from "projects"."funding_source" t5
                  where (t5."project_id" = t2."id") and (((t5."currency" = $1::text)))
                ) a
              ) "~"
            ) "aggregates"
          ) "~"
        ) list3 on true
        where t2.rn <= $2::int
        order by t2.rn
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
            select sum(t6."budget_amount")::text a1,
              sum(t6."annual_plan_amount")::text a2
            from "projects"."project" t6
            where (t6.jurisdiction = $3::text) and (((t6."budget_currency" = $4::text)))
          ) a
        ) "~"
      ) "aggregates"
  ) "~"
) root;
--   $1 = "CNY"
--   $2 = 1
--   $3 = "CN-349900"
--   $4 = "CNY"
--   $5 = "CN-349900"
--   $6 = "CNY"
