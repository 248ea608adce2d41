-- Statements: procurement 1, projects 1, registry 2

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t9.*
      from "procurement"."contract" t9
      where (t9.jurisdiction = $2::text) and ((exists (
        select 1
        from "procurement"."award" t10
        where t10."id" = t9."award_id" and (((t10."status" = $3::text)))
      )))
      order by t9."amount" desc nulls last,
        t9."id" desc
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t2."local_id" "localId",
          t2."amount"::text "amount",
          t2."currency" "currency",
          case when t3."id" is not null then (
            select row_to_json("~")
            from (
              select t3."awarded_on"::text "awardedOn",
                case when t4."id" is not null then (
                  select row_to_json("~")
                  from (
                    select t4."title" "title"
                  ) "~"
                ) end "lot"
            ) "~"
          ) end "award",
          case when t5."ocid" is not null then (
            select row_to_json("~")
            from (
              select t5."ocid" "ocid",
                t5."title" "title",
                case when t6."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Project' "__typename",
                      t6."id" "id"
                  ) "~"
                ) end "project"
            ) "~"
          ) end "process",
          case when num_nonnulls(t2."buyer_scheme", t2."buyer_id", t2."buyer_name", t2."buyer_uscc", t2."buyer_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t2."buyer_name" "name",
                case when t7."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Agency' "__typename",
                      t7."id" "id"
                  ) "~"
                ) end "agency"
            ) "~"
          ) end "buyer",
          case when num_nonnulls(t2."supplier_scheme", t2."supplier_id", t2."supplier_name", t2."supplier_uscc", t2."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t2."supplier_scheme" "scheme",
                t2."supplier_id" "id",
                t2."supplier_name" "name",
                case when t8."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t8."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "supplier"
        from page1 t2
        left join "procurement"."award" t3 on t3."id" = t2."award_id"
        left join "procurement"."lot" t4 on t4."id" = t3."lot_id"
        left join "procurement"."contracting_process" t5 on t5."ocid" = t2."ocid"
        cross join lateral (
          select t5."project_id" "id"
        ) t6
        cross join lateral (
          select t2."buyer_agency_id" "id"
        ) t7
        cross join lateral (
          select t2."supplier_uscc" "uscc"
        ) t8
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 3
--   $2 = "CN-349900"
--   $3 = "ACTIVE"

-- projects
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select t1."code" "code",
          t1."title" "title"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("id", "~n")
  left join "projects"."project" t1 on t1."id" = k2."id"
) e;
--   $1 = ["2209-349900-07-01-985223","2208-349921-18-01-753054","2204-349900-24-03-729408"]

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."id" is not null then (
      select row_to_json("~")
      from (
        select t1."name" "name",
          t1."level" "level",
          case when t3."id" is not null then (
            select row_to_json("~")
            from (
              select t3."name" "name"
            ) "~"
          ) end "parent"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("id", "~n")
  left join "registry"."agency" t1 on t1."id" = k2."id"
  left join "registry"."agency" t3 on t3."id" = t1."parent_id"
) e;
--   $1 = ["CN-349900-A006","CN-349900-A051","CN-349900-A051"]

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select t1."name" "name",
          t1."status" "status"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = ["91349903MAW6044A9B","91349900506003524L","9134998155194354X0"]
