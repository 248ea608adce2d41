-- Statements: procurement 1

-- procurement
select j::text
from (
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contracting_process" t1
      where (t1.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."bid" t2
        where t2."ocid" = t1."ocid" and (true)
      ))) and ((exists (
        select 1
        from "procurement"."contract" t3
        where t3."ocid" = t1."ocid" and (((exists (
          select 1
          from "procurement"."amendment" t4
          where t4."contract_id" = t3."id" and (true)
        ))))
      ))))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t5."ocid" "ocid",
            list6.j "bids",
            list13.j "contracts"
          from (
            select p.*
            from (
              select t21.*
              from "procurement"."contracting_process" t21
              where (t21.jurisdiction = $7::text) and (((exists (
                select 1
                from "procurement"."bid" t22
                where t22."ocid" = t21."ocid" and (true)
              ))) and ((exists (
                select 1
                from "procurement"."contract" t23
                where t23."ocid" = t21."ocid" and (((exists (
                  select 1
                  from "procurement"."amendment" t24
                  where t24."contract_id" = t23."id" and (true)
                ))))
              ))))
              order by t21."published_on",
                t21."ocid"
              limit 5
            ) p
            order by p."published_on",
              p."ocid"
            limit $8::int
          ) t5
          left join lateral (
            select row_to_json("~") j
            from (
              select (
                select count(*)::int
                from "procurement"."bid" t7
                where (t7."ocid" = t5."ocid") and (((t7."status" = $2::text)))
              ) "totalCount",
                (
                  select coalesce(json_agg(row_to_json("~")), '[]'::json)
                  from (
                    select t8."local_id" "localId",
                      t8."amount"::text "amount",
                      list9.j "tenderers"
                    from (
                      select p.*
                      from (
                        select t12.*
                        from "procurement"."bid" t12
                        where (t12."ocid" = t5."ocid") and (((t12."status" = $3::text)))
                        order by t12."amount" desc nulls last,
                          t12."id" desc
                        limit 5
                      ) p
                      order by p."amount" desc nulls last,
                        p."id" desc
                      limit $4::int
                    ) t8
                    left join lateral (
                      select row_to_json("~") j
                      from (
                        select (
                          select coalesce(json_agg(row_to_json("~")), '[]'::json)
                          from (
                            select t10."position" "position",
                              case when num_nonnulls(t10."party_scheme", t10."party_id", t10."party_name", t10."party_uscc", t10."party_agency_id") > 0 then (
                                select row_to_json("~")
                                from (
                                  select t10."party_name" "name"
                                ) "~"
                              ) end "party"
                            from (
                              select t11.*
                              from "procurement"."bid_tenderer" t11
                              where (t11."bid_id" = t8."id")
                              order by t11."position",
                                t11."id"
                              limit 20
                            ) t10
                            order by t10."position",
                              t10."id"
                          ) "~"
                        ) "nodes"
                      ) "~"
                    ) list9 on true
                    order by t8."amount" desc nulls last,
                      t8."id" desc
                  ) "~"
                ) "nodes"
            ) "~"
          ) list6 on true
          left join lateral (
            select row_to_json("~") j
            from (
              select (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t14."local_id" "localId",
                    list15.j "transactions"
                  from (
                    select t20.*
                    from "procurement"."contract" t20
                    where (t20."ocid" = t5."ocid")
                    order by t20."signed_on" desc nulls last,
                      t20."id" desc
                    limit 1
                  ) t14
                  left join lateral (
                    with page16 as materialized (
                      select p.*,
                        row_number() over () rn
                      from (
                        select t17.*
                        from "procurement"."contract_transaction" t17
                        where (t17."contract_id" = t14."id")
                        order by t17."paid_on",
                          t17."id"
                        limit 6
                      ) p
                    )
                    select row_to_json("~") j
                    from (
                      select (
                        select coalesce(json_agg(row_to_json("~")), '[]'::json)
                        from (
                          select t18."paid_on"::text "paidOn",
                            t18."amount"::text "amount"
                          from page16 t18
                          where t18.rn <= $5::int
                          order by t18.rn
                        ) "~"
                      ) "nodes",
                        (
                          select row_to_json("~")
                          from (
                            select (
                              select count(*) > $6::int
                              from page16
                            ) "hasNextPage"
                          ) "~"
                        ) "pageInfo",
                        (
                          select row_to_json("~")
                          from (
                            select a.a1 "count"
                            from (
                              select count(*)::int a1
                              from "procurement"."contract_transaction" t19
                              where (t19."contract_id" = t14."id")
                            ) a
                          ) "~"
                        ) "aggregates"
                    ) "~"
                  ) list15 on true
                  order by t14."signed_on" desc nulls last,
                    t14."id" desc
                ) "~"
              ) "nodes"
            ) "~"
          ) list13 on true
          order by t5."published_on",
            t5."ocid"
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "VALID"
--   $3 = "VALID"
--   $4 = 2
--   $5 = 2
--   $6 = 2
--   $7 = "CN-349900"
--   $8 = 2
