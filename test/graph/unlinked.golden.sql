-- Statements: procurement 2, projects 2

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select row_to_json("~")
      from (
        select a.a1 "count",
          a.a2 "unlinked"
        from (
          select count(*)::int a1,
            (count(*) filter (where t1."project_id" is null))::int a2
          from "procurement"."contracting_process" t1
          where (t1.jurisdiction = $1::text)
        ) a
      ) "~"
    ) "aggregates",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (
            select row_to_json("~")
            from (
              select a.k0_v "projectLinkMethod"
            ) "~"
          ) "keys",
            a.a1 "count"
          from (
            select t2."project_link_method" k0_v,
              count(*)::int a1,
              row_number() over (order by count(*) desc, t2."project_link_method") rn
            from "procurement"."contracting_process" t2
            where (t2.jurisdiction = $2::text)
            group by t2."project_link_method"
            order by rn
            limit $3::int
          ) a
          order by a.rn
        ) "~"
      ) "groups"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CN-349900"
--   $3 = 100

-- procurement
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select list3.j "contractingProcesses"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("id", "~n")
  cross join lateral (
    select k2."id" "id"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select row_to_json("~")
        from (
          select a.a1 "count",
            (
              select count(*)::int
              from "procurement"."contracting_process" t5
              where (t5.jurisdiction = $2::text) and (((t5."budget_currency" = $3::text))) and (t5."project_id" is null)
            ) "unlinked"
          from (
            select count(*)::int a1
            from "procurement"."contracting_process" t4
            where (t4."project_id" = t1."id") and (((t4."budget_currency" = $4::text)))
          ) a
        ) "~"
      ) "aggregates"
    ) "~"
  ) list3 on true
) e;
--   $1 = ["2211-349903-18-01-774847","2209-349900-07-01-985223"]
--   $2 = "CN-349900"
--   $3 = "CNY"
--   $4 = "CNY"

-- projects
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select 'Project' "__typename",
          t1."id" "id",
          t1."code" "code",
          list2.j "landTransfers"
        from (
          select p.*
          from (
            select t5.*
            from "projects"."project" t5
            where (t5.jurisdiction = $4::text) and (((exists (
              select 1
              from "projects"."land_transfer" t6
              where t6."project_id" = t5."id" and (true)
            ))))
            order by t5."budget_amount" desc nulls last,
              t5."id" desc
            limit 5
          ) p
          order by p."budget_amount" desc nulls last,
            p."id" desc
          limit $5::int
        ) t1
        left join lateral (
          select row_to_json("~") j
          from (
            select (
              select row_to_json("~")
              from (
                select a.a1 "count",
                  (
                    select count(*)::int
                    from "projects"."land_transfer" t4
                    where (t4.jurisdiction = $1::text) and (((t4."currency" = $2::text))) and (t4."project_id" is null)
                  ) "unlinked",
                  (
                    select row_to_json("~")
                    from (
                      select a.a2 "price"
                    ) "~"
                  ) "sum"
                from (
                  select count(*)::int a1,
                    sum(t3."price")::text a2
                  from "projects"."land_transfer" t3
                  where (t3."project_id" = t1."id") and (((t3."currency" = $3::text)))
                ) a
              ) "~"
            ) "aggregates"
          ) "~"
        ) list2 on true
        order by t1."budget_amount" desc nulls last,
          t1."id" desc
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CNY"
--   $3 = "CNY"
--   $4 = "CN-349900"
--   $5 = 2

-- projects
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select row_to_json("~")
      from (
        select a.a1 "count",
          a.a2 "unlinked"
        from (
          select count(*)::int a1,
            (count(*) filter (where t1."project_id" is null))::int a2
          from "projects"."land_transfer" t1
          where (t1.jurisdiction = $1::text)
        ) a
      ) "~"
    ) "aggregates"
  ) "~"
) root;
--   $1 = "CN-349900"
