-- Statements: procurement 1, projects 1, registry 2

-- procurement
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select list3.j "bids",
          list6.j "awards",
          list11.j "contracts",
          list16.j "misconductRecords"
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
        from "procurement"."bid" t4
        where (exists (
          select 1
          from "procurement"."bid_tenderer" t5
          where t5."bid_id" = t4."id" and t5."party_uscc" = t1."uscc"
        )) and (t4.jurisdiction = $2::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select count(*)::int
        from "procurement"."award" t7
        where (exists (
          select 1
          from "procurement"."award_supplier" t8
          where t8."award_id" = t7."id" and t8."supplier_uscc" = t1."uscc"
        )) and (t7.jurisdiction = $3::text) and (((t7."status" = $4::text)))
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
              select max(t9."awarded_on")::text a1
              from "procurement"."award" t9
              where (exists (
                select 1
                from "procurement"."award_supplier" t10
                where t10."award_id" = t9."id" and t10."supplier_uscc" = t1."uscc"
              )) and (t9.jurisdiction = $5::text) and (((t9."status" = $6::text)))
            ) a
          ) "~"
        ) "aggregates"
    ) "~"
  ) list6 on true
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t12."local_id" "localId",
            t12."signed_on"::text "signedOn",
            case when num_nonnulls(t12."buyer_scheme", t12."buyer_id", t12."buyer_name", t12."buyer_uscc", t12."buyer_agency_id") > 0 then (
              select row_to_json("~")
              from (
                select case when t13."id" is not null then (
                  select row_to_json("~")
                  from (
                    select 'Agency' "__typename",
                      t13."id" "id"
                  ) "~"
                ) end "agency"
              ) "~"
            ) end "buyer"
          from (
            select p.*
            from (
              select t14.*
              from "procurement"."contract" t14
              where (exists (
                select 1
                from "procurement"."contract_supplier" t15
                where t15."contract_id" = t14."id" and t15."supplier_uscc" = t1."uscc"
              )) and (t14.jurisdiction = $7::text)
              order by t14."signed_on",
                t14."id"
              limit 5
            ) p
            order by p."signed_on",
              p."id"
            limit $8::int
          ) t12
          cross join lateral (
            select t12."buyer_agency_id" "id"
          ) t13
          order by t12."signed_on",
            t12."id"
        ) "~"
      ) "nodes"
    ) "~"
  ) list11 on true
  left join lateral (
    select row_to_json("~") j
    from (
      select (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t17."penalty" "penalty"
          from (
            select t18.*
            from "procurement"."misconduct_record" t18
            where (t18."subject_uscc" = t1."uscc") and (t18.jurisdiction = $9::text)
            order by t18."decided_on" desc nulls last,
              t18."id" desc
            limit 20
          ) t17
          order by t17."decided_on" desc nulls last,
            t17."id" desc
        ) "~"
      ) "nodes"
    ) "~"
  ) list16 on true
) e;
--   $1 = ["913499006020823307","91349900506003524L","91349903MAW6044A9B"]
--   $2 = "CN-349900"
--   $3 = "CN-349900"
--   $4 = "ACTIVE"
--   $5 = "CN-349900"
--   $6 = "ACTIVE"
--   $7 = "CN-349900"
--   $8 = 2
--   $9 = "CN-349900"

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
        from "projects"."land_transfer" t4
        where (t4."holder_uscc" = t1."uscc") and (t4.jurisdiction = $2::text)
      ) "totalCount"
    ) "~"
  ) list3 on true
) e;
--   $1 = ["913499006020823307","91349900506003524L","91349903MAW6044A9B"]
--   $2 = "CN-349900"

-- registry
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select coalesce(json_agg(row_to_json("~")), '[]'::json)
      from (
        select 'LegalEntity' "__typename",
          t1."uscc" "uscc",
          t1."name" "name",
          t1."status" "status"
        from (
          select t2.*
          from "registry"."legal_entity" t2
          where (((t2."uscc" = any($1::text[]))))
          order by t2."name",
            t2."uscc"
          limit 20
        ) t1
        order by t1."name",
          t1."uscc"
      ) "~"
    ) "nodes"
  ) "~"
) root;
--   $1 = ["913499006020823307","91349900506003524L","91349903MAW6044A9B"]

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
