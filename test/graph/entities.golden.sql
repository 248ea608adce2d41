-- Statements: procurement 1, projects 1, registry 2

-- procurement
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select list3.j "bids",
          list7.j "awards",
          list13.j "contracts",
          list19.j "misconductRecords"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  cross join lateral (
    select k2."uscc" "uscc"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."bid" t5
        where (exists (
          select 1
          from "procurement"."bid_tenderer" t6
          where t6."bid_id" = t5."id" and t6."party_uscc" = t1."uscc"
        )) and (t5.jurisdiction = $2::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."award" t9
        where (exists (
          select 1
          from "procurement"."award_supplier" t10
          where t10."award_id" = t9."id" and t10."supplier_uscc" = t1."uscc"
        )) and (t9.jurisdiction = $3::text) and (((t9."status" = $4::text)))
      ) "totalCount",
        (
          select row_to_json("~")
          from (
            select (
              select row_to_json("~")
              from (
                select a.a1 "awardedOn"
              ) "~"
            ) "max"
            from (
              select max(t11."awarded_on")::text a1
              from "procurement"."award" t11
              where (exists (
                select 1
                from "procurement"."award_supplier" t12
                where t12."award_id" = t11."id" and t12."supplier_uscc" = t1."uscc"
              )) and (t11.jurisdiction = $5::text) and (((t11."status" = $6::text)))
            ) a
          ) "~"
        ) "aggregates"
    ) "~"
  ) list7 on true
  left join lateral (
    with page14 as materialized (
      select p.*,
        row_number() over () rn
      from (
        select t17.*
        from "procurement"."contract" t17
        where (exists (
          select 1
          from "procurement"."contract_supplier" t18
          where t18."contract_id" = t17."id" and t18."supplier_uscc" = t1."uscc"
        )) and (t17.jurisdiction = $8::text)
        order by t17."signed_on",
          t17."id"
        limit 6
      ) p
    )
    select row_to_json("~") j
    from (
      select (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t15."local_id" "localId",
            t15."signed_on"::text "signedOn",
            case when num_nonnulls(t15."buyer_scheme", t15."buyer_id", t15."buyer_name", t15."buyer_uscc", t15."buyer_agency_id") > 0 then (
              select row_to_json("~")
              from (
                select case when t16."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Agency' "__typename",
                      t16."id" "id"
                  ) "~"
                ) end "agency"
              ) "~"
            ) end "buyer"
          from page14 t15
          cross join lateral (
            select t15."buyer_agency_id" "id"
          ) t16
          where t15.rn <= $7::int
          order by t15.rn
        ) "~"
      ) "nodes"
    ) "~"
  ) list13 on true
  left join lateral (
    with page20 as materialized (
      select p.*,
        row_number() over () rn
      from (
        select t22.*
        from "procurement"."misconduct_record" t22
        where (t22."subject_uscc" = t1."uscc") and (t22.jurisdiction = $10::text)
        order by t22."decided_on" desc nulls last,
          t22."id" desc
        limit 21
      ) p
    )
    select row_to_json("~") j
    from (
      select (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t21."penalty" "penalty"
          from page20 t21
          where t21.rn <= $9::int
          order by t21.rn
        ) "~"
      ) "nodes"
    ) "~"
  ) list19 on true
) e;
--   $1 = ["913499006020823307","91349900506003524L","91349903MAW6044A9B"]
--   $2 = "CN-349900"
--   $3 = "CN-349900"
--   $4 = "ACTIVE"
--   $5 = "CN-349900"
--   $6 = "ACTIVE"
--   $7 = 2
--   $8 = "CN-349900"
--   $9 = 20
--   $10 = "CN-349900"

-- projects
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select list3.j "landTransfers"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  cross join lateral (
    select k2."uscc" "uscc"
  ) t1
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "projects"."land_transfer" t5
        where (t5."holder_uscc" = t1."uscc") and (t5.jurisdiction = $2::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
) e;
--   $1 = ["913499006020823307","91349900506003524L","91349903MAW6044A9B"]
--   $2 = "CN-349900"

-- registry
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t3.*
      from "registry"."legal_entity" t3
      where (((t3."uscc" = any($2::text[]))))
      order by t3."name",
        t3."uscc"
      limit 21
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select 'LegalEntity' "__typename",
          t2."uscc" "uscc",
          t2."name" "name",
          t2."status" "status"
        from page1 t2
        where t2.rn <= $1::int
        order by t2.rn
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = 20
--   $2 = ["913499006020823307","91349900506003524L","91349903MAW6044A9B"]

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
--   $1 = ["CN-349900-A071","CN-349900-A018","CN-349900-A051","CN-349900-A006","CN-349900-A074"]
