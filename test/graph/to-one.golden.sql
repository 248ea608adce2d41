-- Statements: procurement 1, projects 1, registry 2

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select t1."local_id" "localId",
          t1."amount"::text "amount",
          t1."currency" "currency",
          case when t2."id" is not null then (
            select row_to_json("~")
            from (
              select t2."awarded_on"::text "awardedOn",
                case when t3."id" is not null then (
                  select row_to_json("~")
                  from (
                    select t3."title" "title"
                  ) "~"
                ) end "lot"
            ) "~"
          ) end "award",
          case when t4."ocid" is not null then (
            select row_to_json("~")
            from (
              select t4."ocid" "ocid",
                t4."title" "title",
                case when t5."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Project' "__typename",
                      t5."id" "id"
                  ) "~"
                ) end "project"
            ) "~"
          ) end "process",
          case when num_nonnulls(t1."buyer_scheme", t1."buyer_id", t1."buyer_name", t1."buyer_uscc", t1."buyer_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t1."buyer_name" "name",
                case when t6."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Agency' "__typename",
                      t6."id" "id"
                  ) "~"
                ) end "agency"
            ) "~"
          ) end "buyer",
          case when num_nonnulls(t1."supplier_scheme", t1."supplier_id", t1."supplier_name", t1."supplier_uscc", t1."supplier_agency_id") > 0 then (
            select row_to_json("~")
            from (
              select t1."supplier_scheme" "scheme",
                t1."supplier_id" "id",
                t1."supplier_name" "name",
                case when t7."uscc" is not null then (
                  select row_to_json("~")
                  from (
                    select 'LegalEntity' "__typename",
                      t7."uscc" "uscc"
                  ) "~"
                ) end "legalEntity"
            ) "~"
          ) end "supplier"
        from (
          select p.*
          from (
            select t8.*
            from "procurement"."contract" t8
            where (t8.jurisdiction = $1::text) and ((exists (
              select 1
              from "procurement"."award" t9
              where t9."id" = t8."award_id" and (((t9."status" = $2::text)))
            )))
            order by t8."amount" desc nulls last,
              t8."id" desc
            limit 5
          ) p
          order by p."amount" desc nulls last,
            p."id" desc
          limit $3::int
        ) t1
        left join "procurement"."award" t2 on t2."id" = t1."award_id"
        left join "procurement"."lot" t3 on t3."id" = t2."lot_id"
        left join "procurement"."contracting_process" t4 on t4."ocid" = t1."ocid"
        cross join lateral (
          select t4."project_id" "id"
        ) t5
        cross join lateral (
          select t1."buyer_agency_id" "id"
        ) t6
        cross join lateral (
          select t1."supplier_uscc" "uscc"
        ) t7
        order by t1."amount" desc nulls last,
          t1."id" desc
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "ACTIVE"
--   $3 = 3

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
