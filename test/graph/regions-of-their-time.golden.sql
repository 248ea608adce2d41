-- Statements: procurement 2, registry 7

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."published_on"::text "publishedOn",
          t1."region_edition" "regionEdition",
          case when t2."code" is not null and t2."edition" is not null then (
            select row_to_json("~")
            from (
              select 'Region' "__typename",
                t2."code" "code",
                t2."edition" "edition"
            ) "~"
          ) end "region"
        from (
          select t3.*
          from "procurement"."contracting_process" t3
          where (t3.jurisdiction = $1::text) and (((t3."region_code" = $2::text)))
          order by t3."published_on",
            t3."ocid"
          limit 1
        ) t1
        cross join lateral (
          select t1."region_code" "code",
            t1."region_edition" "edition"
        ) t2
        order by t1."published_on",
          t1."ocid"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "349922"

-- procurement
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."code" is not null and t1."edition" is not null then (
      select row_to_json("~")
      from (
        select list3.j "contractingProcesses"
      ) "~"
    ) end "row"
  from (
    select $1::text "code",
      $2::text "edition",
      1 "~n"
  ) k2
  cross join lateral (
    select k2."code" "code",
      k2."edition" "edition"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contracting_process" t4
        where (t4."region_code" = t1."code") and (t4.jurisdiction = $3::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
) e;
--   $1 = "349905"
--   $2 = "202306"
--   $3 = "CN-349900"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select 'Region' "__typename",
      t1."code" "code",
      t1."edition" "edition",
      t1."name" "name"
  ) "~"
) end::text
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
) t1 on true;
--   $1 = "349905"
--   $2 = "202412"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name"
  ) "~"
) end::text
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
) t1 on true;
--   $1 = "349922"
--   $2 = "202306"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name"
  ) "~"
) end::text
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
) t1 on true;
--   $1 = "349905"
--   $2 = "202305"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name",
      t1."edition" "edition",
      t1."edition_to" "editionTo",
      t1."superseded_by" "supersededBy"
  ) "~"
) end::text
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
) t1 on true;
--   $1 = "349922"
--   $2 = "202212"

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."name" "name",
          t1."valid_from"::text "validFrom",
          t1."valid_to"::text "validTo",
          case when t2."id" is not null then (
            select row_to_json("~")
            from (
              select t2."code" "code",
                t2."name" "name"
            ) "~"
          ) end "region",
          case when t4."id" is not null then (
            select row_to_json("~")
            from (
              select t4."name" "name",
                case when t5."id" is not null then (
                  select row_to_json("~")
                  from (
                    select t5."code" "code",
                      t5."name" "name"
                  ) "~"
                ) end "region"
            ) "~"
          ) end "successor"
        from (
          select t7.*
          from "registry"."agency" t7
          where (t7.jurisdiction = $1::text) and (((strpos(t7."name", $2::text) > 0)) and ((t7."region_code" = any($3::text[]))))
          order by t7."valid_from",
            t7."id"
          limit 20
        ) t1
        left join lateral (
          select t3.*
          from "registry"."region" t3
          where t3.code = t1."region_code" and (t3.edition <= t1."region_edition" or t3.open_to_past) and (t3.edition_to is null or t3.edition_to > t1."region_edition")
          order by (t3.edition <= t1."region_edition") desc,
            case when t3.edition <= t1."region_edition" then t3.edition end desc,
            t3.edition
          limit 1
        ) t2 on true
        left join "registry"."agency" t4 on t4."id" = (
          select s.successor_id
          from registry.agency_succession s
          where s.predecessor_id = t1.id
          order by s.effective_on desc,
            s.id
          limit 1
        )
        left join lateral (
          select t6.*
          from "registry"."region" t6
          where t6.code = t4."region_code" and (t6.edition <= t4."region_edition" or t6.open_to_past) and (t6.edition_to is null or t6.edition_to > t4."region_edition")
          order by (t6.edition <= t4."region_edition") desc,
            case when t6.edition <= t4."region_edition" then t6.edition end desc,
            t6.edition
          limit 1
        ) t5 on true
        order by t1."valid_from",
          t1."id"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "教育局"
--   $3 = ["349922","349905"]

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "registry"."region" t1
      where (((t1."kind" = $1::text)) and ((t1."parent_code" = $2::text)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t2."code" "code",
            t2."edition" "edition",
            t2."name" "name"
          from (
            select t3.*
            from "registry"."region" t3
            where (((t3."kind" = $3::text)) and ((t3."parent_code" = $4::text)))
            order by t3."code",
              t3."edition",
              t3."id"
            limit 20
          ) t2
          order by t2."code",
            t2."edition",
            t2."id"
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "ADMIN"
--   $2 = "349900"
--   $3 = "ADMIN"
--   $4 = "349900"

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
--   $1 = "349922"
--   $2 = "202201"
