-- Statements: procurement 1, registry 2

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t8.*
      from "procurement"."contract" t8
      where (t8.jurisdiction = $11::text) and (((t8."currency" = $12::text)))
      order by t8."signed_on" desc nulls last,
        t8."id" desc
      limit 2
    ) p
  )
  select row_to_json("~") j
  from (
    select 'ContractConnection' "__typename",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select 'Contract' "__typename",
            case when num_nonnulls(t2."supplier_scheme", t2."supplier_id", t2."supplier_name", t2."supplier_uscc", t2."supplier_agency_id") > 0 then (
              select row_to_json("~")
              from (
                select 'Party' "__typename",
                  case when t3."uscc" is not null then (
                    select row_to_json("~")
                    from (
                      select 'LegalEntity' "__typename",
                        t3."uscc" "uscc"
                    ) "~"
                  ) end "legalEntity"
              ) "~"
            ) end "supplier",
            case when t4."id" is not null then (
              select row_to_json("~")
              from (
                select 'Award' "__typename"
              ) "~"
            ) end "award"
          from page1 t2
          cross join lateral (
            select t2."supplier_uscc" "uscc"
          ) t3
          left join "procurement"."award" t4 on t4."id" = t2."award_id"
          where t2.rn <= $1::int
          order by t2.rn
        ) "~"
      ) "nodes",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select 'ContractEdge' "__typename",
            translate(encode(substring(sha256($2::bytea || sha256($3::bytea || convert_to(json_build_array('Contract:signedOn-,id-', t5."signed_on"::text, t5."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-,id-', t5."signed_on"::text, t5."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "cursor",
            (
              select row_to_json("~")
              from (
                select 'Contract' "__typename",
                  t5."id" "id"
              ) "~"
            ) "node"
          from page1 t5
          where t5.rn <= $4::int
          order by t5.rn
        ) "~"
      ) "edges",
      (
        select row_to_json("~")
        from (
          select 'PageInfo' "__typename",
            (
              select count(*) > $5::int
              from page1
            ) "hasNextPage"
        ) "~"
      ) "pageInfo",
      (
        select row_to_json("~")
        from (
          select 'ContractAggregates' "__typename",
            (
              select row_to_json("~")
              from (
                select 'ContractSums' "__typename",
                  a.a1 "amount"
              ) "~"
            ) "sum",
            (
              select row_to_json("~")
              from (
                select 'ContractBounds' "__typename",
                  a.a2 "signedOn"
              ) "~"
            ) "min"
          from (
            select sum(t6."amount")::text a1,
              min(t6."signed_on")::text a2
            from "procurement"."contract" t6
            where (t6.jurisdiction = $6::text) and (((t6."currency" = $7::text)))
          ) a
        ) "~"
      ) "aggregates",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select 'ContractGroup' "__typename",
            (
              select row_to_json("~")
              from (
                select 'ContractGroupKeys' "__typename",
                  a.k0_v "status"
              ) "~"
            ) "keys",
            a.a1 "count"
          from (
            select t7."status" k0_v,
              count(*)::int a1,
              row_number() over (order by count(*) desc, t7."status") rn
            from "procurement"."contract" t7
            where (t7.jurisdiction = $8::text) and (((t7."currency" = $9::text)))
            group by t7."status"
            order by rn
            limit $10::int
          ) a
          order by a.rn
        ) "~"
      ) "groups"
  ) "~"
) root;
--   $1 = 1
--   $2 = <key of the cursors>
--   $3 = <key of the cursors>
--   $4 = 1
--   $5 = 1
--   $6 = "CN-349900"
--   $7 = "CNY"
--   $8 = "CN-349900"
--   $9 = "CNY"
--   $10 = 1
--   $11 = "CN-349900"
--   $12 = "CNY"

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select 'Agency' "__typename",
      list3.j "successions"
  ) "~"
) end::text
from unnest($1::text[]) with ordinality k2("id", "~n")
left join "registry"."agency" t1 on t1."id" = k2."id"
left join lateral (
  select row_to_json("~") j
  from (
    select 'AgencySuccessionConnection' "__typename"
  ) "~"
) list3 on true;
--   $1 = ["CN-349900-A001"]

-- registry
select json_agg("row" order by "n")::text
from (
  select k2."~n" "n",
    case when t1."uscc" is not null then (
      select row_to_json("~")
      from (
        select 'LegalEntity' "__typename",
          t1."name" "name"
      ) "~"
    ) end "row"
  from unnest($1::text[]) with ordinality k2("uscc", "~n")
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = ["91349903MATRJNUQ4Y"]
