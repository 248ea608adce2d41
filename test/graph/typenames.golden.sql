-- Statements: procurement 1, registry 2

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t2.*
      from "procurement"."contract" t2
      where (t2.jurisdiction = $1::text) and (((t2."currency" = $2::text)))
      order by t2."signed_on" desc nulls last,
        t2."id" desc
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
            case when num_nonnulls(t3."supplier_scheme", t3."supplier_id", t3."supplier_name", t3."supplier_uscc", t3."supplier_agency_id") > 0 then (
              select row_to_json("~")
              from (
                select 'Party' "__typename",
                  case when t4."uscc" is not null then (
                    select row_to_json("~")
                    from (
                      select 'LegalEntity' "__typename",
                        t4."uscc" "uscc"
                    ) "~"
                  ) end "legalEntity"
              ) "~"
            ) end "supplier",
            case when t5."id" is not null then (
              select row_to_json("~")
              from (
                select 'Award' "__typename"
              ) "~"
            ) end "award"
          from page1 t3
          cross join lateral (
            select t3."supplier_uscc" "uscc"
          ) t4
          left join "procurement"."award" t5 on t5."id" = t3."award_id"
          where t3.rn <= $3::int
          order by t3.rn
        ) "~"
      ) "nodes",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select 'ContractEdge' "__typename",
            translate(encode(substring(sha256($4::bytea || sha256($5::bytea || convert_to(json_build_array('Contract:signedOn-,id-', t6."signed_on"::text, t6."id")::text, 'UTF8'))) from 1 for 12) || convert_to(json_build_array('Contract:signedOn-,id-', t6."signed_on"::text, t6."id")::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "cursor",
            (
              select row_to_json("~")
              from (
                select 'Contract' "__typename",
                  t6."id" "id"
              ) "~"
            ) "node"
          from page1 t6
          where t6.rn <= $6::int
          order by t6.rn
        ) "~"
      ) "edges",
      (
        select row_to_json("~")
        from (
          select 'PageInfo' "__typename",
            (
              select count(*) > $7::int
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
            select sum(t7."amount")::text a1,
              min(t7."signed_on")::text a2
            from "procurement"."contract" t7
            where (t7.jurisdiction = $8::text) and (((t7."currency" = $9::text)))
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
            select t8."status" k0_v,
              count(*)::int a1,
              row_number() over (order by count(*) desc, t8."status") rn
            from "procurement"."contract" t8
            where (t8.jurisdiction = $10::text) and (((t8."currency" = $11::text)))
            group by t8."status"
            order by rn
            limit $12::int
          ) a
          order by a.rn
        ) "~"
      ) "groups"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "CNY"
--   $3 = 1
--   $4 = <key of the cursors>
--   $5 = <key of the cursors>
--   $6 = 1
--   $7 = 1
--   $8 = "CN-349900"
--   $9 = "CNY"
--   $10 = "CN-349900"
--   $11 = "CNY"
--   $12 = 1

-- registry
select case when t1."id" is not null then (
  select row_to_json("~")
  from (
    select 'Agency' "__typename",
      list3.j "successions"
  ) "~"
) end::text
from (
  select $1::text "id",
    1 "~n"
) k2
left join "registry"."agency" t1 on t1."id" = k2."id"
left join lateral (
  select row_to_json("~") j
  from (
    select 'AgencySuccessionConnection' "__typename"
  ) "~"
) list3 on true;
--   $1 = "CN-349900-A001"

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
  from (
    select $1::text "uscc",
      1 "~n"
  ) k2
  left join "registry"."legal_entity" t1 on t1."uscc" = k2."uscc"
) e;
--   $1 = "91349903MATRJNUQ4Y"
