-- Statements: procurement 2, projects 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t1
      where (t1.jurisdiction = $1::text) and ((((t1.ocid) ^@ $2::text)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (t2.ocid) "ocid"
          from (
            select t3.*
            from "procurement"."contract" t3
            where (t3.jurisdiction = $3::text) and ((((t3.ocid) ^@ $4::text)))
            order by t3."local_id",
              t3."id"
            limit 1
          ) t2
          order by t2."local_id",
            t2."id"
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "ocds-sunsh1-YGCG-2023"
--   $3 = "CN-349900"
--   $4 = "ocds-sunsh1-YGCG-2023"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contracting_process" t1
      where (t1.jurisdiction = $1::text) and ((((extract(year from t1.published_on)::int) = $2::integer)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (extract(year from t2.published_on)::int) "year"
          from (
            select t3.*
            from "procurement"."contracting_process" t3
            where (t3.jurisdiction = $3::text) and ((((extract(year from t3.published_on)::int) = $4::integer)))
            order by t3."published_on" desc nulls last,
              t3."ocid" desc
            limit 1
          ) t2
          order by t2."published_on" desc nulls last,
            t2."ocid" desc
        ) "~"
      ) "nodes",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (
            select row_to_json("~")
            from (
              select a.k0_v "year"
            ) "~"
          ) "keys",
            a.a1 "count"
          from (
            select (extract(year from t4.published_on)::int) k0_v,
              count(*)::int a1,
              row_number() over (order by count(*) desc, (extract(year from t4.published_on)::int)) rn
            from "procurement"."contracting_process" t4
            where (t4.jurisdiction = $5::text) and ((((extract(year from t4.published_on)::int) = $6::integer)))
            group by (extract(year from t4.published_on)::int)
            order by rn
            limit $7::int
          ) a
          order by a.rn
        ) "~"
      ) "groups"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 2023
--   $3 = "CN-349900"
--   $4 = 2023
--   $5 = "CN-349900"
--   $6 = 2023
--   $7 = 100

-- projects
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."code" "code",
          case when t2."id" is not null then (
            select row_to_json("~")
            from (
              select t2."quarter" "quarter",
                t2."percent"::text "percent"
            ) "~"
          ) end "latestProgress"
        from (
          select p.*
          from (
            select t3.*
            from "projects"."project" t3
            where (t3.jurisdiction = $1::text) and (((t3."code" ^@ $2::text)))
            order by t3."published_on" desc nulls last,
              t3."id" desc
            limit 5
          ) p
          order by p."published_on" desc nulls last,
            p."id" desc
          limit $3::int
        ) t1
        left join "projects"."progress_report" t2 on t2."id" = (
          select r.id
          from "projects"."progress_report" r
          where r.project_id = t1.id
          order by r.quarter desc,
            r.id
          limit 1
        )
        order by t1."published_on" desc nulls last,
          t1."id" desc
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "2201"
--   $3 = 2
