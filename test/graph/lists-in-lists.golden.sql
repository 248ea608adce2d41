-- Statements: procurement 1

-- procurement
select j::text
from (
  with page1 as materialized (
    select p.*,
      row_number() over () rn
    from (
      select t25.*
      from "procurement"."contracting_process" t25
      where (t25.jurisdiction = $10::text) and (((exists (
        select 1
        from "procurement"."bid" t26
        where t26."ocid" = t25."ocid" and (true)
      ))) and ((exists (
        select 1
        from "procurement"."contract" t27
        where t27."ocid" = t25."ocid" and (((exists (
          select 1
          from "procurement"."amendment" t28
          where t28."contract_id" = t27."id" and (true)
        ))))
      ))))
      order by t25."published_on",
        t25."ocid"
      limit 6
    ) p
  )
  select row_to_json("~") j
  from (
    select (
      select count(*)::int
      from "procurement"."contracting_process" t2
      where (t2.jurisdiction = $1::text) and (((exists (
        select 1
        from "procurement"."bid" t3
        where t3."ocid" = t2."ocid" and (true)
      ))) and ((exists (
        select 1
        from "procurement"."contract" t4
        where t4."ocid" = t2."ocid" and (((exists (
          select 1
          from "procurement"."amendment" t5
          where t5."contract_id" = t4."id" and (true)
        ))))
      ))))
    ) "totalCount",
      (
        select coalesce(json_agg(row_to_json("~")), '[]'::json)
        from (
          select t6."ocid" "ocid",
            list7.j "bids",
            list16.j "contracts"
          from page1 t6
          left join lateral (
            with page8 as materialized (
              select p.*,
                row_number() over () rn
              from (
                select t15.*
                from "procurement"."bid" t15
                where (t15."ocid" = t6."ocid") and (((t15."status" = $5::text)))
                order by t15."amount" desc nulls last,
                  t15."id" desc
                limit 6
              ) p
            )
            select row_to_json("~") j
            from (
              select (
                select count(*)::int
                from "procurement"."bid" t9
                where (t9."ocid" = t6."ocid") and (((t9."status" = $2::text)))
              ) "totalCount",
                (
                  select coalesce(json_agg(row_to_json("~")), '[]'::json)
                  from (
                    select t10."local_id" "localId",
                      t10."amount"::text "amount",
                      list11.j "tenderers"
                    from page8 t10
                    left join lateral (
                      with page12 as materialized (
                        select p.*,
                          row_number() over () rn
                        from (
                          select t14.*
                          from "procurement"."bid_tenderer" t14
                          where (t14."bid_id" = t10."id")
                          order by t14."position",
                            t14."id"
                          limit 21
                        ) p
                      )
                      select row_to_json("~") j
                      from (
                        select (
                          select coalesce(json_agg(row_to_json("~")), '[]'::json)
                          from (
                            select t13."position" "position",
                              case when num_nonnulls(t13."party_scheme", t13."party_id", t13."party_name", t13."party_uscc", t13."party_agency_id") > 0 then (
                                select row_to_json("~")
                                from (
                                  select t13."party_name" "name"
                                ) "~"
                              ) end "party"
                            from page12 t13
                            where t13.rn <= $3::int
                            order by t13.rn
                          ) "~"
                        ) "nodes"
                      ) "~"
                    ) list11 on true
                    where t10.rn <= $4::int
                    order by t10.rn
                  ) "~"
                ) "nodes"
            ) "~"
          ) list7 on true
          left join lateral (
            with page17 as materialized (
              select p.*,
                row_number() over () rn
              from (
                select t24.*
                from "procurement"."contract" t24
                where (t24."ocid" = t6."ocid")
                order by t24."signed_on" desc nulls last,
                  t24."id" desc
                limit 2
              ) p
            )
            select row_to_json("~") j
            from (
              select (
                select coalesce(json_agg(row_to_json("~")), '[]'::json)
                from (
                  select t18."local_id" "localId",
                    list19.j "transactions"
                  from page17 t18
                  left join lateral (
                    with page20 as materialized (
                      select p.*,
                        row_number() over () rn
                      from (
                        select t23.*
                        from "procurement"."contract_transaction" t23
                        where (t23."contract_id" = t18."id")
                        order by t23."paid_on",
                          t23."id"
                        limit 6
                      ) p
                    )
                    select row_to_json("~") j
                    from (
                      select (
                        select coalesce(json_agg(row_to_json("~")), '[]'::json)
                        from (
                          select t21."paid_on"::text "paidOn",
                            t21."amount"::text "amount"
                          from page20 t21
                          where t21.rn <= $6::int
                          order by t21.rn
                        ) "~"
                      ) "nodes",
                        (
                          select row_to_json("~")
                          from (
                            select (
                              select count(*) > $7::int
                              from page20
                            ) "hasNextPage"
                          ) "~"
                        ) "pageInfo",
                        (
                          select row_to_json("~")
                          from (
                            select a.a1 "count"
                            from (
                              select count(*)::int a1
                              from "procurement"."contract_transaction" t22
                              where (t22."contract_id" = t18."id")
                            ) a
                          ) "~"
                        ) "aggregates"
                    ) "~"
                  ) list19 on true
                  where t18.rn <= $8::int
                  order by t18.rn
                ) "~"
              ) "nodes"
            ) "~"
          ) list16 on true
          where t6.rn <= $9::int
          order by t6.rn
        ) "~"
      ) "nodes"
  ) "~"
) root;
--   $1 = "CN-349900"
--   $2 = "VALID"
--   $3 = 20
--   $4 = 2
--   $5 = "VALID"
--   $6 = 2
--   $7 = 2
--   $8 = 1
--   $9 = 2
--   $10 = "CN-349900"
