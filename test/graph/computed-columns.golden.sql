-- Statements: procurement 2, projects 1

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "procurement"."contract" t4
      where (t4.jurisdiction = $4::text) and ((((t4.ocid) ^@ $5::text)))
      order by t4."local_id",
        t4."id"
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and ((((t2.ocid) ^@ $2::text)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (t3.ocid) "ocid"
          from page1 t3
          where t3.rn <= $3::int
          order by t3.rn
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "ocds-sunsh1-YGCG-2023"
--   $3 = 1
--   $4 = "CN-349900"
--   $5 = "ocds-sunsh1-YGCG-2023"

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t5.*
      from "procurement"."contracting_process" t5
      where (t5.jurisdiction = $7::text) and ((((extract(year from t5.published_on)::int) = $8::integer)))
      order by t5."published_on" desc nulls last,
        t5."ocid" desc
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contracting_process" t2
      where (t2.jurisdiction = $1::text) and ((((extract(year from t2.published_on)::int) = $2::integer)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select (extract(year from t3.published_on)::int) "year"
          from page1 t3
          where t3.rn <= $3::int
          order by t3.rn
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
            where (t4.jurisdiction = $4::text) and ((((extract(year from t4.published_on)::int) = $5::integer)))
            group by (extract(year from t4.published_on)::int)
            order by rn
            limit $6::int
          ) a
          order by a.rn
        ) "~"
      ) "groups"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = 2023
--   $3 = 1
--   $4 = "CN-349900"
--   $5 = 2023
--   $6 = 100
--   $7 = "CN-349900"
--   $8 = 2023

-- projects
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "projects"."project" t4
      where (t4.jurisdiction = $2::text) and (((t4."code" ^@ $3::text)))
      order by t4."published_on" desc nulls last,
        t4."id" desc
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."code" "code",
          case when t3."id" is not null then (
            select row_to_json("~")
            from (
              select t3."quarter" "quarter",
                t3."percent"::text "percent"
            ) "~"
          ) end "latestProgress"
        from page1 t2
        left join "projects"."progress_report" t3 on t3."id" = (
          select r.id
          from projects.progress_report r
          where r.project_id = t2.id
          order by r.quarter desc,
            r.id
          limit 1
        )
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2
--   $2 = "CN-349900"
--   $3 = "2201"
