-- Statements: procurement 2, registry 7

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "procurement"."contracting_process" t4
      where (t4.jurisdiction = $2::text) and (((t4."region_code" = $3::text)))
      order by t4."published_on",
        t4."ocid"
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."published_on"::text "publishedOn",
          t2."region_edition" "regionEdition",
          case when t3."code" is not null and t3."edition" is not null then (
            select row_to_json("~")
            from (
              select 'Region' "__typename",
                t3."code" "code",
                t3."edition" "edition"
            ) "~"
          ) end "region"
        from page1 t2
        cross join lateral (
          select t2."region_code" "code",
            t2."region_edition" "edition"
        ) t3
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 1
--   $2 = "CN-349900"
--   $3 = "349922"

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
  from unnest($1::text[], $2::text[]) with ordinality k2("code", "edition", "~n")
  cross join lateral (
    select k2."code" "code",
      k2."edition" "edition"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."contracting_process" t5
        where (t5."region_code" = t1."code") and (t5.jurisdiction = $3::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
) e;
--   $1 = ["349905"]
--   $2 = ["202306"]
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
from unnest($1::text[], $2::text[]) with ordinality k2("code", "edition", "~n")
left join lateral (
  select t3.*
  from "registry"."region" t3
  where t3.code = k2."code" and (t3.edition <= k2."edition" or t3.open_to_past) and (t3.edition_to is null or t3.edition_to > k2."edition")
  order by (t3.edition <= k2."edition") desc,
    case when t3.edition <= k2."edition" then t3.edition end desc,
    t3.edition
  limit 1
) t1 on true;
--   $1 = ["349905"]
--   $2 = ["202412"]

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name"
  ) "~"
) end::text
from unnest($1::text[], $2::text[]) with ordinality k2("code", "edition", "~n")
left join lateral (
  select t3.*
  from "registry"."region" t3
  where t3.code = k2."code" and (t3.edition <= k2."edition" or t3.open_to_past) and (t3.edition_to is null or t3.edition_to > k2."edition")
  order by (t3.edition <= k2."edition") desc,
    case when t3.edition <= k2."edition" then t3.edition end desc,
    t3.edition
  limit 1
) t1 on true;
--   $1 = ["349922"]
--   $2 = ["202306"]

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select t1."name" "name"
  ) "~"
) end::text
from unnest($1::text[], $2::text[]) with ordinality k2("code", "edition", "~n")
left join lateral (
  select t3.*
  from "registry"."region" t3
  where t3.code = k2."code" and (t3.edition <= k2."edition" or t3.open_to_past) and (t3.edition_to is null or t3.edition_to > k2."edition")
  order by (t3.edition <= k2."edition") desc,
    case when t3.edition <= k2."edition" then t3.edition end desc,
    t3.edition
  limit 1
) t1 on true;
--   $1 = ["349905"]
--   $2 = ["202305"]

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
from unnest($1::text[], $2::text[]) with ordinality k2("code", "edition", "~n")
left join lateral (
  select t3.*
  from "registry"."region" t3
  where t3.code = k2."code" and (t3.edition <= k2."edition" or t3.open_to_past) and (t3.edition_to is null or t3.edition_to > k2."edition")
  order by (t3.edition <= k2."edition") desc,
    case when t3.edition <= k2."edition" then t3.edition end desc,
    t3.edition
  limit 1
) t1 on true;
--   $1 = ["349922"]
--   $2 = ["202212"]

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t4.*
      from "registry"."region" t4
      where (((t4."kind" = $4::text)) and ((t4."parent_code" = $5::text)))
      order by t4."code",
        t4."edition",
        t4."id"
      limit 21
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "registry"."region" t2
      where (((t2."kind" = $1::text)) and ((t2."parent_code" = $2::text)))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t3."code" "code",
            t3."edition" "edition",
            t3."name" "name"
          from page1 t3
          where t3.rn <= $3::int
          order by t3.rn
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "ADMIN"
--   $2 = "349900"
--   $3 = 20
--   $4 = "ADMIN"
--   $5 = "349900"

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t8.*
      from "registry"."agency" t8
      where (t8.jurisdiction = $2::text) and (((strpos(t8."name", $3::text) > 0)) and ((t8."region_code" = any($4::text[]))))
      order by t8."valid_from",
        t8."id"
      limit 21
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."name" "name",
          t2."valid_from"::text "validFrom",
          t2."valid_to"::text "validTo",
          case when t3."id" is not null then (
            select row_to_json("~")
            from (
              select t3."code" "code",
                t3."name" "name"
            ) "~"
          ) end "region",
          case when t5."id" is not null then (
            select row_to_json("~")
            from (
              select t5."name" "name",
                case when t6."id" is not null then (
                  select row_to_json("~")
                  from (
                    select t6."code" "code",
                      t6."name" "name"
                  ) "~"
                ) end "region"
            ) "~"
          ) end "successor"
        from page1 t2
        left join lateral (
          select t4.*
          from "registry"."region" t4
          where t4.code = t2."region_code" and (t4.edition <= t2."region_edition" or t4.open_to_past) and (t4.edition_to is null or t4.edition_to > t2."region_edition")
          order by (t4.edition <= t2."region_edition") desc,
            case when t4.edition <= t2."region_edition" then t4.edition end desc,
            t4.edition
          limit 1
        ) t3 on true
        left join "registry"."agency" t5 on t5."id" = (
          select s.successor_id
          from registry.agency_succession s
          where s.predecessor_id = t2.id
          order by s.effective_on desc,
            s.id
          limit 1
        )
        left join lateral (
          select t7.*
          from "registry"."region" t7
          where t7.code = t5."region_code" and (t7.edition <= t5."region_edition" or t7.open_to_past) and (t7.edition_to is null or t7.edition_to > t5."region_edition")
          order by (t7.edition <= t5."region_edition") desc,
            case when t7.edition <= t5."region_edition" then t7.edition end desc,
            t7.edition
          limit 1
        ) t6 on true
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 20
--   $2 = "CN-349900"
--   $3 = "教育局"
--   $4 = ["349922","349905"]

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
--   $1 = ["349922"]
--   $2 = ["202201"]
