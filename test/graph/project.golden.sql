-- Statements: procurement 1, projects 1, registry 3

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
    with page4 as materialized (
      select p.*,
        row_number() over () rn
      from (
        select t7.*
        from "procurement"."contracting_process" t7
        where (t7."project_id" = t1."id")
        order by t7."published_on" desc nulls last,
          t7."ocid" desc
        limit 6
      ) p
    )
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contracting_process" t5
        where (t5."project_id" = t1."id")
      ) "totalCount",
        (
          select coalesce(json_agg(row_to_json("~")), '[]'::json)
          from (
            select t6."title" "title",
              t6."project_link_method" "projectLinkMethod",
              t6."project_link_confidence"::text "projectLinkConfidence"
            from page4 t6
            where t6.rn <= $2::int
            order by t6.rn
          ) "~"
        ) "nodes"
    ) "~"
  ) list3 on true
) e;
--   $1 = ["2205-349902-03-03-998617"]
--   $2 = 2

-- projects
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t20.*
      from "projects"."project" t20
      where (t20.jurisdiction = $5::text) and (((exists (
        select 1
        from "projects"."funding_source" t21
        where t21."project_id" = t20."id" and (((t21."kind" = $6::text)))
      ))) and ((exists (
        select 1
        from "projects"."change_order" t22
        where t22."project_id" = t20."id" and (true)
      ))))
      order by t20."title",
        t20."id"
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select 'Project' "__typename",
          t2."id" "id",
          t2."code" "code",
          t2."title" "title",
          t2."sector" "sector",
          t2."budget_amount"::text "budgetAmount",
          case when num_nonnulls(t2."public_authority_scheme", t2."public_authority_id", t2."public_authority_name", t2."public_authority_uscc", t2."public_authority_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t2."public_authority_name" "name",
                case when t3."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Agency' "__typename",
                      t3."id" "id"
                  ) "~"
                ) end "agency",
                case when t4."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t4."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "publicAuthority",
          case when t5."code" is not null and t5."edition" is not null then (
            select row_to_json("~")
            from (
              select 'Region' "__typename",
                t5."code" "code",
                t5."edition" "edition"
            ) "~"
          ) end "region",
          case when t6."id" is not null then (
            select row_to_json("~")
            from (
              select t6."quarter" "quarter",
                t6."percent"::text "percent",
                t6."completed_cumulative"::text "completedCumulative"
            ) "~"
          ) end "latestProgress",
          list7.j "fundingSources",
          list11.j "changeOrders",
          list15.j "progressReports"
        from page1 t2
        cross join lateral (
          select t2."public_authority_agency_id" "id"
        ) t3
        cross join lateral (
          select t2."public_authority_uscc" "uscc"
        ) t4
        cross join lateral (
          select t2."region_code" "code",
            t2."region_edition" "edition"
        ) t5
        left join "projects"."progress_report" t6 on t6."id" = (
          select r.id
          from projects.progress_report r
          where r.project_id = t2.id
          order by r.quarter desc,
            r.id
          limit 1
        )
        left join lateral (
          with page8 as materialized (
            select p.*,
              row_number() over () rn
            from (
              select t10.*
              from "projects"."funding_source" t10
              where (t10."project_id" = t2."id")
              order by t10."amount" desc nulls last,
                t10."id" desc
              limit 21
            ) p
          )
          select row_to_json("~") j
          from (
            select (
              select coalesce(json_agg(row_to_json("~")), '[]'::json)
              from (
                select t9."kind" "kind",
                  t9."amount"::text "amount"
                from page8 t9
                where t9.rn <= $1::int
                order by t9.rn
              ) "~"
            ) "nodes"
          ) "~"
        ) list7 on true
        left join lateral (
          with page12 as materialized (
            select p.*,
              row_number() over () rn
            from (
              select t14.*
              from "projects"."change_order" t14
              where (t14."project_id" = t2."id")
              order by t14."approved_on" desc nulls last,
                t14."id" desc
              limit 21
            ) p
          )
          select row_to_json("~") j
          from (
            select (
              select coalesce(json_agg(row_to_json("~")), '[]'::json)
              from (
                select t13."kind" "kind",
                  t13."amount_delta"::text "amountDelta",
                  t13."days_delta" "daysDelta"
                from page12 t13
                where t13.rn <= $2::int
                order by t13.rn
              ) "~"
            ) "nodes"
          ) "~"
        ) list11 on true
        left join lateral (
          with page16 as materialized (
            select p.*,
              row_number() over () rn
            from (
              select t19.*
              from "projects"."progress_report" t19
              where (t19."project_id" = t2."id")
              order by t19."quarter" desc,
                t19."id" desc
              limit 6
            ) p
          )
          select row_to_json("~") j
          from (
            select (
              select count(*)::int
              from "projects"."progress_report" t17
              where (t17."project_id" = t2."id")
            ) "totalCount",
              (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t18."quarter" "quarter",
                    t18."problems" "problems"
                  from page16 t18
                  where t18.rn <= $3::int
                  order by t18.rn
                ) "~"
              ) "nodes"
          ) "~"
        ) list15 on true
        where t2.rn <= $4::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 20
--   $2 = 20
--   $3 = 2
--   $4 = 1
--   $5 = "CN-349900"
--   $6 = "SPECIAL_BOND"

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select t1."name" "name"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("id", "~n")
  left join "registry"."agency" t1 on t1."id" = k2."id"
) e;
--   $1 = ["CN-349900-A003"]

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select t1."name" "name"
      ) "~"
    ) end "row"
  from unnest($1::text[], $2::text[]) with ordinality k2("code", "edition", "~n")
  left join lateral (
    select t3.*
    from "registry"."region" t3
    where t3.code = k2."code" and (t3.edition <= k2."edition" or t3.open_to_past) and (t3.edition_to is null or t3.edition_to > k2."edition")
    order by (t3.edition <= k2."edition") desc,
      case when t3.edition <= k2."edition" then t3.edition end desc,
      t3.edition
    limit 1
  ) t1 on true
) e;
--   $1 = ["349902"]
--   $2 = ["202501"]

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select t1."name" "name"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = ["11349900671684968K"]
