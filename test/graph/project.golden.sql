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
  from (
    select $1::text "id",
      1 "~n"
  ) k2
  cross join lateral (
    select k2."id" "id"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contracting_process" t4
        where (t4."project_id" = t1."id")
      ) "totalCount",
        (
          select coalesce(json_agg(row_to_json("~")), '[]'::json)
          from (
            select t5."title" "title",
              t5."project_link_method" "projectLinkMethod",
              t5."project_link_confidence"::text "projectLinkConfidence"
            from (
              select p.*
              from (
                select t6.*
                from "procurement"."contracting_process" t6
                where (t6."project_id" = t1."id")
                order by t6."published_on" desc nulls last,
                  t6."ocid" desc
                limit 5
              ) p
              order by p."published_on" desc nulls last,
                p."ocid" desc
              limit $2::int
            ) t5
            order by t5."published_on" desc nulls last,
              t5."ocid" desc
          ) "~"
        ) "nodes"
    ) "~"
  ) list3 on true
) e;
--   $1 = "2205-349902-03-03-998617"
--   $2 = 2

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
          t1."title" "title",
          t1."sector" "sector",
          t1."budget_amount"::text "budgetAmount",
          case when num_nonnulls(t1."public_authority_scheme", t1."public_authority_id", t1."public_authority_name", t1."public_authority_uscc", t1."public_authority_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t1."public_authority_name" "name",
                case when t2."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Agency' "__typename",
                      t2."id" "id"
                  ) "~"
                ) end "agency",
                case when t3."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t3."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "publicAuthority",
          case when t4."code" is not null and t4."edition" is not null then (
            select row_to_json("~")
            from (
              select 'Region' "__typename",
                t4."code" "code",
                t4."edition" "edition"
            ) "~"
          ) end "region",
          case when t5."id" is not null then (
            select row_to_json("~")
            from (
              select t5."quarter" "quarter",
                t5."percent"::text "percent",
                t5."completed_cumulative"::text "completedCumulative"
            ) "~"
          ) end "latestProgress",
          list6.j "fundingSources",
          list9.j "changeOrders",
          list12.j "progressReports"
        from (
          select t16.*
          from "projects"."project" t16
          where (t16.jurisdiction = $2::text) and (((exists (
            select 1
            from "projects"."funding_source" t17
            where t17."project_id" = t16."id" and (((t17."kind" = $3::text)))
          ))) and ((exists (
            select 1
            from "projects"."change_order" t18
            where t18."project_id" = t16."id" and (true)
          ))))
          order by t16."title",
            t16."id"
          limit 1
        ) t1
        cross join lateral (
          select t1."public_authority_agency_id" "id"
        ) t2
        cross join lateral (
          select t1."public_authority_uscc" "uscc"
        ) t3
        cross join lateral (
          select t1."region_code" "code",
            t1."region_edition" "edition"
        ) t4
        left join "projects"."progress_report" t5 on t5."id" = (
          select r.id
          from "projects"."progress_report" r
          where r.project_id = t1.id
          order by r.quarter desc,
            r.id
          limit 1
        )
        left join lateral (
          select row_to_json("~") j
          from (
            select (
              select coalesce(json_agg(row_to_json("~")), '[]'::json)
              from (
                select t7."kind" "kind",
                  t7."amount"::text "amount"
                from (
                  select t8.*
                  from "projects"."funding_source" t8
                  where (t8."project_id" = t1."id")
                  order by t8."amount" desc nulls last,
                    t8."id" desc
                  limit 20
                ) t7
                order by t7."amount" desc nulls last,
                  t7."id" desc
              ) "~"
            ) "nodes"
          ) "~"
        ) list6 on true
        left join lateral (
          select row_to_json("~") j
          from (
            select (
              select coalesce(json_agg(row_to_json("~")), '[]'::json)
              from (
                select t10."kind" "kind",
                  t10."amount_delta"::text "amountDelta",
                  t10."days_delta" "daysDelta"
                from (
                  select t11.*
                  from "projects"."change_order" t11
                  where (t11."project_id" = t1."id")
                  order by t11."approved_on" desc nulls last,
                    t11."id" desc
                  limit 20
                ) t10
                order by t10."approved_on" desc nulls last,
                  t10."id" desc
              ) "~"
            ) "nodes"
          ) "~"
        ) list9 on true
        left join lateral (
          select row_to_json("~") j
          from (
            select (
              select count(*)::int
              from "projects"."progress_report" t13
              where (t13."project_id" = t1."id")
            ) "totalCount",
              (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t14."quarter" "quarter",
                    t14."problems" "problems"
                  from (
                    select p.*
                    from (
                      select t15.*
                      from "projects"."progress_report" t15
                      where (t15."project_id" = t1."id")
                      order by t15."quarter" desc,
                        t15."id" desc
                      limit 5
                    ) p
                    order by p."quarter" desc,
                      p."id" desc
                    limit $1::int
                  ) t14
                  order by t14."quarter" desc,
                    t14."id" desc
                ) "~"
              ) "nodes"
          ) "~"
        ) list12 on true
        order by t1."title",
          t1."id"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2
--   $2 = "CN-349900"
--   $3 = "SPECIAL_BOND"

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
  from (
    select $1::text "code",
      $2::text "edition",
      1 "~n"
  ) k2
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
--   $1 = "349902"
--   $2 = "202501"

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
  from (
    select $1::text "id",
      1 "~n"
  ) k2
  left join "registry"."agency" t1 on t1."id" = k2."id"
) e;
--   $1 = "CN-349900-A003"

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
  from (
    select $1::text "uscc",
      1 "~n"
  ) k2
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = "11349900671684968K"
