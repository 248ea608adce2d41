-- Statements: procurement 3, projects 1, registry 2

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "procurement"."contract" t4
      where (t4.jurisdiction = $2::text)
      order by t4."signed_on" desc nulls last,
        t4."id" desc
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."id" "id",
          t2."signed_on"::text "signedOn",
          case when num_nonnulls(t2."supplier_scheme", t2."supplier_id", t2."supplier_name", t2."supplier_uscc", t2."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t2."supplier_name" "party",
                case when t3."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t3."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "supplier"
        from page1 t2
        cross join lateral (
          select t2."supplier_uscc" "uscc"
        ) t3
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 1
--   $2 = "CN-349900"

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "procurement"."contract" t4
      where (t4.jurisdiction = $2::text)
      order by t4."signed_on",
        t4."id"
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."id" "id",
          t2."signed_on"::text "signedOn",
          case when num_nonnulls(t2."supplier_scheme", t2."supplier_id", t2."supplier_name", t2."supplier_uscc", t2."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t2."supplier_name" "party",
                case when t3."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t3."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "supplier"
        from page1 t2
        cross join lateral (
          select t2."supplier_uscc" "uscc"
        ) t3
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 1
--   $2 = "CN-349900"

-- procurement
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select list3.j "tenders",
          list8.j "works"
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
        limit 2
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
            select t6."title" "title"
            from page4 t6
            where t6.rn <= $2::int
            order by t6.rn
          ) "~"
        ) "nodes"
    ) "~"
  ) list3 on true
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contracting_process" t10
        where (t10."project_id" = t1."id") and (((t10."main_procurement_category" = $3::text)))
      ) "totalCount"
    ) "~"
  ) list8 on true
) e;
--   $1 = ["2211-349903-18-01-774847"]
--   $2 = 1
--   $3 = "WORKS"

-- projects
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t13.*
      from "projects"."project" t13
      where (t13.jurisdiction = $8::text)
      order by t13."budget_amount" desc nulls last,
        t13."id" desc
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
          t2."title" "name",
          t2."title" "title",
          list3.j "y2023",
          list8.j "y2024"
        from page1 t2
        left join lateral (
          with page4 as materialized (
            select p.*,
              row_number() over () rn
            from (
              select t7.*
              from "projects"."progress_report" t7
              where (t7."project_id" = t2."id") and (((t7."year" = $3::integer)))
              order by t7."quarter" desc,
                t7."id" desc
              limit 2
            ) p
          )
          select row_to_json("~") j
          from (
            select (
              select count(*)::int
              from "projects"."progress_report" t5
              where (t5."project_id" = t2."id") and (((t5."year" = $1::integer)))
            ) "totalCount",
              (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t6."quarter" "quarter",
                    t6."percent"::text "percent"
                  from page4 t6
                  where t6.rn <= $2::int
                  order by t6.rn
                ) "~"
              ) "nodes"
          ) "~"
        ) list3 on true
        left join lateral (
          with page9 as materialized (
            select p.*,
              row_number() over () rn
            from (
              select t12.*
              from "projects"."progress_report" t12
              where (t12."project_id" = t2."id") and (((t12."year" = $6::integer)))
              order by t12."quarter" desc,
                t12."id" desc
              limit 2
            ) p
          )
          select row_to_json("~") j
          from (
            select (
              select count(*)::int
              from "projects"."progress_report" t10
              where (t10."project_id" = t2."id") and (((t10."year" = $4::integer)))
            ) "totalCount",
              (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t11."quarter" "quarter",
                    t11."percent"::text "percent"
                  from page9 t11
                  where t11.rn <= $5::int
                  order by t11.rn
                ) "~"
              ) "nodes"
          ) "~"
        ) list8 on true
        where t2.rn <= $7::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 2023
--   $2 = 1
--   $3 = 2023
--   $4 = 2024
--   $5 = 1
--   $6 = 2024
--   $7 = 1
--   $8 = "CN-349900"

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
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = ["913499211261633909"]

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
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = ["91349903MATRJNUQ4Y"]
