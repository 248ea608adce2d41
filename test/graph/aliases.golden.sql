-- Statements: procurement 3, projects 1, registry 2

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."id" "id",
          t1."signed_on"::text "signedOn",
          case when num_nonnulls(t1."supplier_scheme", t1."supplier_id", t1."supplier_name", t1."supplier_uscc", t1."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t1."supplier_name" "party",
                case when t2."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t2."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "supplier"
        from (
          select t3.*
          from "procurement"."contract" t3
          where (t3.jurisdiction = $1::text)
          order by t3."signed_on" desc nulls last,
            t3."id" desc
          limit 1
        ) t1
        cross join lateral (
          select t1."supplier_uscc" "uscc"
        ) t2
        order by t1."signed_on" desc nulls last,
          t1."id" desc
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."id" "id",
          t1."signed_on"::text "signedOn",
          case when num_nonnulls(t1."supplier_scheme", t1."supplier_id", t1."supplier_name", t1."supplier_uscc", t1."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t1."supplier_name" "party",
                case when t2."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t2."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "supplier"
        from (
          select t3.*
          from "procurement"."contract" t3
          where (t3.jurisdiction = $1::text)
          order by t3."signed_on",
            t3."id"
          limit 1
        ) t1
        cross join lateral (
          select t1."supplier_uscc" "uscc"
        ) t2
        order by t1."signed_on",
          t1."id"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"

-- procurement
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select list3.j "tenders",
          list7.j "works"
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
            select t5."title" "title"
            from (
              select t6.*
              from "procurement"."contracting_process" t6
              where (t6."project_id" = t1."id")
              order by t6."published_on" desc nulls last,
                t6."ocid" desc
              limit 1
            ) t5
            order by t5."published_on" desc nulls last,
              t5."ocid" desc
          ) "~"
        ) "nodes"
    ) "~"
  ) list3 on true
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contracting_process" t8
        where (t8."project_id" = t1."id") and (((t8."main_procurement_category" = $2::text)))
      ) "totalCount"
    ) "~"
  ) list7 on true
) e;
--   $1 = "2211-349903-18-01-774847"
--   $2 = "WORKS"

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
          t1."title" "name",
          t1."title" "title",
          list2.j "y2023",
          list6.j "y2024"
        from (
          select t10.*
          from "projects"."project" t10
          where (t10.jurisdiction = $5::text)
          order by t10."budget_amount" desc nulls last,
            t10."id" desc
          limit 1
        ) t1
        left join lateral (
          select row_to_json("~") j
          from (
            select (
              select count(*)::int
              from "projects"."progress_report" t3
              where (t3."project_id" = t1."id") and (((t3."year" = $1::integer)))
            ) "totalCount",
              (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t4."quarter" "quarter",
                    t4."percent"::text "percent"
                  from (
                    select t5.*
                    from "projects"."progress_report" t5
                    where (t5."project_id" = t1."id") and (((t5."year" = $2::integer)))
                    order by t5."quarter" desc,
                      t5."id" desc
                    limit 1
                  ) t4
                  order by t4."quarter" desc,
                    t4."id" desc
                ) "~"
              ) "nodes"
          ) "~"
        ) list2 on true
        left join lateral (
          select row_to_json("~") j
          from (
            select (
              select count(*)::int
              from "projects"."progress_report" t7
              where (t7."project_id" = t1."id") and (((t7."year" = $3::integer)))
            ) "totalCount",
              (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t8."quarter" "quarter",
                    t8."percent"::text "percent"
                  from (
                    select t9.*
                    from "projects"."progress_report" t9
                    where (t9."project_id" = t1."id") and (((t9."year" = $4::integer)))
                    order by t9."quarter" desc,
                      t9."id" desc
                    limit 1
                  ) t8
                  order by t8."quarter" desc,
                    t8."id" desc
                ) "~"
              ) "nodes"
          ) "~"
        ) list6 on true
        order by t1."budget_amount" desc nulls last,
          t1."id" desc
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2023
--   $2 = 2023
--   $3 = 2024
--   $4 = 2024
--   $5 = "CN-349900"

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select t1."name" "register"
      ) "~"
    ) end "row"
  from (
    select $1::text "uscc",
      1 "~n"
  ) k2
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = "913499211261633909"

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select t1."name" "register"
      ) "~"
    ) end "row"
  from (
    select $1::text "uscc",
      1 "~n"
  ) k2
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = "91349903MATRJNUQ4Y"
